import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { officialDate } from '#shared/time/official-date.ts'
import { addDays, type PlainDate, weekdayOf } from '#shared/time/plain-date.ts'
import { card } from './pages/applications.ts'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { officeWorks, openByKeys } from './pages/decisions.ts'
import { passFirstRun } from './pages/first-run.ts'
import { goTo, goToAddress, speak } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { fillPlace, papersOf, sendLetter, signLetter } from './pages/letter-writing.ts'
import { seedOfficePeople } from './pages/office-people.ts'
import { bare, picture, textOfDocx, textOfPdf, written } from './pages/paper.ts'
import { todayOf } from './pages/planner.ts'
import { checkIn, focusedLine, goToReception, lineOf, toService } from './pages/reception.ts'
import { donePanel, numberSaid } from './pages/register.ts'
import { choosePrinter } from './pages/talon.ts'
import { datesIn, flowsIn, type Language } from './pages/words.ts'

/** What is said in which language and by which act; the talk, the protocol and the letters are in the applicant's own. */
const STORIES = {
  kk: {
    act: null,
    surname: 'Сұлтанова',
    given: 'Айгерім',
    patronymic: 'Маратқызы',
    essence: 'Абай көшесі, 14-үйдің ауласында екі айдан бері жарық жоқ, қалпына келтіруді сұрайды',
    clause: '33-тармағы',
    title: 'Жеке тұлғаларды және заңды тұлғалардың өкілдерін жеке қабылдаудың ХАТТАМАСЫ',
    vague: 'тез арада',
    decision: 'Жарықты қалпына келтіру тапсырылсын',
    action: 'Абай көшесі, 14-үйдің ауласында жарықты қалпына келтіру және арыз берушіге жауап беру',
    executor: 'Ахметов Бауыржан Серікұлы',
    report: 'Үш жарық бағаны жөнделді, кабель ауыстырылды',
    decided: 'өтініш қанағаттандырылды, ауладағы жарық қалпына келтірілді',
    motives: 'аула жарығы облыс бюджеті есебінен ұсталады, ақаудың себебі кабельдің тозуы екені анықталды',
    again: 'Абай көшесі, 14-үйдің ауласында жарық тағы жанбайды, қалпына келтіруді сұрайды',
  },
  ru: {
    act: 'KZ-2026',
    surname: 'Султанова',
    given: 'Айгерим',
    patronymic: 'Маратовна',
    essence: 'Во дворе дома 14 по улице Абая два месяца нет освещения, просит восстановить',
    clause: 'статьей80',
    title: 'ПРОТОКОЛ личного приема физических лиц и представителей юридических лиц должностными лицами',
    vague: 'в кратчайшие сроки',
    decision: 'Поручить восстановить освещение',
    action: 'Восстановить освещение двора дома 14 по улице Абая и дать ответ заявителю',
    executor: 'Ахметов Бауржан Серикович',
    report: 'Отремонтированы три опоры, заменен кабель',
    decided: 'обращение удовлетворено, освещение двора восстановлено',
    motives: 'освещение двора содержится за счет областного бюджета, причиной неисправности был износ кабеля',
    again: 'Во дворе дома 14 по улице Абая снова нет освещения, просит восстановить',
  },
} as const satisfies Record<Language, object>

const IIN = '850101400011'
const PHONE = '8 701 555 01 47'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whole-case-'))
})
afterAll(() => remove(folder))

const main = ({ page }: AtDesk) => page.getByRole('main')
const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const button = (at: AtDesk, name: string) => main(at).getByRole('button', { name, exact: true })
const field = (at: AtDesk, name: string) => main(at).getByLabel(name, { exact: true })
const pane = ({ page, t }: AtDesk) => page.getByRole('complementary', { name: t('control.instruction'), exact: true })
const typed = (date: PlainDate) => date.split('-').toReversed().join('.')

async function confirm(at: AtDesk, act: string): Promise<void> {
  await dialog(at).getByRole('button', { name: act, exact: true }).click()
  await dialog(at).waitFor({ state: 'detached' })
}

/** The next working day of the week after so many days. */
function weekdayAfter(today: PlainDate, days: number): PlainDate {
  const day = addDays(today, days)
  return weekdayOf(day) > 5 ? weekdayAfter(today, days + 1) : day
}

/** The desk of the head of the reception room, with the officials of the office. */
async function headSitsDown(language: Language): Promise<AtDesk> {
  const at = await sitDown(language)
  onTestFinished(() => at.desk.close())
  await speak(at, language)
  await passFirstRun(at, 'head')
  await (await inspect(at)).resize(OFFICE_SCREEN)
  await seedOfficePeople(at)
  await choosePrinter(at, null)
  const { act } = STORIES[language]
  if (act !== null) await officeWorks(at, act)
  return at
}

