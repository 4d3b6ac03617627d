import type { WorkCalendar } from '../calendar/model.ts'
import {
  addWorkingDays,
  type DayKind,
  dayKind,
  previousWorkingDay,
  rollForward,
  unsureYearsBetween,
} from '../calendar/rules.ts'
import { addMonths } from '../calendar/terms.ts'
import type { ProfileId } from '../office/model.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import type { ClauseRef, TermEvent, TermId, TermRule, TermUnit } from './model.ts'
import { profileOf } from './profile.ts'

/** A date with all that answers "why this date?". Kept as data: words are made of it on screens, sheets and letters. */
export interface ExplainedTerm {
  readonly term: TermId
  readonly profile: ProfileId
  readonly clause: ClauseRef
  readonly event: TermEvent
  /** The day of the event. It is not counted. */
  readonly from: PlainDate
  readonly amount: number
  readonly unit: TermUnit
  readonly direction: TermRule['direction']
  /** The day the count ends on; a day off where it was rolled. */
  readonly nominal: PlainDate
  /** The last permitted day. */
  readonly by: PlainDate
  /** Warned of from this day on: the last working day before the count ends, where that is a day off; else `by`. */
  readonly warnFrom: PlainDate
  /** Days passed over: those not counted of working days, or those the end rolled over. In the order met. */
  readonly skipped: readonly DayKind[]
  /** Years on the way whose calendar is provisional or missing: the date may still move. */
  readonly unsureYears: readonly number[]
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
  rule: TermRule,
  from: PlainDate,
  calendar: WorkCalendar,
): ExplainedTerm {
  const end = endOf(rule, from, calendar)
  const warnFrom = end.by === end.nominal ? end.by : previousWorkingDay(end.nominal, calendar)
  return { term, profile, ...rule, from, ...end, warnFrom, unsureYears: unsureYearsBetween(from, end.by, calendar) }
}

type End = Pick<ExplainedTerm, 'nominal' | 'by' | 'skipped'>

function endOf({ amount, unit, direction }: TermRule, from: PlainDate, calendar: WorkCalendar): End {
  const signed = direction === 'before' ? -amount : amount
  switch (unit) {
    case 'working_days': {
      if (amount === 0) return direction === 'before' ? rolledBack(from, calendar) : rolled(from, calendar)
      const { date, skipped } = addWorkingDays(from, signed, calendar)
      return { nominal: date, by: date, skipped }
    }
    case 'calendar_days':
      return rolled(addDays(from, signed), calendar)
    case 'months':
      return rolled(addMonths(from, signed), calendar)
  }
}

function rolled(nominal: PlainDate, calendar: WorkCalendar): End {
  const { date, skipped } = rollForward(nominal, calendar)
  return { nominal, by: date, skipped }
}

/** What must be done by the end of a period is done on its last working day. */
function rolledBack(nominal: PlainDate, calendar: WorkCalendar): End {
  const kind = dayKind(nominal, calendar)
  if (kind.working) return { nominal, by: nominal, skipped: [] }
  const { date, skipped } = addWorkingDays(nominal, -1, calendar)
  return { nominal, by: date, skipped: [kind, ...skipped] }
}
