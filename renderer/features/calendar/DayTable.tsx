import type { CalendarDay, CalendarYear } from '#shared/calendar/model.ts'
import { dayAndMonth, weekdayName } from '#shared/time/official-date.ts'
import { useWords } from '../../i18n/use-words.ts'
import { MARK_WORDS } from './calendar-words.ts'

interface Shown {
  readonly year: CalendarYear
  readonly onEdit: (day: CalendarDay) => void
  readonly onRemove: (day: CalendarDay) => void
}

/** The dated rows of a year; the date opens the form. */
export function DayTable({ year, onEdit, onRemove }: Shown) {
  const { t } = useWords()
  if (year.days.length === 0) return <p className="card-body mute">{t('calendar.no_days')}</p>
  return (
    <table className="table calendar-table" aria-label={t('calendar.days')}>
      <thead>
        <tr>
          <th scope="col">{t('calendar.column.date')}</th>
          <th scope="col">{t('calendar.column.name')}</th>
          <th scope="col">
            <span className="unseen">{t('calendar.column.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {year.days.map(day => (
          <Line key={day.date} day={day} onEdit={onEdit} onRemove={onRemove} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ day, onEdit, onRemove }: Omit<Shown, 'year'> & { day: CalendarDay }) {
  const { t, dates, language } = useWords()
  const said = dayAndMonth(day.date, dates)
  const other = language === 'kk' ? 'ru' : 'kk'
  return (
    <tr data-date={day.date}>
      <td>
        <button
          type="button"
          className="link entry-name"
          aria-label={t('calendar.edit_day', { day: said })}
          onClick={() => onEdit(day)}
        >
          {said}
        </button>
        <div className="mute">{weekdayName(day.date, dates)}</div>
        <div>{t(MARK_WORDS[day.mark])}</div>
      </td>
      <td>
        <div lang={language}>{day.name[language]}</div>
        <div className="mute" lang={other}>
          {day.name[other]}
        </div>
        <div className="mute calendar-act" title={day.act[language]}>
          {day.act[language]}
        </div>
      </td>
      <td>
        <button
          type="button"
          className="link"
          aria-label={t('calendar.remove_day', { day: said })}
          onClick={() => onRemove(day)}
        >
          {t('calendar.remove')}
        </button>
      </td>
    </tr>
  )
}