/** Somebody calls: the request is written down as it is said, and gets its number. */
async function registersCall(at: AtDesk, essence: string): Promise<string> {
  const { page, t, language } = at
  const { surname, given, patronymic } = STORIES[language]
  await goTo(at, 'register')
  await page.getByRole('radio', { name: 'Call-' }).check()
  for (const [label, text] of [
    ['register.iin', IIN],
    ['register.surname', surname],
    ['register.given', given],
    ['register.patronymic', patronymic],
    ['register.phone', PHONE],
    ['register.essence', essence],
  ] as const)
    await page.getByRole('textbox', { name: new RegExp(`^${t(label)}`) }).fill(text)
  await page.getByRole('combobox', { name: t('register.official'), exact: true }).fill('сап')
  await page.keyboard.press('Enter')
  await picture(at, 'register')
  // By the Rules of 2026 nobody is put down by a call: who called comes.
  if (STORIES[language].act !== null) {
    await page.getByText(t('finding.signature_needed')).waitFor()
    await page.getByRole('radio', { name: language === 'kk' ? 'Ауызша' : 'Устно' }).check()
  }
  await page.keyboard.press('Control+Enter')
  return numberSaid(at)
}

/** A time is booked from the panel of what was registered. */
async function books(at: AtDesk, on: PlainDate, time: string): Promise<void> {
  const { t } = at
  await donePanel(at)
    .getByRole('button', { name: t('register.done.book') })
    .click()
  const label = (key: 'column.official' | 'act.book.day' | 'act.book.date' | 'act.book.time') =>
    dialog(at).getByLabel(t(key), { exact: true })
  await label('column.official').selectOption('akim-1')
  await label('act.book.day').selectOption('other')
  await label('act.book.date').fill(typed(on))
  await label('act.book.time').fill(time)
  await picture(at, 'booking')
  await confirm(at, t('act.book'))
}

/** The talon is kept as a file where no printer is. */
async function talonOf(at: AtDesk): Promise<string> {
  const { t } = at
  await donePanel(at)
    .getByRole('button', { name: t('register.done.talon') })
    .click()
  await donePanel(at).getByText(t('talon.not_printed.no_printer')).waitFor()
  await picture(at, 'registered')
  return textOfPdf(
    await written(at, donePanel(at).getByRole('button', { name: t('talon.save') }), path.join(folder, 'talon.pdf')),
  )
}

/** Comes, shows a document, is called and comes in; `ticket` is the line they stand in. */
async function comesIn(at: AtDesk, number: string, ticket: string): Promise<void> {
  const { page, t } = at
  await goToReception(at)
  await checkIn(at, number)
  await page.keyboard.type('012345678')
  await page.keyboard.press('Enter')
  await lineOf(at, ticket).getByText(t('visit.status.waiting'), { exact: true }).waitFor()
  await toService(at, ticket)
  await focusedLine(at, ticket).waitFor()
}

/** From the line into the protocol of who is in the room. */
async function opensProtocol(at: AtDesk): Promise<void> {
  const { page, t } = at
  await page.keyboard.press('t')
  await main(at)
    .getByRole('heading', { level: 1, name: t('protocol.title'), exact: true })
    .waitFor()
}

/** Writes the protocol: a phrase by its key, a term in words refused, an instruction with an exact day. */
async function writesProtocol(at: AtDesk, due: PlainDate): Promise<void> {
  const { page, t, language } = at
  const { decision, action, vague } = STORIES[language]
  await main(at).getByText(t('protocol.fault.decision_empty'), { exact: true }).waitFor()
  await button(at, `${t('protocol.to')}: ${t('protocol.now')}`).click()
  await field(at, t('protocol.sheet.decision')).focus()
  await page.keyboard.press('Control+j')
  await page.getByRole('menuitem').first().and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await field(at, t('protocol.sheet.decision')).and(page.locator(':focus')).waitFor()
  await field(at, t('protocol.sheet.decision')).fill(`${decision}.`)
  await button(at, t('protocol.instruction.add')).click()
  await field(at, t('executor.label')).selectOption('official:unit-3')
  await field(at, t('protocol.due')).fill(vague)
  await main(at).getByText(new RegExp(vague)).first().waitFor()
  await field(at, t('protocol.due')).fill(typed(due))
  await page.keyboard.press('Tab')
  await field(at, t('protocol.action')).fill(action)
  await main(at).locator('.letter-faults [data-level="stop"]').first().waitFor({ state: 'detached' })
}

