import type { EntityId } from '#shared/change/action.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import type { StateOf } from '#shared/change/project-view.ts'
import { fromDayNumber, type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import type { QueryContext } from '../query-context.ts'
import { findState, letterMonth, openRecords } from '../rows.ts'
import { openStates } from '../states.ts'
import { applicationsTagged } from '../store.ts'
import { journalMonth } from './journal-month.ts'
import { type JournalAsked, type JournalPage, type JournalRow, journalRow } from './model.ts'
import { asWhole, byMonth, type JournalSource, startOf, taggedStates, wholeDays } from './pages.ts'
import { applicationsOf, protocolOfVisit } from './related.ts'

/** Above every key that begins alike. */
const LAST = '\uffff'

/** All that was registered, by the day of registration and in the order of numbers. */
export const registrations: JournalSource = async ({ db, sealer }, asked) => {
  const { limit } = asked
  const [first, end] = [toDayNumber(startOf(asked)), toDayNumber(asked.to)]
  if (first > end) return { rows: [], next: null }
  const days = (lower: unknown[], upper: number) =>
    db.applications.where('[day+id]').between(lower, [upper, LAST], false, true)
  const read = await days([first, ''], end)
    .limit(limit + 1)
    .toArray()
  const next = wholeDays(read, limit, ({ day }) => fromDayNumber(day))
  const last = read.at(-1)
  const isCut = next !== null && last?.day === toDayNumber(next)
  const more = isCut ? await days([last.day, last.id], last.day).toArray() : []
  const stored = [...read, ...more].filter(({ day }) => next === null || day <= toDayNumber(next))
  const rows = (await openRecords(sealer, stored)).flatMap(rowOfRegistration)
  return { rows: rows.sort(byNumber), next }
}

const registered = new WeakMap<StateOf['application'], JournalRow>()

/** Of the same state the same row: a page that is answered again after an act sends the one that moved. */
function rowOfRegistration(record: EntityRecord): JournalRow[] {
  const application = findState('application', record)
  const day = application?.facts?.registered ?? null
  if (day === null || application === null) return []
  const row =
    registered.get(application) ?? journalRow({ id: record.id, day, application: record.id, of: { application } })
  registered.set(application, row)
  return [row]
}

/** Who was received: visitors by their tickets, and what was brought in from a file as received. */
export const receptions: JournalSource = async (context, asked) => {
  const held = await visitsHeld(context, asked)
  const until = held.next ?? asked.to
  const brought = await receivedInFiles(context, { ...asked, to: until })
  return { rows: [...held.rows, ...brought].sort(byDay), next: held.next }
}

async function visitsHeld(context: QueryContext, asked: JournalAsked): Promise<JournalPage> {
  const { db, sealer } = context
  const start = startOf(asked)
  if (start > asked.to) return { rows: [], next: null }
  const read = await db.entities
    .where('id')
    .between(`visit:${toDayNumber(start)}`, `visit:${toDayNumber(asked.to)}${LAST}`)
    .limit(asked.limit + 1)
    .toArray()
  const dayOf = ({ id }: { id: string }) => fromDayNumber(Number(id.slice(6, 14)))
  const next = wholeDays(read, asked.limit, dayOf)
  const rest = next === null ? [] : await restOfDay(context, read.at(-1)?.id ?? '', next)
  const stored = [...read, ...rest].filter(row => next === null || dayOf(row) <= next)
  const visits = (await openStates(sealer, 'visit', stored)).filter(({ status }) => status === 'finished')
  const applications = await applicationsOf(
    context,
    visits.map(({ checkIn }) => checkIn?.application),
  )
  const rows = visits.map(async (visit): Promise<JournalRow[]> => {
    if (visit.checkIn === null) return []
    const { application: id, day } = visit.checkIn
    const application = applications.get(id)
    const { instructions, ...protocol } = await protocolOfVisit(context, visit.id)
    const of = { visit, ...(application ? { application } : {}), ...protocol }
    return [journalRow({ id: visit.id, day, application: id, of, instructions })]
  })
  return { rows: (await Promise.all(rows)).flat(), next }
}

async function restOfDay({ db }: QueryContext, id: string, day: PlainDate) {
  const end = `visit:${toDayNumber(day)}${LAST}`
  return id >= end ? [] : db.entities.where('id').between(id, end, false).toArray()
}

async function receivedInFiles(context: QueryContext, asked: JournalAsked): Promise<JournalRow[]> {
  const page = await byMonth(async (_, month) => {
    const [stored = []] = await applicationsTagged(context.db, [
      await context.sealer.tag(journalMonth('receptions', month)),
    ])
    return (await openRecords(context.sealer, stored)).flatMap(record => {
      const application = findState('application', record)
      const day = application?.facts?.received ?? null
      if (day === null || application === null || application.status === 'undone') return []
      return [journalRow({ id: record.id, day, application: record.id, of: { application } })]
    })
  })(context, { ...asked, limit: Number.POSITIVE_INFINITY })
  return [...page.rows]
}

/** What the applicant's refusal says, by the day it was decided or proposed. */
export const refusals = byMonth(async ({ db, sealer }, month) => {
  const [stored = []] = await applicationsTagged(db, [await sealer.tag(journalMonth('refusals', month))])
  return (await openRecords(sealer, stored)).flatMap(record => {
    const application = findState('application', record)
    const day = application?.registered?.refusal?.on ?? null
    if (day === null || application === null) return []
    return [journalRow({ id: record.id, day, application: record.id, of: { application } })]
  })
})

/** What was instructed, by the day it was given. */
export const control = byMonth(async (context, month) => {
  const states = await taggedStates(context, 'instruction', journalMonth('control', month))
  return withApplications(context, states, 'instruction', ({ given, instruction }) => ({
    day: given?.on,
    application: instruction?.application,
  }))
})

/** Protocols that were signed, annulled ones too, by the day of the reception. */
export const protocols = byMonth(async (context, month) => {
  const states = await taggedStates(context, 'protocol', journalMonth('protocols', month))
  return withApplications(context, states, 'protocol', ({ protocol }) => ({
    day: protocol?.on,
    application: protocol?.application,
  }))
})

/** Letters that were signed off, annulled ones too, by the day they were. */
export const letters = byMonth(async (context, month) => {
  const states = await taggedStates(context, 'letter', letterMonth(month))
  const inOrder = states.toSorted((a, b) => (a.signed?.number.serial ?? 0) - (b.signed?.number.serial ?? 0))
  return withApplications(context, inOrder, 'letter', ({ signed, letter }) => ({
    day: signed?.on,
    application: letter?.application,
  }))
})

/** Contacts that were not taken back, by the day they were logged. */
export const contacts: JournalSource = async ({ db, sealer }, asked) => {
  const start = startOf(asked)
  if (start > asked.to) return { rows: [], next: null }
  const days = (lower: string, upper: string) =>
    db.entities.where('[noun+since]').between(['contact', lower], ['contact', upper], true, true)
  const read = await days(start, asked.to)
    .limit(asked.limit + 1)
    .toArray()
  const next = wholeDays(read, asked.limit, ({ since }) => since as PlainDate)
  const stored =
    next === null ? read : [...read.filter(({ since }) => since < next), ...(await days(next, next).toArray())]
  const states = (await openStates(sealer, 'contact', stored)).filter(({ status }) => status === 'logged')
  const rows = states.flatMap(contact =>
    contact.on === null ? [] : [journalRow({ id: contact.id, day: contact.on, of: { contact } })],
  )
  return { rows: rows.sort((a, b) => ((a.of.contact?.at ?? '') < (b.of.contact?.at ?? '') ? -1 : 1)), next }
}

/** Absences and restrictions that reach into the days asked for, by their first day; those taken back too. */
export const absences = asWhole(async ({ db, sealer }, { from, to }) => {
  const ofNoun = (noun: string) => db.entities.where('[noun+since]').between([noun, ''], [noun, LAST]).toArray()
  const gone = (await openStates(sealer, 'absence', await ofNoun('absence'))).flatMap(absence =>
    absence.absence === null || absence.absence.to < from || absence.absence.from > to
      ? []
      : [journalRow({ id: absence.id, day: absence.absence.from, of: { absence } })],
  )
  const set = (await openStates(sealer, 'restriction', await ofNoun('restriction'))).flatMap(restriction => {
    const one = restriction.restriction
    return one === null || (one.to !== null && one.to < from) || one.from > to
      ? []
      : [journalRow({ id: restriction.id, day: one.from, of: { restriction } })]
  })
  return [...gone, ...set]
})

/** Every approval and every change of a schedule, by the day it was entered. */
export const changes = asWhole(async ({ db, sealer }, { from, to }) => {
  const stored = await db.entities.where('[noun+since]').between(['schedule', ''], ['schedule', LAST]).toArray()
  const states = await openStates(sealer, 'schedule', stored)
  return states.flatMap(({ head: _, needsUpdate: __, ...schedule }) =>
    schedule.versions
      .filter(({ on }) => on >= from && on <= to)
      .map(version => journalRow({ id: version.action, day: version.on, of: { schedule }, version })),
  )
})

async function withApplications<N extends 'instruction' | 'protocol' | 'letter'>(
  context: QueryContext,
  states: readonly (StateOf[N] & { readonly id: EntityId })[],
  noun: N,
  standsOf: (state: StateOf[N]) => { day: PlainDate | undefined; application: EntityId | null | undefined },
): Promise<JournalRow[]> {
  const applications = await applicationsOf(
    context,
    states.map(state => standsOf(state).application),
  )
  return states.flatMap(state => {
    const { day, application = null } = standsOf(state)
    if (day === undefined) return []
    const its = applications.get(application ?? '')
    const of = { [noun]: state, ...(its ? { application: its } : {}) }
    return [journalRow({ id: state.id, day, application, of })]
  })
}

function byDay(a: JournalRow, b: JournalRow): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}

function byNumber(a: JournalRow, b: JournalRow): number {
  const [one, other] = [a.of.application?.registered?.number, b.of.application?.registered?.number]
  return (
    byDay(a, b) || (one?.letter ?? '').localeCompare(other?.letter ?? '') || (one?.serial ?? 0) - (other?.serial ?? 0)
  )
}
