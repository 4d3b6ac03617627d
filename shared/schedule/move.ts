import type { WorkCalendar } from '../calendar/model.ts'
import { dayKind } from '../calendar/rules.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { addDays, type PlainDate, type PlainMonth, rangeOfMonth } from '../time/plain-date.ts'
import { findingsOfReception, type ScheduleFinding } from './findings.ts'
import type { MonthSchedule, Move, Reception } from './model.ts'

/**
 * Why a reception of the rule's day `from` stands on `to`: the holiday or day off that took its day, else the hand that
 * moved it. Null where it stands on its own day.
 */
export function moveBetween(from: PlainDate, to: PlainDate, calendar: WorkCalendar): Move | null {
  if (from === to) return null
  const kind = dayKind(from, calendar)
  if (kind.working) return { from, code: 'by_hand', day: '' }
  return { from, code: kind.reason === 'holiday' ? 'holiday' : 'day_off', day: kind.key }
}

/**
 * The working day of the month to which a reception of a non-working day is best moved: the next one, or where the month
 * would end the nearest before; days in `taken` are passed over. Null where the month has none left.
 */
export function findMoveTarget(
  date: PlainDate,
  month: PlainMonth,
  calendar: WorkCalendar,
  taken: ReadonlySet<PlainDate>,
): PlainDate | null {
  const { from, to } = rangeOfMonth(month)
  const free = (day: PlainDate) => dayKind(day, calendar).working && !taken.has(day)
  for (let day = addDays(date, 1); day <= to; day = addDays(day, 1)) if (free(day)) return day
  for (let day = addDays(date, -1); day >= from; day = addDays(day, -1)) if (free(day)) return day
  return null
}

/** Receptions by date, hour and room; the same set always comes out in the same order. */
export function inScheduleOrder(receptions: readonly Reception[]): Reception[] {
  const key = (one: Reception) => [one.date, one.from, one.room, one.officialId, one.id].join('\u0000')
  return [...receptions].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** A schedule after a move, with what is worth knowing about the day chosen (warnings only). */
export interface MovedSchedule {
  readonly schedule: MonthSchedule
  readonly findings: readonly ScheduleFinding[]
}

/**
 * Moves a reception of a draft by hand. The rule's own day is kept in `moved.from`, so moving it back leaves no trace.
 * Errors: `schedule.reception_not_found`, `schedule.outside_month`, `schedule.same_day`. A non-working day and a room
 * that is taken are allowed and come back as findings.
 */
export function moveReception(
  schedule: MonthSchedule,
  id: string,
  date: PlainDate,
  calendar: WorkCalendar,
): Result<MovedSchedule> {
  const reception = schedule.receptions.find(one => one.id === id)
  if (!reception) return fail('schedule.reception_not_found')
  if (!date.startsWith(schedule.month)) return fail('schedule.outside_month', { date, month: schedule.month })
  const others = schedule.receptions.filter(one => one.id !== id)
  if (others.some(one => one.officialId === reception.officialId && one.date === date)) {
    return fail('schedule.same_day', { date })
  }
  const ruleDay = reception.moved?.from ?? reception.date
  const moved: Reception = { ...reception, date, moved: moveBetween(ruleDay, date, calendar) }
  const next: MonthSchedule = { month: schedule.month, receptions: inScheduleOrder([...others, moved]) }
  return ok({ schedule: next, findings: findingsOfReception(moved, next, calendar) })
}
