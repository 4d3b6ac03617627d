import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { card } from './pages/applications.ts'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { press as pressAt } from './pages/focus-walk.ts'
import { openByNumber } from './pages/frame.ts'
import { type Effort, Hands, secondsOf } from './pages/hands.ts'
import { journal, registered } from './pages/journal.ts'
import { registered as another, candidates, goToReception, lineOf, visitorPane } from './pages/reception.ts'
import {
  beginByKey,
  donePanel,
  earlierCases,
  fillMatter,
  fillPerson,
  focusedButton,
  inField,
  nextByKey,
  registerByKey,
  seedOfficials,
} from './pages/register.ts'
import { choosePrinter, connectPrinter, printByKey, printed, textOnPaper } from './pages/talon.ts'
import { VISITORS } from './pages/visitors.ts'
import { FULL, flowsIn } from './pages/words.ts'
import { type PreparedDesk, sitAt, sitAtForTest } from './prepared/prepared-desk.ts'

const MOST_SECONDS = 60
/** Presses of the save key, and as many registrations of another window at the same instants. */
/** The whole form goes on to a hundred. */
const RACES = FULL ? 50 : 20
const MEMBERS = ['ахметов', 'бейсенов', 'қасымова', 'нұрланов']

describe.each(flowsIn('ru'))('the desk at work by keys alone, %s', language => {
  const told = VISITORS[language]
  const table: Record<string, Effort & { readonly seconds: number }> = {}
  let folder: string
  let seat: PreparedDesk
  let at: AtDesk
  let hands: Hands
  const numbers: Record<string, string> = {}

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'desk-at-work-'))
    seat = await sitAt('begun', language)
    at = seat.at
    hands = new Hands(at)
    await connectPrinter(at, folder)
    await seedOfficials(at)
  })
  afterAll(async () => {
    await at?.desk.close()
    await seat?.leave()
    await remove(folder)
    console.table(table)
  })

  /** Writes down what was taken since the last time, and gives the seconds. */
  function note(what: string): number {
    const effort = hands.taken()
    table[what] = { ...effort, seconds: secondsOf(effort) }
    return secondsOf(effort)
  }

  test('an oral appeal from the cold form to the printed talon within a minute', async () => {
    await beginByKey(at, hands)
    await hands.fill(told.first.iin)
    await fillPerson(at, hands, told.first)
    await fillMatter(at, hands, told.first)
    numbers.first = await registerByKey(at, hands)
    await printByKey(at, hands)
    expect(note('oral, to the talon')).toBeLessThanOrEqual(MOST_SECONDS)
    expect(await registered(at)).toMatchObject([
      { number: numbers.first, channel: 'oral', iin: told.first.iin, topic: 'housing', officialId: '1', findings: [] },
    ])
    const paper = await textOnPaper((await printed(at)).at(-1) ?? '')
    expect(paper).toContain(numbers.first)
    expect(paper).toContain([told.first.surname, told.first.given, told.first.patronymic].map(shown).join(' '))
  })

  test('one who comes again is taken over from the earlier case, in half of that', async () => {
    await nextByKey(at, hands)
    await hands.type(told.again.iin)
    await earlierCases(at).first().waitFor()
    await hands.choose('F4')
    await fillMatter(at, hands, told.again)
    numbers.again = await registerByKey(at, hands)
    await printByKey(at, hands)
    expect(note('again, to the talon')).toBeLessThanOrEqual(MOST_SECONDS / 2)
    const [first, again] = await registered(at)
    expect(again).toMatchObject({
      number: numbers.again,
      subject: first?.subject,
      phone: first?.phone,
      given: first?.given,
    })
  })

  test('one who speaks for an organisation, by a power of attorney', async () => {
    await nextByKey(at, hands)
    await hands.fill(told.entity.iin)
    await fillPerson(at, hands, told.entity)
    await fillMatter(at, hands, told.entity)
    await hands.press('Alt+7')
    await inField(at, 'register.applicant')
    await hands.choose('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await inField(at, 'register.bin')
    await hands.fill('180940012348')
    await hands.fill(language === 'kk' ? 'заңгер' : 'юрист')
    await hands.fill('жшс береке агро')
    await hands.press('Alt+9')
    await inField(at, 'register.represented')
    await hands.choose('Space', 'Enter')
    // The organisation is named already, as the applicant.
    await hands.press('Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter')
    await inField(at, 'register.powers')
    await hands.choose('ArrowDown', 'Enter')
    await hands.fill('118')
    await hands.fill('нотариус')
    await hands.fill('01.10.2026')
    await hands.type('31.12.2030')
    numbers.entity = await registerByKey(at, hands)
    await printByKey(at, hands)
    note('for an organisation')
    expect((await registered(at)).at(-1)).toMatchObject({
      number: numbers.entity,
      applicant: 'legal_entity',
      bin: '180940012348',
      represented: true,
      organisation: 'жшс береке агро',
      powers: { document: 'power_of_attorney', number: '118', issued: '2026-10-01', validTo: '2030-12-31' },
      findings: [],
    })
  })

  test('a foreigner without an IIN, with an interpreter', async () => {
    await nextByKey(at, hands)
    await hands.press('Tab')
    await inField(at, 'register.no_iin')
    await hands.choose('ArrowDown', 'Enter')
    await fillPerson(at, hands, told.foreigner)
    await fillMatter(at, hands, told.foreigner)
    await hands.press('Alt+7')
    await inField(at, 'register.applicant')
    await hands.choose('ArrowDown', 'Enter')
    await inField(at, 'register.country')
    await hands.fill('өзбекстан')
    await hands.press('Alt+6')
    await inField(at, 'register.language')
    await hands.press('Enter', 'Enter', 'Enter')
    await inField(at, 'register.need.interpreter')
    await hands.choose('Space', 'Enter', 'Enter', 'Enter')
    await inField(at, 'register.interpreter_language')
    await hands.fill('өзбек')
    numbers.foreigner = await registerByKey(at, hands)
    await printByKey(at, hands)
    note('a foreigner')
    expect((await registered(at)).at(-1)).toMatchObject({
      number: numbers.foreigner,
      applicant: 'foreigner',
      iin: '',
      noIin: 'none_issued',
      needs: ['interpreter'],
      interpreterLanguage: 'өзбек',
    })
  })

  test('a delegation of five is one application and one place in the line', async () => {
    await nextByKey(at, hands)
    await hands.fill(told.delegation.iin)
    await fillPerson(at, hands, told.delegation)
    await fillMatter(at, hands, told.delegation)
    await hands.press('Alt+0')
    await inField(at, 'register.delegated')
    await hands.choose('Space', 'Enter')
    await inField(at, 'register.delegation')
    await hands.choose('5', 'Tab', 'Enter')
    for (const [index, surname] of MEMBERS.entries()) {
      await inField(at, 'register.surname')
      await hands.fill(surname)
      await hands.fill('арман')
      if (index < MEMBERS.length - 1) await hands.press('Enter', 'Tab', 'Tab', 'Enter')
    }
    numbers.delegation = await registerByKey(at, hands)
    await printByKey(at, hands)
    note('a delegation of five')
    const last = (await registered(at)).at(-1)
    expect(last).toMatchObject({ number: numbers.delegation, delegation: 5, findings: [] })
    expect(last?.members.map(({ surname }) => surname)).toEqual(
      MEMBERS.map(name => name[0]?.toUpperCase() + name.slice(1)),
    )
    await hands.press('Shift+Tab', 'Shift+Tab')
    await focusedButton(at, 'register.done.queue').waitFor()
    await hands.press('Enter')
    await donePanel(at)
      .getByText(at.t('register.done.queued', { ticket: '' }).trim())
      .waitFor()
    await goToReception(at)
    await visitLines(at).nth(0).waitFor()
    expect(await visitLines(at).count()).toBe(1)
  })

  test('who was registered is checked in, is not called before the check, and is received', async () => {
    const { page, t } = at
    const surname = shown(told.first.surname)
    await hands.press('F7')
    await hands.type(numbers.first ?? '')
    await candidates(at).filter({ hasText: surname }).first().waitFor()
    await hands.press('Enter')
    await inField(at, 'identity.number')
    await hands.press('F9')
    await page.getByText(t('reception.nobody_waits')).waitFor()
    expect(
      await visitorPane(at)
        .getByRole('button', { name: t('visit.act.call') })
        .count(),
    ).toBe(0)
    expect(await calls()).toBe(0)
    await inField(at, 'identity.number')
    await hands.fill('045678417')
    const line = lineOf(at, surname)
    await line.getByText(t('visit.status.waiting')).waitFor()
    await Promise.all([hands.press('F9'), hands.press('F9')])
    await line.getByText(t('visit.status.called')).waitFor()
    await hands.press('F9')
    expect(await calls()).toBe(1)
    await line.getByRole('link').and(page.locator(':focus')).waitFor()
    await hands.press('Enter')
    await line.getByText(t('visit.status.served')).waitFor()
    await hands.press('Enter')
    await page
      .getByRole('radio', { name: t('visit.result.satisfied') })
      .and(page.locator(':focus'))
      .waitFor()
    await hands.press('Space', 'Enter')
    await line.getByText(t('visit.status.finished')).waitFor()
    await openByNumber(at, hands, numbers.first ?? '')
    await card(at).getByText(t('application.status.received')).first().waitFor()
  })

  test('one who does not come is absent, comes back to the line and is called again', async () => {
    const { page, t } = at
    await hands.press('Control+3')
    const surname = shown(told.delegation.surname)
    const line = lineOf(at, surname)
    await line.getByText(t('visit.status.arrived')).waitFor()
    await hands.press('F7')
    await hands.press('Escape')
    await line.getByRole('link').and(page.locator(':focus')).waitFor()
    await hands.press('Enter')
    // Each of the five is checked by name before they are called.
    for (let person = 1; person <= 5; person += 1) {
      const checked = t('identity.progress', { number: person - 1, total: 5 })
      await visitorPane(at).getByText(checked).waitFor()
      await inField(at, 'identity.number')
      await hands.fill(`04567841${person}`)
    }
    await line.getByText(t('visit.status.waiting')).waitFor()
    await hands.press('F9')
    await line.getByText(t('visit.status.called')).waitFor()
    await hands.press('n')
    await line.getByText(t('visit.status.missed')).waitFor()
    await hands.press('b')
    await line.getByText(t('visit.status.waiting')).waitFor()
    await hands.press('F9')
    await line.getByText(t('visit.status.called')).waitFor()
    expect(await calls()).toBe(3)
  })

  test('a call is logged by one key pressed twice, a consultation and a declined booking by a mark more', async () => {
    const { page, t } = at
    const logged = async () => {
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByText(t('contact.logged')).waitFor()
    }
    hands.taken()
    await hands.press('F6')
    await inField(at, 'register.channel')
    await hands.press('F6')
    await logged()
    note('a call')
    for (const [mark, tabs] of [['contact.consultation', 1] as const, ['contact.declined', 2] as const]) {
      await hands.press('F6')
      await inField(at, 'register.channel')
      for (let tab = 0; tab < tabs; tab += 1) await hands.press('Tab')
      await inField(at, mark)
      await hands.choose('Space', 'Enter')
      await logged()
    }
    note('a consultation, a declined booking')
    await hands.press('Control+1')
    await page.getByText(t('contact.today.counts', { all: 3, calls: 3, consultations: 1, declined: 1 })).waitFor()
  })

  test('without a printer it is said that the talon was kept, and it is saved with its number and its letters', async () => {
    const { page, t } = at
    await choosePrinter(at, null)
    const before = (await printed(at)).length
    await beginByKey(at, hands)
    await hands.fill('')
    await hands.fill('Әңғұқ')
    await hands.fill('Үһөі')
    await hands.press('Enter', 'Enter')
    await hands.type('көше жарығы жоқ')
    numbers.kept = await registerByKey(at, hands)
    await focusedButton(at, 'register.done.talon').waitFor()
    await hands.press('Enter')
    await donePanel(at).getByText(t('talon.not_printed.no_printer')).waitFor()
    expect((await printed(at)).length).toBe(before)
    const file = path.join(folder, `${language}.pdf`)
    await at.desk.answerNextDialog({ filePath: file })
    await pressAt(page, page.getByRole('button', { name: t('talon.save') }))
    await donePanel(at).getByText(file).waitFor()
    const text = await textOnPaper(file)
    expect(text).toContain(numbers.kept)
    expect(text).toContain('Әңғұқ Үһөі')
  })

  test('after all of it the desk is started again, and everything is there', async () => {
    const kept = await journal(at)
    expect(await at.desk.quit()).toBe(0)
    at = await sitDown(language, { userData: seat.userData })
    hands = new Hands(at)
    await at.page.getByRole('navigation', { name: at.t('nav.label') }).waitFor()
    expect(await journal(at)).toEqual(kept)
    await openByNumber(at, hands, numbers.first ?? '')
    await card(at).getByText(at.t('application.status.received')).first().waitFor()
    await goToReception(at)
    await lineOf(at, shown(told.delegation.surname)).getByText(at.t('visit.status.called')).waitFor()
    await lineOf(at, shown(told.first.surname)).getByText(at.t('visit.status.finished')).waitFor()
    await openByNumber(at, hands, numbers.delegation ?? '')
    await card(at).getByText(shown(told.delegation.surname)).first().waitFor()
  })

  async function calls(): Promise<number> {
    return (await journal(at)).filter(({ type }) => type === 'visit.called').length
  }
})

