import type { FileProblem } from '#shared/calendar/file.ts'
import type { CalendarColumn } from '#shared/calendar/file-table.ts'
import type { CalendarYear, DayMark } from '#shared/calendar/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

export const MARK_WORDS = {
  holiday: 'calendar.mark.holiday',
  day_off_moved: 'calendar.mark.day_off_moved',
  working_moved: 'calendar.mark.working_moved',
  short: 'calendar.mark.short',
} as const satisfies Record<DayMark, LocaleKey>

export const STATUS_WORDS = {
  approved: 'calendar.status.approved',
  provisional: 'calendar.status.provisional',
} as const satisfies Record<CalendarYear['status'], LocaleKey>

/** Columns of the table as it is given out and read again. */
export const COLUMN_WORDS = {
  date: 'calendar.column.date',
  kind: 'calendar.column.kind',
  name_kk: 'calendar.column.name_kk',
  name_ru: 'calendar.column.name_ru',
  act_kk: 'calendar.column.act_kk',
  act_ru: 'calendar.column.act_ru',
  status: 'calendar.column.status',
} as const satisfies Record<CalendarColumn, LocaleKey>

export const PROBLEM_WORDS = {
  date_unreadable: 'calendar.problem.date_unreadable',
  day_twice: 'calendar.problem.day_twice',
  kind_unknown: 'calendar.problem.kind_unknown',
  name_missing: 'calendar.problem.name_missing',
  status_unknown: 'calendar.problem.status_unknown',
  year_unreadable: 'calendar.problem.year_unreadable',
  row_unreadable: 'calendar.problem.row_unreadable',
} as const satisfies Record<FileProblem['code'], LocaleKey>

/** A date as it is typed here and read from tables: day first. */
export function typedForm(date: PlainDate): string {
  return date.split('-').toReversed().join('.')
}

export const FAULT_WORDS = {
  date: 'calendar.fault.date',
  year: 'calendar.fault.year',
  taken: 'calendar.fault.taken',
} as const satisfies Record<string, LocaleKey>

/** Findings of one row. */
export const ROW_FINDING_WORDS = {
  working_on_weekday: 'calendar.finding.working_on_weekday',
  off_on_weekend: 'calendar.finding.off_on_weekend',
  short_on_day_off: 'calendar.finding.short_on_day_off',
} as const satisfies Record<string, LocaleKey>

export const ACT_WORDS = { kk: 'calendar.keep.act_kk', ru: 'calendar.keep.act_ru' } as const satisfies Record<
  string,
  LocaleKey
>
