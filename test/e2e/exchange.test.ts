import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { AtDesk } from './pages/at-desk.ts'
import { openByKeys } from './pages/decisions.ts'
import { goTo, goToAddress } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn, type WordKey } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const SURNAME = 'Әбдіғалиева'
const ASKED = 'Выписка из очереди на жилье с датами постановки'
const SAID = 'Просит сообщить, когда будет ответ'

const main = ({ page }: AtDesk) => page.getByRole('main')
const dialog = ({ page }: AtDesk) => page.getByRole('dialog')

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const pictures = process.env.DESK_PICTURES
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${name}-${language}.png`) })
}

async function press(at: AtDesk, key: WordKey): Promise<void> {
  await main(at)
    .getByRole('button', { name: at.t(key), exact: true })
    .click()
  await dialog(at).waitFor()
}

async function confirm(at: AtDesk, key: WordKey): Promise<void> {
  await dialog(at)
    .getByRole('button', { name: at.t(key), exact: true })
    .click()
  await dialog(at).waitFor({ state: 'detached' })
}

const field = (at: AtDesk, key: WordKey) => dialog(at).getByLabel(at.t(key), { exact: true })

/** A body whose materials were due long ago, as a desk that was away would have left it. */
async function overdue({ page }: AtDesk): Promise<void> {
  const answer = await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
    const desk = (window as any).desk
    const code = 'archive'
    const entry = { code, kk: 'Архив', ru: 'Архив', validFrom: null, validTo: null, synonyms: [] }
    const set = { entity: `entry:body-${code}`, type: 'entry.set', basedOn: null, body: { directory: 'body', entry } }
    const known = await desk.journalAct({ intent: set, personal: null })
    if (!known.ok) return known
    const demand = {
      ...{ addressee: { unit: null, body: code, officialId: null }, purpose: 'practice', application: null },
      ...{ reception: null, on: '2026-01-12', dueOn: '2026-01-15', way: 'letter', text: 'Справка о приемах за год' },
    }
    const made = { entity: 'demand:aaaaaaaaaaaaaaaa', type: 'demand.made', basedOn: null, body: { demand } }
    return desk.journalAct({ intent: made, personal: null })
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
}

test.each(flowsIn('ru'))(
  'materials are demanded from the card and given, an exchange is noted, the mode of the call centre is over every screen till it ends, %s',
  async language => {
    const { at } = await sitAtForTest('begun', language)
    const { t, page } = at
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    if (language === 'ru' && process.env.DESK_PICTURES !== undefined) await inspector.light('dark')
    await registerAtDesk(at, { surname: SURNAME, given: 'Ұлжан', iin: '850101400011', essence: 'Прошу о жилье' })
    await overdue(at)

    const card = await openByKeys(at, SURNAME)
    await press(at, 'demand.new')
    await field(at, 'demand.whom').selectOption({ label: 'Архив' })
    await field(at, 'demand.what').fill(ASKED)
    await picture(at, 'demand-form')
    await confirm(at, 'demand.new.act')
    await card.getByText(ASKED).waitFor()
    await press(at, 'feedback.note')
    await field(at, 'feedback.text').fill(SAID)
    await picture(at, 'feedback-form')
    await confirm(at, 'act.keep')
    await card.getByText(SAID).scrollIntoViewIfNeeded()
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'card')

    await goTo(at, 'today')
    await main(at)
      .getByText(t('demand.today.overdue', { count: 1 }))
      .waitFor()
    await goToAddress(at, '#/control?part=demands')
    await picture(at, 'demands')
    await main(at).getByRole('row').filter({ hasText: ASKED }).getByRole('link').press('Enter')
    const pane = page.getByRole('complementary', { name: t('demand.one'), exact: true })
    await pane.getByRole('link', { name: t('demand.letter.write'), exact: true }).waitFor()
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'demand-pane')
    await press(at, 'demand.act.answered')
    await field(at, 'demand.outcome.full').check()
    await confirm(at, 'act.keep')
    await pane.getByText(t('demand.done.answered')).waitFor()
    expect(await pane.getByRole('button', { name: t('demand.act.extended'), exact: true }).count()).toBe(0)

    await goTo(at, 'settings')
    await press(at, 'callcentre.declare')
    await field(at, 'callcentre.ground').selectOption('quarantine')
    await field(at, 'callcentre.act.number').fill('12-3/4')
    await confirm(at, 'callcentre.declare.act')
    await press(at, 'callcentre.interrupt')
    await picture(at, 'interrupt')
    await confirm(at, 'act.keep')
    await goTo(at, 'today')
    await main(at).getByText(t('callcentre.banner.mode')).waitFor()
    await main(at).getByText(t('callcentre.banner.interrupted')).waitFor()
    await picture(at, 'banner')
    await main(at)
      .getByRole('alert')
      .getByRole('link', { name: t('today.see'), exact: true })
      .click()
    await main(at)
      .getByRole('button', { name: new RegExp(`^${t('callcentre.restore')}`) })
      .click()
    await confirm(at, 'act.keep')
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'callcentre')
    await main(at)
      .getByRole('button', { name: new RegExp(`^${t('callcentre.end')}`) })
      .click()
    await confirm(at, 'callcentre.end')
    await main(at).getByText(t('callcentre.status.mode_ended'), { exact: true }).waitFor()
    expect(await main(at).getByText(t('callcentre.banner.interrupted')).count()).toBe(0)
  },
)
