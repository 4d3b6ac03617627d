import type { WorkCalendar } from '../calendar/model.ts'
import {
  addWorkingDays,
  type DayKind,
  dayKind,
  findCalendarDay,
  previousWorkingDay,
  rollForward,
  unsureYearsBetween,
} from '../calendar/rules.ts'
import type { ProfileId } from '../office/model.ts'
import type { Bilingual } from '../official/model.ts'
import { addDays, addMonths, type PlainDate } from '../time/plain-date.ts'
import type { ClauseRef, TermEvent, TermId, TermRule } from './model.ts'
import { profileOf } from './profile.ts'

/** A day that was passed over, with the name of its row in the calendar; null for a plain weekend day. */
export interface SkippedDay extends DayKind {
  readonly name: Bilingual | null
}

/** In what a term is counted, and which way. */
export type Measure = Pick<TermRule, 'amount' | 'unit' | 'direction'>

/** A counted date with all that answers "why this date?". Kept as data: words are made of it by `explain`. */
export interface CountedTerm extends Measure {
  /** The day of the event. It is not counted. */
  readonly from: PlainDate
  /** The day the count ends on; a day off where it was rolled. */
  readonly nominal: PlainDate
  /** The last permitted day. */
  readonly by: PlainDate
  /** Warned of from this day on: the last working day before the count ends, where that is a day off; else `by`. */
  readonly warnFrom: PlainDate
  /** Days passed over: those not counted of working days, or those the end rolled over. In the order met. */
  readonly skipped: readonly SkippedDay[]
  /** Years on the way whose calendar is provisional or missing: the date may still move. */
  readonly unsureYears: readonly number[]
}

/** A term of a profile, counted: which it is, by which act, on which clause, from what. */
export interface ExplainedTerm extends CountedTerm {
  readonly term: TermId
  readonly profile: ProfileId
  readonly clause: ClauseRef
  readonly event: TermEvent
}

/** Where the rolling of an end on a day off rests: for terms in calendar days and months it is not said by the clause itself. */
export const ROLLED_BY: ClauseRef = { act: 'code', clause: '76(5)' }

/** Why the day of the event is not counted. */
export const NOT_COUNTED_BY: ClauseRef = { act: 'code', clause: '76(2)' }

/** The rule of a term under a profile, or null where the profile sets none. */
export function findTermRule(term: TermId, profile: ProfileId): TermRule | null {
  return profileOf(profile).terms[term] ?? null
}

/** A term counted from the day of its event, with its explanation; null where the profile sets no such term. */
export function findTerm(
  term: TermId,
  profile: ProfileId,
  from: PlainDate,
  calendar: WorkCalendar,
): ExplainedTerm | null {
  const rule = findTermRule(term, profile)
  return rule && explained(term, profile, rule, from, calendar)
}

/** As `findTerm`, for a term every profile sets. Throws on one it does not. */
export function getTerm(term: TermId, profile: ProfileId, from: PlainDate, calendar: WorkCalendar): ExplainedTerm {
  const found = findTerm(term, profile, from, calendar)
  if (found === null) throw new Error(`no term ${term} under ${profile}`)
  return found
}

function explained(
  term: TermId,
  profile: ProfileId,
  { clause, event, amount, unit, direction }: TermRule,
  from: PlainDate,
  calendar: WorkCalendar,
): ExplainedTerm {
  const known = countedBy(calendar)
  const key = `${term} ${profile} ${from}`
  const before = known.get(key)
  if (before !== undefined) return before
  const counted = { term, profile, clause, event, ...countFrom(from, { amount, unit, direction }, calendar) }
  known.set(key, counted)
  return counted
}

/** Terms kept with each calendar: thousands of applications are counted from a few hundred days. */
const COUNTED = new WeakMap<WorkCalendar, Map<string, ExplainedTerm>>()
const MOST_COUNTED = 5000

function countedBy(calendar: WorkCalendar): Map<string, ExplainedTerm> {
  const known = COUNTED.get(calendar)
  if (known !== undefined && known.size < MOST_COUNTED) return known
  const fresh = new Map<string, ExplainedTerm>()
  COUNTED.set(calendar, fresh)
  return fresh
}

/** A date so many days or months after a day, or before it, with its explanation. Neither day is looked at as an event of an act. */
export function countFrom(from: PlainDate, measure: Measure, calendar: WorkCalendar): CountedTerm {
  const end = endOf(measure, from, calendar)
  const before = end.by === end.nominal ? end.by : previousWorkingDay(end.nominal, calendar)
  // What is due on the day of the event itself is not warned of before it.
  const warnFrom = measure.direction === 'after' && before < from ? end.by : before
  const skipped = end.skipped.map(day => ({ ...day, name: findCalendarDay(day.date, calendar)?.name ?? null }))
  return { ...measure, from, ...end, skipped, warnFrom, unsureYears: unsureYearsBetween(from, end.by, calendar) }
}

interface End {
  readonly nominal: PlainDate
  readonly by: PlainDate
  readonly skipped: readonly DayKind[]
}

function endOf({ amount, unit, direction }: Measure, from: PlainDate, calendar: WorkCalendar): End {
  const signed = direction === 'before' ? -amount : amount
  if (unit === 'working_days' && amount > 0) {
    const { date, skipped } = addWorkingDays(from, signed, calendar)
    return { nominal: date, by: date, skipped }
  }
  const nominal = unit === 'months' ? addMonths(from, signed) : addDays(from, signed)
  return direction === 'before' ? rolledBack(nominal, calendar) : rolled(nominal, calendar)
}

function rolled(nominal: PlainDate, calendar: WorkCalendar): End {
  const { date, skipped } = rollForward(nominal, calendar)
  return { nominal, by: date, skipped }
}

/** What must be done before a day, or by the end of a period, is done on the last working day there is for it. */
function rolledBack(nominal: PlainDate, calendar: WorkCalendar): End {
  const kind = dayKind(nominal, calendar)
  if (kind.working) return { nominal, by: nominal, skipped: [] }
  const { date, skipped } = addWorkingDays(nominal, -1, calendar)
  return { nominal, by: date, skipped: [kind, ...skipped] }
}
