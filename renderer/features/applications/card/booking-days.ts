import type { BookingConsent } from '#shared/application/registration.ts'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import { dayKind } from '#shared/calendar/rules.ts'
import type { Official } from '#shared/official/model.ts'
import type { Lunch, PlannedPerson } from '#shared/plan/model.ts'
import { agreesToOther, agreesToVideo } from '#shared/plan/stands.ts'
import { timesOf } from '#shared/plan/times.ts'
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

/** The official with the next reception after today; null where no schedule has one. */
export function firstReceiving(
  officials: readonly Pick<Official, 'id'>[],
  today: PlainDate,
  approved: readonly MonthSchedule[],
): string | null {
  const coming = approved.flatMap(({ receptions }) => receptions).filter(one => one.date > today)
  return inScheduleOrder(coming).find(one => officials.some(({ id }) => id === one.officialId))?.officialId ?? null
}

/** Times of a reception that nobody has (clause 28). */
export function freeTimes(
  reception: Pick<Reception, 'from' | 'to' | 'slot' | 'buffer' | 'capacity'>,
  taken: readonly PlainTime[],
  lunch: Lunch | null = null,
): PlainTime[] {
  return timesOf(reception, lunch).filter(time => !taken.includes(time))
}

/** What the applicant has to agree to before this booking, and has not yet (clause 12, KZ-2026 rules 24 and 27). */
export function consentsNeeded(
  { appointed, booking }: Pick<PlannedPerson, 'appointed' | 'booking'>,
  asked: { readonly officialId: string; readonly mode: Reception['mode'] },
): BookingConsent[] {
  const isOther = appointed !== null && appointed.officialId !== asked.officialId
  return [
    ...(asked.mode === 'video' && !agreesToVideo({ appointed, booking }) ? ['video' as const] : []),
    ...(isOther && !agreesToOther({ booking }) ? ['other_official' as const] : []),
  ]
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