/** What is typed survives a page that goes away; until it is signed its sheet is a draft. */
async function staysADraft(at: AtDesk): Promise<void> {
  const { page, t, language } = at
  const { action } = STORIES[language]
  // What was typed a second ago is on disk.
  await page.waitForTimeout(1000)
  await page.reload()
  await field(at, t('protocol.action')).waitFor()
  expect(await field(at, t('protocol.action')).inputValue()).toBe(action)
  const draft = await written(at, button(at, t('protocol.draft_pdf')), path.join(folder, 'draft.pdf'))
  expect(await textOfPdf(draft)).toContain(bare(t('protocol.sheet.draft')))
}

async function signsProtocol(at: AtDesk): Promise<void> {
  const { t } = at
  await button(at, t('protocol.sign')).click()
  await dialog(at)
    .getByRole('button', { name: t('protocol.sign.act'), exact: true })
    .click()
  await main(at).getByText(t('protocol.status.signed'), { exact: true }).waitFor()
}

/** The sheet and the slip of a signed protocol, read back in both forms. */
async function readsProtocol(at: AtDesk, due: PlainDate, number: string): Promise<void> {
  const { t, language } = at
  const { act, title, decision, action, executor, surname, given } = STORIES[language]
  const file = (name: string) => path.join(folder, `${name}-${language}`)
  const own = bare(await main(at).locator('.screen-head b').innerText())
  const pdf = await textOfPdf(await written(at, button(at, t('protocol.print')), `${file('protocol')}.pdf`))
  const docx = await textOfDocx(await written(at, button(at, t('protocol.docx')), `${file('protocol')}.docx`))
  for (const sheet of [pdf, docx]) {
    for (const said of [title, decision, action, executor, surname, given, number]) expect(sheet).toContain(bare(said))
    for (const said of [officialDate(due, datesIn(language)), t('protocol.sheet.ended')])
      expect(sheet).toContain(bare(said))
    expect(sheet).toContain(`№${own}`)
    expect(sheet).not.toContain(bare(t('protocol.sheet.draft')))
    expect(sheet.includes(bare(t('protocol.sheet.annex')))).toBe(act !== null)
  }
  const slip = await textOfPdf(await written(at, button(at, t('protocol.slips')), `${file('slip')}.pdf`))
  for (const said of [own, action, executor, officialDate(due, datesIn(language))]) expect(slip).toContain(bare(said))
  expect(slip).not.toContain(surname)
}

/** Under the Rules of 2026 the protocol goes to the applicant. */
async function sendsProtocol(at: AtDesk): Promise<void> {
  const { t, page } = at
  await goTo(at, 'today')
  await main(at)
    .getByText(t('today.protocols_to_send', { count: 1 }))
    .waitFor()
  await page.goBack()
  await button(at, t('protocol.send')).click()
  await confirm(at, t('letter.send.act'))
  await main(at).getByText(t('protocol.status.sent'), { exact: true }).waitFor()
}

/** The reception ends with an instruction. */
async function endsReception(at: AtDesk, surname: string): Promise<void> {
  const { page, t } = at
  await goToReception(at)
  await lineOf(at, surname).getByRole('link').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: t('visit.result.instruction') }).check()
  await page.keyboard.press('Enter')
  await lineOf(at, surname).getByText(t('visit.status.finished'), { exact: true }).waitFor()
}

/** From the board to the instruction of the only one it holds. */
async function opensInstruction(at: AtDesk): Promise<void> {
  await goTo(at, 'control')
  await main(at).locator('a.cover').first().press('Enter')
  await pane(at).waitFor()
}

async function press(at: AtDesk, name: string): Promise<void> {
  await pane(at).getByRole('button', { name, exact: true }).click()
}

/** The term is moved on a decision, and what was done is reported. */
async function executes(at: AtDesk, due: PlainDate): Promise<void> {
  const { t, language } = at
  const label = (key: Parameters<typeof t>[0]) => dialog(at).getByLabel(t(key), { exact: true })
  await press(at, t('control.act.extended'))
  await label('control.extend.to').fill(typed(addDays(due, 7)))
  await label('control.extend.number').fill('12-3/4')
  await label('control.extend.by').fill('Д. Сапаров')
  await picture(at, 'extend')
  await confirm(at, t('control.act.extended.act'))
  await pane(at).getByText(t('control.done.extended')).waitFor()
  await press(at, t('control.act.executed'))
  await label('control.executed.text').fill(STORIES[language].report)
  await confirm(at, t('control.act.executed.act'))
  await pane(at).getByText(t('control.done.executed')).waitFor()
}

