import type { WorkCalendar } from '#shared/calendar/model.ts'
import { type DayReason, dayKind, findCalendarDay, statusOfYear } from '#shared/calendar/rules.ts'
import { weekdayName } from '#shared/time/official-date.ts'
import { type PlainDate, partsOf } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Words } from '../../i18n/use-words.ts'

const KINDS = {
  workday: 'day.workday',
  weekend: 'day.weekend',
  holiday: 'day.holiday',
  day_off_moved: 'day.day_off_moved',
  working_moved: 'day.working_moved',
  short: 'day.short',
} as const satisfies Record<DayReason, LocaleKey>

/** What kind of day a date is: its weekday, working or not and why, and whether its year is not approved yet. */
export function dayText(
  date: PlainDate,
  calendar: WorkCalendar,
  { t, dates, pick }: Pick<Words, 't' | 'dates' | 'pick'>,
): string {
  const row = findCalendarDay(date, calendar)
  const kind = t(KINDS[dayKind(date, calendar).reason], { name: row === null ? '' : pick(row.name) })
  const text = t('day.of', { weekday: weekdayName(date, dates), kind })
  const { year } = partsOf(date)
  return statusOfYear(year, calendar) === 'approved' ? text : t('day.unsure', { text, year })
}
