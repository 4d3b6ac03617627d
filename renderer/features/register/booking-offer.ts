import type { Booking } from '#shared/application/registration.ts'
import type { MonthSchedule, Reception } from '#shared/schedule/model.ts'
import { addDays, minutesOf, type PlainDate, PlainMonth, PlainTime, rangeOfMonth } from '#shared/time/plain-date.ts'

/** Minutes from one visitor's time to the next where an office has set none. */
export const STEP_MINUTES = 15

/** Receptions a visitor can be booked for: of approved months, from tomorrow on, in order of days. */
export function upcoming(schedules: readonly (MonthSchedule | null)[], today: PlainDate): Reception[] {
  return schedules
    .flatMap(schedule => schedule?.receptions ?? [])
    .filter(reception => reception.date > today)
    .sort((a, b) => (`${a.date} ${a.from}` < `${b.date} ${b.from}` ? -1 : 1))
}

/** Times of a reception that nobody has: by steps from its beginning, the last still a step before its end. */
export function freeTimes(
  reception: Pick<Reception, 'officialId' | 'date' | 'from' | 'to'>,
  taken: readonly Booking[],
): PlainTime[] {
  const { officialId, date, from, to } = reception
  const own = taken.filter(one => one.officialId === officialId && one.date === date).map(one => one.time)
  const times: PlainTime[] = []
  for (let at = minutesOf(from); at + STEP_MINUTES <= minutesOf(to); at += STEP_MINUTES) {
    const time = timeOf(at)
    if (!own.includes(time)) times.push(time)
  }
  return times
}

/** The month of a date and the one after it. */
export function monthsFrom(today: PlainDate): readonly [PlainMonth, PlainMonth] {
  const month = PlainMonth.parse(today.slice(0, 7))
  return [month, PlainMonth.parse(addDays(rangeOfMonth(month).to, 1).slice(0, 7))]
}

function timeOf(minutes: number): PlainTime {
  const part = (value: number) => String(value).padStart(2, '0')
  return PlainTime.parse(`${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`)
}