test(`${2 * RACES} registrations of two hands at once have as many numbers in their order`, async () => {
  const { at } = await sitAtForTest('begun', 'ru')
  const hands = new Hands(at)
  await beginByKey(at, hands)
  for (let turn = 0; turn < RACES; turn += 1) {
    await hands.press('Enter')
    await inField(at, 'register.surname')
    await hands.type('о')
    await hands.press('Enter', 'Enter', 'Enter', 'Enter')
    await inField(at, 'register.essence')
    await hands.type('су')
    // A second press of the same registration is the same registration.
    await Promise.all([hands.press('Control+Enter', 'Control+Enter'), registerBeside(at, turn)])
    await focusedButton(at, 'register.done.talon').waitFor()
    await hands.press('Tab', 'Tab', 'Tab', 'Enter')
    await inField(at, 'register.iin')
  }
  const serials = (await registered(at)).map(({ number }) => Number(/-(\d{6})/.exec(number)?.[1]))
  expect(serials).toEqual(Array.from({ length: 2 * RACES }, (_, index) => index + 1))
}, 300_000)

/** A name as it is shown: typed small, it gets its capital. */
function shown(typed: string): string {
  return `${typed[0]?.toUpperCase()}${typed.slice(1)}`
}

/** The lines of the line of the day. */
function visitLines({ page }: AtDesk): Locator {
  return page.locator('tr[data-visit]')
}

/** Registers as another window of the desk would. */
async function registerBeside(at: AtDesk, turn: number): Promise<void> {
  await another(at, `beside${String(turn).padStart(10, '0')}`, {}, { surname: 'Ә', iin: '' })
}
