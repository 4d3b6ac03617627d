import type { WorkCalendar } from '#shared/calendar/model.ts'
import { dayKind } from '#shared/calendar/rules.ts'
import type { Official } from '#shared/official/model.ts'
import type { MonthSchedule, Reception } from '#shared/schedule/model.ts'
import { inScheduleOrder } from '#shared/schedule/move.ts'
import { addDays, minutesOf, type PlainDate, PlainMonth, PlainTime } from '#shared/time/plain-date.ts'

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

/** The official with the next reception after today; null where no schedule has one. */
export function firstReceiving(
  officials: readonly Pick<Official, 'id'>[],
  today: PlainDate,
  approved: readonly MonthSchedule[],
): string | null {
  const coming = approved.flatMap(({ receptions }) => receptions).filter(one => one.date > today)
  return inScheduleOrder(coming).find(one => officials.some(({ id }) => id === one.officialId))?.officialId ?? null
}

/** Minutes from one visitor's time to the next where an office has set none. */
const STEP_MINUTES = 15

/** Times of a reception that nobody has: by steps from its beginning, the last still a step before its end. */
export function freeTimes({ from, to }: Pick<Reception, 'from' | 'to'>, taken: readonly PlainTime[]): PlainTime[] {
  const times: PlainTime[] = []
  for (let at = minutesOf(from); at + STEP_MINUTES <= minutesOf(to); at += STEP_MINUTES) {
    const time = timeOf(at)
    if (!taken.includes(time)) times.push(time)
  }
  return times
}

function timeOf(minutes: number): PlainTime {
  const part = (value: number) => String(value).padStart(2, '0')
  return PlainTime.parse(`${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`)
}

/** What is worth knowing of a booking before it is made. A time that is taken is refused, of all else a person decides. */
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
