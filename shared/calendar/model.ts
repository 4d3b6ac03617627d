import { z } from 'zod'
import { Bilingual } from '../official/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/**
 * What a row of the calendar makes of its date: a holiday, a day off moved there, a weekend day moved to work, or a
 * working day of shorter hours. Dates without a row follow the five-day week.
 */
export const DayMark = z.enum(['holiday', 'day_off_moved', 'working_moved', 'short'])
export type DayMark = z.infer<typeof DayMark>

/** One dated row of the calendar. `key` names the holiday it comes from; `act` is the law or order that sets it. */
export const CalendarDay = z.strictObject({
  date: PlainDate,
  mark: DayMark,
  key: z.string().regex(/^[a-z][a-z_]{0,59}$/),
  name: Bilingual,
  act: Bilingual,
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** A year of the calendar. Provisional until its moves of days off are known: dates counted over it say so. */
export const CalendarYear = z
  .strictObject({
    year: z.int().min(1990).max(2200),
    status: z.enum(['approved', 'provisional']),
    days: z.array(CalendarDay).max(366),
  })
  .refine(({ year, days }) => days.every(day => day.date.startsWith(`${year}-`)), 'calendar.day_outside_year')
  .refine(({ days }) => new Set(days.map(day => day.date)).size === days.length, 'calendar.day_twice')
export type CalendarYear = z.infer<typeof CalendarYear>

/** The working calendar an administrator keeps: years in any order, each once. */
export const WorkCalendar = z
  .strictObject({ years: z.array(CalendarYear).max(211) })
  .refine(({ years }) => new Set(years.map(year => year.year)).size === years.length, 'calendar.year_twice')
export type WorkCalendar = z.infer<typeof WorkCalendar>

/** A year as it is set: its table, and the order or law it rests on, without which it can only be provisional. */
export const YearSet = z
  .strictObject({ year: CalendarYear, act: Bilingual })
  .refine(({ year, act }) => year.status === 'provisional' || (act.kk.trim() !== '' && act.ru.trim() !== ''), {
    path: ['act'],
    message: 'calendar.act_needed',
  })
export type YearSet = z.infer<typeof YearSet>
