import type { CalendarYear } from '#shared/calendar/model.ts'
import { type DayReason, dayKind } from '#shared/calendar/rules.ts'
import { daysInMonth, type PlainDate, plainDate, weekdayOf } from '#shared/time/plain-date.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]

/** How a day is drawn: off days look alike, what was moved to work and what is short stand out. */
const LOOKS: Record<DayReason, 'plain' | 'off' | 'moved' | 'short'> = {
  workday: 'plain',
  weekend: 'off',
  holiday: 'off',
  day_off_moved: 'off',
  working_moved: 'moved',
  short: 'short',
}

const LEGEND = [
  ['off', 'calendar.legend.off'],
  ['moved', 'calendar.legend.moved'],
  ['short', 'calendar.legend.short'],
  ['today', 'calendar.legend.today'],
] as const

/** The year as twelve small months. What it shows stands as rows in the table beside it. */
export function YearMonths({ year }: { year: CalendarYear }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="year-months" aria-label={t('calendar.months')} tabIndex={0}>
      <ul className="year-legend">
        {LEGEND.map(([look, text]) => (
          <li key={look}>
            <span className="year-day" data-look={look} aria-hidden="true">
              8
            </span>
            {t(text)}
          </li>
        ))}
      </ul>
      <div className="year-grid">
        {MONTHS.map(month => (
          <Month key={month} year={year} month={month} />
        ))}
      </div>
    </section>
  )
}

function Month({ year, month }: { year: CalendarYear; month: number }) {
  const { dates } = useWords()
  const today = useToday()
  const first = weekdayOf(plainDate(year.year, month, 1)) - 1
  const days = daysInMonth(year.year, month)
  const weeks = Array.from({ length: Math.ceil((first + days) / 7) }, (_, week) => week * 7 - first + 1)
  const calendar = { years: [year] }
  const lookOf = (date: PlainDate) => LOOKS[dayKind(date, calendar).reason]
  return (
    <table className="year-month">
      <caption>{dates.months.name[month - 1]}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(weekday => (
            <th key={weekday} scope="col">
              {dates.weekdaysShort[weekday]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr key={week}>
            {WEEKDAYS.map(weekday => {
              const day = week + weekday
              if (day < 1 || day > days) return <td key={weekday} />
              const date = plainDate(year.year, month, day)
              return (
                <td
                  key={weekday}
                  className="year-day"
                  data-look={lookOf(date)}
                  aria-current={date === today ? 'date' : undefined}
                >
                  {day}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
