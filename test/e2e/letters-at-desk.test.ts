import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officialDate, screenDate } from '#shared/time/official-date.ts'
import { addDays, PlainDate } from '#shared/time/plain-date.ts'
import { card } from './pages/applications.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { begin, choose, openByKeys, record, recorded, type } from './pages/decisions.ts'
import { press } from './pages/focus-walk.ts'
import { goTo } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN, WIDE_SCREEN } from './pages/inspector.ts'
import { registerAtDesk } from './pages/registering.ts'
import { datesIn, flowsIn, LANGUAGES } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
const PERSON = {
  surname: 'Әбдіғалиева',
  given: 'Ұлжан',
  iin: '850101400011',
  essence: 'Тұрғын үй кезегіндегі орным туралы сұраймын',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'letters-at-desk-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Pictures of the states, where a folder for them is named. */
async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const pictures = process.env.DESK_PICTURES
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${name}-${language}.png`) })
}

const main = ({ page }: AtDesk) => page.getByRole('main')
const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const button = (at: AtDesk, name: string) => main(at).getByRole('button', { name, exact: true })

async function todayOf({ page }: AtDesk): Promise<PlainDate> {
  return PlainDate.parse(await page.locator('.top-date').getAttribute('datetime'))
}

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

async function sign(at: AtDesk): Promise<void> {
  const { t, page } = at
  await press(page, button(at, t('letter.sign')))
  await press(page, dialog(at).getByRole('button', { name: t('letter.sign.act'), exact: true }))
}

describe.each(flowsIn('ru'))('letters by keys, %s', language => {
  test('a refusal obliges a letter: written, numbered, printed, sent, gone from the tray and kept in the journal', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t, page, desk } = at
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    const today = await todayOf(at)
    await refuse(at)
    await card(at)
      .getByRole('heading', { name: t('letters.title'), exact: true })
      .scrollIntoViewIfNeeded()
    expect(await card(at).innerText()).toContain(
      t('letter.by', { date: screenDate(addDays(today, 15), datesIn(language)) }).slice(0, 12),
    )
    await picture(at, 'card')
    await goTo(at, 'today')
    await main(at)
      .getByText(t('today.letters_owed', { count: 1 }), { exact: true })
      .waitFor()
    await openByKeys(at, PERSON.surname)
    await beginLetter(at)
    await main(at).getByLabel(t('letter.languages'), { exact: true }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await signer(at, 'kk')
    await signer(at, 'ru')
    await expect.poll(() => faults(at).allInnerTexts()).toEqual([])
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'composer')
    await sign(at)
    await main(at).getByText(t('letter.status.signed'), { exact: true }).waitFor()
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'signed')

    const texts: string[] = []
    for (const sheet of LANGUAGES) {
      const filePath = path.join(folder, `${language}-${sheet}.pdf`)
      await desk.answerNextDialog({ filePath })
      await press(page, button(at, t('letter.print', { language: t(`letter.sheet_of.${sheet}`) })))
      await main(at).getByText(filePath).waitFor()
      const text = (await run('pdftotext', ['-layout', filePath, '-'])).stdout.replace(/\s+/g, '')
      expect(text).toContain(officialDate(today, datesIn(sheet)).replace(/\s+/g, ''))
      texts.push(text)
    }
    const numbers = texts.map(text => /№(1\/А-1(?:\/\d\d)?)/.exec(text)?.[1])
    expect(numbers[0]).toBeDefined()
    expect(numbers[1]).toBe(numbers[0])
    const docx = path.join(folder, `${language}.docx`)
    await desk.answerNextDialog({ filePath: docx })
    await press(page, button(at, t('letter.docx', { language: t('letter.sheet_of.kk') })))
    await main(at).getByText(docx).waitFor()
    expect((await readFile(docx)).subarray(0, 2).toString()).toBe('PK')

    await goTo(at, 'letters')
    await picture(at, 'to-send')
    expect(await inspector.violations()).toEqual([])
    await press(page, button(at, `${t('letter.attempt')}: ${numbers[0]}`))
    await write(at, dialog(at).getByLabel(t('letter.outcome'), { exact: true }), 'Үйінде жоқ')
    await press(page, dialog(at).getByRole('button', { name: t('letter.attempt.act'), exact: true }))
    await main(at).getByText(t('letter.attempt.done'), { exact: true }).waitFor()
    await press(page, button(at, `${t('letter.send')}: ${numbers[0]}`))
    await write(at, dialog(at).getByLabel(t('letter.proof'), { exact: true }), 'RR123456789KZ')
    await press(page, dialog(at).getByRole('button', { name: t('letter.send.act'), exact: true }))
    await main(at).getByText(t('letters.nothing_to_send'), { exact: true }).waitFor()
    await press(page, main(at).getByRole('link', { name: t('letters.tab.register'), exact: true }))
    const row = main(at)
      .getByRole('row')
      .filter({ hasText: numbers[0] ?? '-' })
    expect(await row.innerText()).toContain('RR123456789KZ')
    expect(await row.innerText()).toContain(t('letters.attempts', { count: 1 }))
    await picture(at, 'register')
    expect(await inspector.violations()).toEqual([])
    await goTo(at, 'today')
    await main(at)
      .getByText(t('today.letters_owed', { count: 1 }), { exact: true })
      .waitFor({ state: 'detached' })
  })

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
