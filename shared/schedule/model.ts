import { z } from 'zod'
import { PlainDate, PlainMonth, PlainTime } from '../time/plain-date.ts'

/** Why a reception stands on another day than its rule gives. `code` is `schedule.move.<code>` in locales/. */
export const Move = z.strictObject({
  from: PlainDate,
  code: z.enum(['holiday', 'day_off', 'by_hand']),
  /** Key of the holiday or of the moved day in the calendar, or empty. */
  day: z.string().max(60),
})
export type Move = z.infer<typeof Move>

/** One dated reception of a schedule. */
export const Reception = z.strictObject({
  id: z.string(),
  officialId: z.string(),
  date: PlainDate,
  from: PlainTime,
  to: PlainTime,
  room: z.string().max(40),
  moved: Move.nullable(),
})
export type Reception = z.infer<typeof Reception>

/** A month of receptions: proposed, then approved (clauses 6 and 7). */
export const MonthSchedule = z.strictObject({ month: PlainMonth, receptions: z.array(Reception) })
export type MonthSchedule = z.infer<typeof MonthSchedule>
