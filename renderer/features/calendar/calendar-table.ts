import { CALENDAR_COLUMNS, type CalendarColumn } from '#shared/calendar/file-table.ts'
import type { CalendarDay, CalendarYear } from '#shared/calendar/model.ts'
import type { TableExport } from '#shared/ipc/documents.ts'
import type { Translate } from '../../i18n/use-words.ts'
import { COLUMN_WORDS, MARK_WORDS, STATUS_WORDS, typedForm } from './calendar-words.ts'

/** A year as a table for people, which is also read again: its heads and words are those the reader knows. */
export function calendarTable(year: CalendarYear, title: string, t: Translate): TableExport {
  const texts = (day: CalendarDay): Record<CalendarColumn, string> => ({
    date: typedForm(day.date),
    kind: t(MARK_WORDS[day.mark]),
    name_kk: day.name.kk,
    name_ru: day.name.ru,
    act_kk: day.act.kk,
    act_ru: day.act.ru,
    status: t(STATUS_WORDS[year.status]),
  })
  return {
    title,
    columns: CALENDAR_COLUMNS.map(column => t(COLUMN_WORDS[column])),
    rows: year.days.map(day => CALENDAR_COLUMNS.map(column => texts(day)[column])),
  }
}
