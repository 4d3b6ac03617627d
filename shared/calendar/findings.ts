import {
  addDays,
  findPlainDate,
  isLeapYear,
  type PlainDate,
  partsOf,
  plainDate,
  weekdayOf,
} from '../time/plain-date.ts'
import { daysOffByCoincidence } from './coincidence.ts'
import { type CalendarDay, CalendarYear, type WorkCalendar } from './model.ts'
import { isWorkingDay } from './rules.ts'
import { dayOffGivenBy, LAW_ON_HOLIDAYS } from './seed-holidays.ts'

/** Key of the holiday that has another date in each year. */
const MOVABLE = 'kurban_ait'

/**
 * What a person should look at in the table of a year. `no_day_off`: a holiday on a weekend day without the day off it
 * gives, with the row that would set it; `working_on_weekday`, `off_on_weekend`, `short_on_day_off`: rows that change
 * nothing on their date; `no_kurban_ait`: its day is set for each year anew; `count`: working days differ from what the holidays alone give.
 */
export type CalendarFinding =
  | { readonly code: 'no_day_off'; readonly date: PlainDate; readonly proposal: CalendarDay }
  | {
      readonly code: 'working_on_weekday' | 'off_on_weekend' | 'short_on_day_off'
      readonly date: PlainDate
    }
  | { readonly code: 'no_kurban_ait' }
  | { readonly code: 'count'; readonly working: number; readonly expected: number }

/** Days of a year by the table, beside what its holidays alone give (days moved by order change no sum). */
export interface YearCount {
  readonly working: number
  readonly off: number
  readonly expectedWorking: number
  readonly expectedOff: number
}

/** How many days of a year are worked, and how many should be. */
export function countYear(year: CalendarYear): YearCount {
  const calendar: WorkCalendar = { years: [year] }
  const all = isLeapYear(year.year) ? 366 : 365
  let working = 0
  let weekdays = 0
  for (let day = 0; day < all; day += 1) {
    const date = addDays(plainDate(year.year, 1, 1), day)
    working += Number(isWorkingDay(date, calendar))
    weekdays += Number(weekdayOf(date) <= 5)
  }
  const holidays = year.days.filter(({ mark, date }) => mark === 'holiday' && weekdayOf(date) <= 5).length
  const expectedWorking = weekdays - holidays - givenIn(year).length
  return { working, off: all - working, expectedWorking, expectedOff: all - expectedWorking }
}

/** What a person should look at in a year, by date; what concerns the whole year stands last. */
export function calendarFindings(year: CalendarYear): CalendarFinding[] {
  const found: CalendarFinding[] = year.days.flatMap(ofRow)
  for (const given of givenIn(year)) {
    const row = year.days.find(({ date }) => date === given.date)
    if (row?.mark === 'day_off_moved') continue
    const proposal: CalendarDay = {
      date: given.date,
      mark: 'day_off_moved',
      key: given.key,
      name: dayOffGivenBy(given.key),
      act: LAW_ON_HOLIDAYS,
    }
    found.push({ code: 'no_day_off', date: given.holiday, proposal })
  }
  const dateOf = (one: CalendarFinding) => ('date' in one ? one.date : '9999')
  found.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0))
  if (!year.days.some(({ key }) => key === MOVABLE)) found.push({ code: 'no_kurban_ait' })
  const { working, expectedWorking } = countYear(year)
  if (working !== expectedWorking) found.push({ code: 'count', working, expected: expectedWorking })
  return found
}

/**
 * The table a new year begins with, provisional: the holidays of the year before it on the same days and the days off they
 * give. The one whose day is set each year anew is left out, and told as a finding.
 */
export function proposedYear(before: CalendarYear, number = before.year + 1): CalendarYear {
  const holidays = before.days.flatMap(day => {
    const { month, day: ofMonth } = partsOf(day.date)
    const date = findPlainDate(number, month, ofMonth)
    return day.mark !== 'holiday' || day.key === MOVABLE || date === null ? [] : [{ ...day, date }]
  })
  const bare = CalendarYear.parse({ year: number, status: 'provisional', days: holidays })
  const given = calendarFindings(bare).flatMap(one => (one.code === 'no_day_off' ? [one.proposal] : []))
  return { ...bare, days: [...holidays, ...given].sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

/** Days off by coincidence that lie in the year itself. */
function givenIn(year: CalendarYear) {
  return daysOffByCoincidence(year).filter(({ date }) => partsOf(date).year === year.year)
}

function ofRow({ date, mark }: CalendarDay): CalendarFinding[] {
  const found: CalendarFinding[] = []
  const isWeekend = weekdayOf(date) > 5
  if (mark === 'working_moved' && !isWeekend) found.push({ code: 'working_on_weekday', date })
  if (mark === 'day_off_moved' && isWeekend) found.push({ code: 'off_on_weekend', date })
  if (mark === 'short' && isWeekend) found.push({ code: 'short_on_day_off', date })
  return found
}