/** The final reasoned answer: written from the instruction, signed off, read back in PDF and Word, sent. */
async function answers(at: AtDesk, number: string, today: PlainDate): Promise<void> {
  const { t, language } = at
  const { surname, given, action, report, decided, motives, clause } = STORIES[language]
  const kind = t('letter.kind.final_answer')
  await pane(at)
    .getByRole('link', { name: t('control.letter.write', { kind }), exact: true })
    .click()
  await main(at).getByRole('heading', { level: 1, name: kind, exact: true }).waitFor()
  await fillPlace(at, language, '{{decision}}', decided)
  await fillPlace(at, language, '{{motives}}', motives)
  await picture(at, 'answer-written')
  await signLetter(at)
  const letter = await papersOf(at, folder, 'answer', language)
  expect(letter.number).toMatch(/^1\/А-1/)
  for (const paper of [letter.pdf, letter.docx]) {
    for (const said of [number, action, report, decided, motives, clause, surname, letter.number])
      expect(paper).toContain(bare(said))
    expect(paper).toContain(bare(officialDate(today, datesIn(language))))
    expect(paper).toContain(`${given.charAt(0)}.`)
    expect(paper).not.toContain('{{')
  }
  await picture(at, 'answer-signed')
  await sendLetter(at, 'RR123456789KZ')
}

/** The answer is noted, and the head, who is not the executor, takes it off control. */
async function closes(at: AtDesk): Promise<void> {
  const { t } = at
  await opensInstruction(at)
  await press(at, t('control.act.answered'))
  await dialog(at).getByLabel(t('control.answer.reasoned'), { exact: true }).check()
  await picture(at, 'answer-noted')
  await confirm(at, t('control.act.answered.act'))
  await press(at, t('control.act.closed'))
  await dialog(at).getByText(t('control.close.sentence')).waitFor()
  await picture(at, 'closing')
  await confirm(at, t('control.act.closed.act'))
  await main(at).getByText(t('control.none.title')).waitFor()
}

/** The figure of what was taken off control opens this very record. */
async function figureOpens(at: AtDesk, number: string, today: PlainDate): Promise<void> {
  const { page, t } = at
  const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`
  await goToAddress(at, `#/report?quarter=${quarter}`)
  const line = main(at)
    .getByRole('row')
    .filter({ has: page.locator('a[href*="instruction_closed"]') })
  await line.scrollIntoViewIfNeeded()
  await picture(at, 'report')
  await line.getByRole('link').first().click()
  await main(at)
    .getByRole('heading', { name: t('report.records.title') })
    .waitFor()
  await picture(at, 'records')
  await main(at).getByRole('table').getByRole('link').first().click()
  await card(at).getByText(number).first().waitFor()
}

describe.each(flowsIn('kk'))('one whole case, %s', language => {
  test('from the telephone to the answer, off control, in the report; and its executor does not get the matter again', async () => {
    const at = await headSitsDown(language)
    const { t } = at
    const { surname, given, essence, again } = STORIES[language]
    const today = await todayOf(at)
    const due = weekdayAfter(today, 10)

    const number = await registersCall(at, essence)
    await books(at, today, '10:20')
    const talon = await talonOf(at)
    for (const said of [number, surname, given, '10:20', '301']) expect(talon).toContain(bare(said))
    await comesIn(at, number, 'А-001')
    await picture(at, 'reception')
    await opensProtocol(at)
    await writesProtocol(at, due)
    await picture(at, 'protocol')
    await main(at).evaluate(part => part.scrollTo(0, 0))
    await picture(at, 'protocol-top')
    expect(await (await inspect(at)).violations()).toEqual([])
    await staysADraft(at)
    await signsProtocol(at)
    await picture(at, 'protocol-signed')
    await readsProtocol(at, due, number)
    if (STORIES[language].act !== null) await sendsProtocol(at)
    await endsReception(at, surname)

    await opensInstruction(at)
    expect(await (await inspect(at)).violations()).toEqual([])
    await picture(at, 'board')
    await executes(at, due)
    await picture(at, 'executed')
    await answers(at, number, today)
    await closes(at)
    await openByKeys(at, surname)
    await picture(at, 'card')
    await figureOpens(at, number, today)

    // The same matter comes again: who settled it is not its executor a second time (clause 35, KZ-2026 rule 12).
    await comesIn(at, await registersCall(at, again), 'А-002')
    await opensProtocol(at)
    await button(at, t('protocol.instruction.add')).click()
    await field(at, t('executor.label')).selectOption('official:unit-3')
    const stop = main(at).locator('.notice.red').filter({ hasText: number })
    await stop.waitFor()
    await stop.scrollIntoViewIfNeeded()
    await picture(at, 'barred')
    expect(await stop.innerText()).toContain(number)
  })
})
