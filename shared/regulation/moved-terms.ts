import type { CalendarDay, WorkCalendar } from '../calendar/model.ts'
import { type DayKind, dayKind, findCalendarDay } from '../calendar/rules.ts'
import type { EntityId } from '../change/action.ts'
import type { ProfileId } from '../office/model.ts'
import type { Bilingual } from '../official/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { TermId } from './model.ts'
import { type ExplainedTerm, findTerm } from './terms.ts'

/** An open application as far as its terms go. */
export interface OpenCase {
  readonly entity: EntityId
  readonly profile: ProfileId
  /** The day its terms are counted from: when it really came. */
  readonly from: PlainDate
  /** The day it is booked for, or null: then the answer is waited for. */
  readonly booking: PlainDate | null
  /** The day a decision has put its answer off to, or null. No calendar moves what was decided. */
  readonly extendedTo: PlainDate | null
  /** The last day to put right what it lacks, told to the applicant; null or absent: it lacks nothing. */
  readonly correctBy?: PlainDate | null
}

/** A date that works under one calendar and not under the other. */
export interface ChangedDay {
  readonly date: PlainDate
  /** As it is now. */
  readonly day: DayKind
  /** The name of the row that makes it what it is, or that made it what it was; null where it was a plain day both times. */
  readonly name: Bilingual | null
}

/** A term of an open application that ends on another day; or a day that was told, of a booking, of an extension or to put right what lacks, that is off now. */
export type MovedTerm =
  | {
      readonly kind: 'term'
      readonly entity: EntityId
      readonly before: ExplainedTerm
      readonly after: ExplainedTerm
      /** The changed days that the count meets, by date. */
      readonly why: readonly ChangedDay[]
    }
  | {
      readonly kind: 'booked_day_off' | 'extended_day_off' | 'correction_day_off'
      readonly entity: EntityId
      readonly on: PlainDate
      readonly why: readonly ChangedDay[]
    }

/** What hangs on the day of a booked reception. */
const OF_RECEPTION: readonly TermId[] = ['briefing', 'official_tells', 'list_handed']

/** Dates that work under one of the calendars and not under the other, by date. */
export function changedDays(before: WorkCalendar, after: WorkCalendar): ChangedDay[] {
  const rows = [...before.years, ...after.years].flatMap(({ days }) => days.map(({ date }) => date))
  return [...new Set(rows)].sort().flatMap(date => {
    const day = dayKind(date, after)
    if (dayKind(date, before).working === day.working) return []
    const row: CalendarDay | null = findCalendarDay(date, after) ?? findCalendarDay(date, before)
    return [{ date, day, name: row?.name ?? null }]
  })
}

/**
 * Terms of open applications that another calendar moves: of the answer where none is booked, of what precedes the reception
 * where one is; and days given by a person that are days off now. The earliest new date first.
 */
export function movedTerms(cases: readonly OpenCase[], before: WorkCalendar, after: WorkCalendar): MovedTerm[] {
  const changed = changedDays(before, after)
  if (changed.length === 0) return []
  // Ten thousand applications came on a few hundred days: each pair of rule and day is counted once.
  const known = new Map<string, Counted | null>()
  const movedOf = (term: TermId, profile: ProfileId, from: PlainDate): Counted | null => {
    const key = `${term} ${profile} ${from}`
    const found = known.get(key)
    if (found !== undefined) return found
    const counted = countTwice(term, profile, from, { before, after, changed })
    known.set(key, counted)
    return counted
  }
  const offOn = (on: PlainDate) => changed.filter(({ date, day }) => date === on && !day.working)
  const toldOff = ({ entity, correctBy = null }: OpenCase): MovedTerm[] => {
    const why = correctBy === null ? [] : offOn(correctBy)
    return correctBy === null || why.length === 0 ? [] : [{ kind: 'correction_day_off', entity, on: correctBy, why }]
  }
  const ofCase = ({ entity, profile, from, booking, extendedTo }: OpenCase): MovedTerm[] => {
    if (booking === null && extendedTo === null) {
      return toArray(movedOf('answer', profile, from)).map(one => ({ kind: 'term', entity, ...one }))
    }
    const on = booking ?? extendedTo
    const kind = booking === null ? 'extended_day_off' : 'booked_day_off'
    const why = on === null ? [] : offOn(on)
    const terms = booking === null ? [] : OF_RECEPTION.flatMap(term => toArray(movedOf(term, profile, booking)))
    return [
      ...(on !== null && why.length > 0 ? [{ kind, entity, on, why } as const] : []),
      ...terms.map(one => ({ kind: 'term' as const, entity, ...one })),
    ]
  }
  const moved = cases.flatMap(one => [...ofCase(one), ...toldOff(one)])
  const dateOf = (one: MovedTerm) => (one.kind === 'term' ? one.after.by : one.on)
  return moved.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0))
}

type Counted = Pick<Extract<MovedTerm, { kind: 'term' }>, 'before' | 'after' | 'why'>

function toArray<T>(one: T | null): T[] {
  return one === null ? [] : [one]
}

interface Calendars {
  readonly before: WorkCalendar
  readonly after: WorkCalendar
  readonly changed: readonly ChangedDay[]
}

function countTwice(term: TermId, profile: ProfileId, from: PlainDate, calendars: Calendars): Counted | null {
  const before = findTerm(term, profile, from, calendars.before)
  const after = findTerm(term, profile, from, calendars.after)
  if (before === null || after === null || before.by === after.by) return null
  // Days before the end of a count of calendar days do not move it.
  const begun = after.unit === 'working_days' ? from : after.nominal
  const met = [begun, before.by, after.by].sort()
  const why = calendars.changed.filter(({ date }) => (met[0] ?? '') <= date && date <= (met[2] ?? ''))
  return { before, after, why }
}
