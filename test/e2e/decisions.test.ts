import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { withClockOff } from './launch/launch.ts'
import { card } from './pages/applications.ts'
import { type AtDesk, copyOf, factOf, remove, sitDown } from './pages/at-desk.ts'
import {
  begin,
  choose,
  decisionForm,
  offered,
  officeWorks,
  openByKeys,
  record,
  recorded,
  type,
} from './pages/decisions.ts'
import { goTo, speak } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const FIRST = {
  surname: 'Әбдіғалиева',
  given: 'Ұлжан',
  iin: '850101400011',
  essence: 'Тұрғын үй кезегіндегі орным туралы сұраймын',
}
const AGAIN = { ...FIRST, essence: 'Тұрғын үй кезегіндегі орным туралы тағы сұраймын' }
const SHORT = { surname: 'Оспанов', given: 'Ерлан', iin: '', essence: 'Жер' }

const stops = (at: AtDesk) => decisionForm(at).locator('.finding.stop')

/** Pictures of the states, where a folder for them is named. */
async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const folder = process.env.DESK_PICTURES
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}-${language}.png`) })
}

/** Nobody is sent away under the Rules of 2026: one press more, and it is taken as one that lacks its essence. */
async function registersWithoutEssence(at: AtDesk): Promise<void> {
  const { page, t } = at
  await goTo(at, 'register')
  await page.getByLabel(t('register.surname'), { exact: true }).fill('Қасымов')
  await page.getByLabel(t('register.given'), { exact: true }).fill('Мұрат')
  await page.keyboard.press('Control+Enter')
  await page.getByText(t('register.lacking.title'), { exact: true }).waitFor()
  await picture(at, 'lacking')
  await page.keyboard.press('Escape')
  await page.getByText(t('finding.essence_missing')).waitFor()
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('button', { name: t('register.lacking.act'), exact: true })
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: t('register.done.lacking_letter'), exact: true }).waitFor()
  await picture(at, 'lacking-done')
  await openByKeys(at, 'Қасымов')
  expect(await card(at).innerText()).toContain(t('application.status.incomplete'))
}

describe.each(flowsIn('kk'))('decisions by keys, %s', language => {
  test('a refusal stops at what is empty, names its clause, is shown whole and opened again', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t } = at
    await (await inspect(at)).resize(OFFICE_SCREEN)
    await registerAtDesk(at, FIRST)
    const pane = await openByKeys(at, FIRST.surname)
    await picture(at, 'card')
    expect((await offered(at).allInnerTexts()).join(' ')).toContain(t('decision.clause', { clause: '29' }))
    await begin(at, 'decision.act.refuse')
    await record(at, 'decision.act.refuse')
    await stops(at).first().waitFor()
    await choose(at, 'act.ground', t('decision.ground.competence'))
    await choose(at, 'decision.body', 'олици')
    await type(at, 'decision.facts', 'Мәселе жол қозғалысы ережелерін бұзуға қатысты')
    await type(at, 'decision.where_to_turn', 'Полиция департаменті')
    await choose(at, 'decision.decider', t('decider.apparatus_head'))
    await type(at, 'decision.decided_by', 'Сапаров Даурен')
    await record(at, 'decision.act.refuse')
    await expect.poll(() => stops(at).count()).toBe(1)
    await decisionForm(at).getByText(t('error.decision.text_missing')).waitFor()
    await picture(at, 'refusal')
    await type(at, 'decision.evidence', 'Құқық бұзушылық туралы хаттама')
    await record(at, 'decision.act.refuse')
    await recorded(at)
    expect(await factOf(pane, t('decision.evidence')).innerText()).toBe('Құқық бұзушылық туралы хаттама')
    expect(await factOf(pane, t('decision.how_to_appeal')).innerText()).toContain('91')
    expect(await offered(at).count()).toBe(0)
    expect(await pane.innerText()).toContain(t('action.application.refused'))
    await picture(at, 'refused')
    await at.page.keyboard.press('Alt+Digit8')
    expect(await decisionForm(at).getByRole('radio').count()).toBe(4)
    await decisionForm(at)
      .getByRole('radio', { name: t('act.reopen.ground.court'), exact: true })
      .focus()
    await at.page.keyboard.press('Space')
    await record(at, 'act.reopen')
    await pane
      .getByRole('status')
      .filter({ hasText: t('act.reopen.done') })
      .waitFor()
    expect(await offered(at).count()).toBeGreaterThan(3)
  })

  test('a matter of others is passed on', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t } = at
    await registerAtDesk(at, SHORT)
    await openByKeys(at, SHORT.surname)
    await begin(at, 'decision.act.competence')
    await choose(at, 'decision.competence', t('decision.competence.forwarded'))
    await record(at, 'decision.act.competence')
    await decisionForm(at).getByText(t('error.decision.body_missing')).waitFor()
    await choose(at, 'decision.body', 'олици')
    await record(at, 'decision.act.competence')
    await recorded(at)
    expect(await card(at).innerText()).toContain(t('application.status.forwarded'))
  })

  test('without essence an application is left under clause 5', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t } = at
    await registerAtDesk(at, SHORT)
    const pane = await openByKeys(at, SHORT.surname)
    await pane.getByText(t('decision.proposal.incomplete', { lacks: t('decision.lack.essence') })).waitFor()
    await begin(at, 'decision.act.completeness')
    await choose(at, 'decision.completeness', t('decision.incomplete'))
    await picture(at, 'completeness')
    await record(at, 'decision.act.completeness')
    await recorded(at)
    await pane.getByText(t('decision.proposal.leave')).waitFor()
    await goTo(at, 'today')
    await at.page.getByText(t('today.due.correction_over', { number: 1 })).waitFor()
    await openByKeys(at, SHORT.surname)
    await begin(at, 'decision.act.leave')
    await record(at, 'decision.act.leave')
    await decisionForm(at).getByText(t('error.decision.text_missing')).waitFor()
    await type(at, 'decision.reason', 'Мәселенің мәні жазылмаған')
    await record(at, 'decision.act.leave')
    await recorded(at)
    expect(await card(at).innerText()).toContain(t('application.status.left'))
  })

  test('under the Rules of 2026 it is put right, or returned after its three working days', async () => {
    const { at, userData } = await sitAtForTest('begun', language)
    const { t } = at
    await officeWorks(at, 'KZ-2026')
    await registersWithoutEssence(at)
    await registerAtDesk(at, SHORT)
    await openByKeys(at, SHORT.surname)
    const lacking = async () => {
      await begin(at, 'decision.act.completeness')
      await choose(at, 'decision.completeness', t('decision.incomplete'))
      await decisionForm(at).getByText(t('decision.correct_by')).waitFor()
      await record(at, 'decision.act.completeness')
      await recorded(at)
    }
    await lacking()
    await begin(at, 'decision.act.completeness')
    await choose(at, 'decision.completeness', t('decision.complete'))
    await record(at, 'decision.act.completeness')
    await recorded(at)
    await lacking()
    await begin(at, 'decision.act.return')
    await choose(at, 'act.ground', t('decision.return.not_corrected'))
    await type(at, 'decision.reason', 'Мерзімінде түзетілмеді')
    await record(at, 'decision.act.return')
    await decisionForm(at).getByText(t('error.decision.not_due')).waitFor()
    await picture(at, 'return-early')
    await at.desk.quit()

    const copy = await copyOf(userData)
    onTestFinished(() => remove(copy))
    const later = await sitDown(language, { userData: copy, env: withClockOff(8 * 86_400_000) })
    onTestFinished(() => later.desk.close())
    await speak(later, language)
    const pane = await openByKeys(later, SHORT.surname)
    await begin(later, 'decision.act.return')
    await choose(later, 'act.ground', t('decision.return.not_corrected'))
    await type(later, 'decision.reason', 'Мерзімінде түзетілмеді')
    await record(later, 'decision.act.return')
    await recorded(later)
    expect(await pane.innerText()).toContain(t('application.status.returned'))
  })

  test('an earlier case is decided not to be the same, and a refusal waits for a second person', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t } = at
    await officeWorks(at, 'second_person')
    await registerAtDesk(at, AGAIN)
    await registerAtDesk(at, FIRST)
    const pane = await openByKeys(at, FIRST.surname)
    await pane.getByText(t('decision.proposal.repeat', { count: 1 })).waitFor()
    await begin(at, 'decision.act.repeat')
    await choose(at, 'decision.same', t('decision.same.no'))
    await record(at, 'decision.act.repeat')
    await decisionForm(at).getByText(t('error.decision.text_missing')).waitFor()
    await type(at, 'decision.because', 'Бұрынғы өтініш басқа үй туралы')
    await picture(at, 'repeat')
    await record(at, 'decision.act.repeat')
    await recorded(at)
    await pane.getByText(t('decision.proposal.repeat', { count: 1 })).waitFor({ state: 'detached' })

    await begin(at, 'decision.act.propose')
    await choose(at, 'act.ground', t('decision.ground.competence'))
    await choose(at, 'decision.body', 'олици')
    await type(at, 'decision.facts', 'Мәселе жол қозғалысы ережелерін бұзуға қатысты')
    await type(at, 'decision.evidence', 'Құқық бұзушылық туралы хаттама')
    await type(at, 'decision.where_to_turn', 'Полиция департаменті')
    await choose(at, 'decision.decider', t('decider.apparatus_head'))
    await type(at, 'decision.decided_by', 'Сапаров Даурен')
    await record(at, 'decision.act.propose')
    await recorded(at)
    await pane.getByText(t('decision.own_proposal')).waitFor()
    expect((await offered(at).allInnerTexts()).join()).not.toContain(t('decision.act.approve'))
    await picture(at, 'proposed')
    await goTo(at, 'today')
    await at.page.getByText(t('today.due.refusal_waits', { number: 1 })).waitFor()
    await openByKeys(at, FIRST.surname)
    await begin(at, 'decision.act.decline')
    await type(at, 'decision.reason', 'Дәлел жеткіліксіз')
    await record(at, 'decision.act.decline')
    await recorded(at)
    expect(await card(at).innerText()).toContain(t('application.status.open'))
  })
})
