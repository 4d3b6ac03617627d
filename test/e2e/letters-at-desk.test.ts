import { describe, expect, test } from 'vitest'
import { card } from './pages/applications.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { begin, choose, openByKeys, record, recorded, type } from './pages/decisions.ts'
import { press } from './pages/focus-walk.ts'
import { goTo } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN, WIDE_SCREEN } from './pages/inspector.ts'
import { picture } from './pages/paper.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PERSON = {
  surname: 'Әбдіғалиева',
  given: 'Ұлжан',
  iin: '850101400011',
  essence: 'Тұрғын үй кезегіндегі орным туралы сұраймын',
}

const main = ({ page }: AtDesk) => page.getByRole('main')
const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const button = (at: AtDesk, name: string) => main(at).getByRole('button', { name, exact: true })

/** Refuses for want of competence, by keys. */
async function refuse(at: AtDesk): Promise<void> {
  const { t } = at
  await registerAtDesk(at, PERSON)
  await openByKeys(at, PERSON.surname)
  await begin(at, 'decision.act.refuse')
  await choose(at, 'act.ground', t('decision.ground.competence'))
  await choose(at, 'decision.body', 'олици')
  await type(at, 'decision.facts', 'Мәселе жол қозғалысы ережелеріне қатысты')
  await type(at, 'decision.evidence', 'Хаттама')
  await type(at, 'decision.where_to_turn', 'Полиция департаменті')
  await choose(at, 'decision.decider', t('decider.apparatus_head'))
  await type(at, 'decision.decided_by', 'Сапаров Даурен')
  await record(at, 'decision.act.refuse')
  await recorded(at)
}

/** From the card into the composer of the letter the refusal obliges to. */
async function beginLetter(at: AtDesk): Promise<void> {
  const { t, page } = at
  const kind = t('letter.kind.refusal')
  await press(page, card(at).getByRole('link', { name: `${t('letter.write')}: ${kind}`, exact: true }))
  await main(at).getByRole('heading', { level: 1, name: kind, exact: true }).waitFor()
}

/** Types into a field by keys, over what stands there. */
async function write({ page }: AtDesk, place: ReturnType<AtDesk['page']['getByLabel']>, text: string): Promise<void> {
  await place.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

async function signer(at: AtDesk, language: 'kk' | 'ru'): Promise<void> {
  const { t } = at
  const of = (part: 'letter.signer.position' | 'letter.signer.name') =>
    main(at).getByLabel(`${t(part)}: ${t(`letter.languages.${language}`)}`, { exact: true })
  const words = { kk: ['Аппарат басшысы', 'Д. Сапаров'], ru: ['Руководитель аппарата', 'Д. Сапаров'] }[language]
  await write(at, of('letter.signer.position'), words[0] ?? '')
  await write(at, of('letter.signer.name'), words[1] ?? '')
}

const faults = (at: AtDesk) => main(at).locator('.letter-faults li')

describe.each(flowsIn('ru'))('letters by keys, %s', language => {
  test('twins that differ are told beside their place and keep the letter from its number', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t, page } = at
    const inspector = await inspect(at)
    await refuse(at)
    await beginLetter(at)
    await main(at).getByLabel(t('letter.languages'), { exact: true }).selectOption('both')
    await inspector.resize(WIDE_SCREEN)
    await inspector.light('dark')
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'composer-dark')
    await inspector.resize(OFFICE_SCREEN)
    await inspector.light('light')
    await signer(at, 'kk')
    await signer(at, 'ru')
    await expect.poll(() => faults(at).count()).toBe(0)
    const first = (side: 'kk' | 'ru') =>
      main(at).getByLabel(`${t('letter.paragraph', { number: 1 })}: ${t(`letter.languages.${side}`)}`, { exact: true })
    await write(at, first('kk'), '2026 жылғы 21 қараша, 14-тармақ')
    await write(at, first('ru'), '22 ноября 2026 года, пункт 15')
    await expect.poll(() => faults(at).count()).toBe(2)
    await picture(at, 'twins')
    await press(page, button(at, t('letter.sign')))
    const act = dialog(at).getByRole('button', { name: t('letter.sign.act'), exact: true })
    expect(await act.isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await write(at, first('ru'), '21 ноября 2026 года, пункт 14')
    await expect.poll(() => faults(at).count()).toBe(0)
  })
})

test('a browser that is killed while a letter is written loses no more than the last second', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const { t, desk } = at
  await refuse(at)
  await beginLetter(at)
  const address = await at.page.evaluate(() => window.location.hash)
  const label = `${t('letter.paragraph', { number: 1 })}: ${t('letter.languages.kk')}`
  await write(at, main(at).getByLabel(label, { exact: true }), 'Жазылып жатқан хат')
  // What was typed a second ago is on disk; a kill may take what came after.
  await at.page.waitForTimeout(1000)
  process.kill(desk.browserPid, 'SIGKILL')
  await desk.reconnect()
  await main(at).getByRole('heading', { level: 1 }).first().waitFor()
  await at.page.evaluate(hash => {
    window.location.hash = hash
  }, address)
  await expect.poll(() => main(at).getByLabel(label, { exact: true }).inputValue()).toBe('Жазылып жатқан хат')
})

test('the office sets its own text, sees how it reads, and goes back to the first', async () => {
  const { at } = await sitAtForTest('begun', 'ru')
  const { t, page } = at
  const inspector = await inspect(at)
  await goTo(at, 'letters')
  await press(page, main(at).getByRole('link', { name: t('letters.tab.templates'), exact: true }))
  await press(page, main(at).getByRole('link', { name: t('letter.kind.refusal') }))
  const first = (side: 'kk' | 'ru') =>
    main(at).getByLabel(`${t('letter.paragraph', { number: 1 })}: ${t(`letter.languages.${side}`)}`, { exact: true })
  const before = await first('ru').inputValue()
  await write(at, first('ru'), '{{numbr}} рассмотрено.')
  await main(at)
    .getByText(t('letter.template_fault.unknown_fact', { fact: 'numbr' }))
    .waitFor()
  expect(await button(at, t('act.keep')).isDisabled()).toBe(true)
  await write(at, first('kk'), '№ {{number}} өтініш қаралды.')
  await write(at, first('ru'), 'Обращение № {{number}} рассмотрено.')
  await picture(at, 'template')
  expect(await inspector.violations()).toEqual([])
  await press(page, button(at, t('act.keep')))
  await main(at).getByText(t('letters.templates.own'), { exact: true }).waitFor()
  expect(await first('ru').inputValue()).toBe('Обращение № {{number}} рассмотрено.')
  await press(page, button(at, t('letters.templates.back')))
  await main(at).getByText(t('letters.templates.own'), { exact: true }).waitFor({ state: 'detached' })
  expect(await first('ru').inputValue()).toBe(before)
  await main(at)
    .getByText(t('letters.templates.versions', { count: 1 }), { exact: true })
    .focus()
  await page.keyboard.press('Enter')
  await picture(at, 'template-versions')
  expect(await inspector.violations()).toEqual([])
  await press(page, main(at).getByRole('button', { name: new RegExp(`^${t('letters.templates.take')}`) }))
  expect(await first('ru').inputValue()).toBe('Обращение № {{number}} рассмотрено.')
})
