import type { WorkCalendar } from '#shared/calendar/model.ts'
import { dayKind } from '#shared/calendar/rules.ts'
import type { MonthSchedule, Reception } from '#shared/schedule/model.ts'
import { inScheduleOrder } from '#shared/schedule/move.ts'
import { addDays, type PlainDate, PlainMonth, type PlainTime } from '#shared/time/plain-date.ts'

/** Months in which a reception is offered: this one and two more. */
export function offeredMonths(today: PlainDate): readonly [PlainMonth, PlainMonth, PlainMonth] {
  const monthOf = (date: PlainDate) => PlainMonth.parse(date.slice(0, 7))
  const next = (month: PlainMonth) => monthOf(addDays(`${month}-28` as PlainDate, 4))
  const first = monthOf(today)
  return [first, next(first), next(next(first))]
}

/** Receptions of an official from today on, in their order. Only approved schedules are asked. */
export function receptionsOf(
  officialId: string,
  today: PlainDate,
  approved: readonly MonthSchedule[],
): readonly Reception[] {
  const receptions = approved.flatMap(schedule => schedule.receptions)
  return inScheduleOrder(receptions.filter(one => one.officialId === officialId && one.date >= today))
}

/** What is worth knowing of a booking before it is made. Nothing of it forbids: a person decides. */
export type BookingWarning = 'past' | 'not_working' | 'not_receiving' | 'outside_hours' | 'taken'

/** What a booking is looked at with. */
export interface BookingLooked {
  readonly officialId: string
  readonly date: PlainDate
  readonly time: PlainTime | null
  readonly receptions: readonly Reception[]
  /** Hours of that day and official that others are booked for. */
  readonly taken: readonly PlainTime[]
  readonly today: PlainDate
  readonly calendar: WorkCalendar
}

/** The warnings of a booking, the gravest first. */
export function bookingWarnings({ date, time, ...looked }: BookingLooked): BookingWarning[] {
  const day = looked.receptions.filter(one => one.date === date && one.officialId === looked.officialId)
  const within = time === null || day.some(one => one.from <= time && time < one.to)
  return [
    ...(date < looked.today ? ['past' as const] : []),
    ...(dayKind(date, looked.calendar).working ? [] : ['not_working' as const]),
    ...(day.length === 0 ? ['not_receiving' as const] : within ? [] : ['outside_hours' as const]),
    ...(time !== null && looked.taken.includes(time) ? ['taken' as const] : []),
  ]
}
