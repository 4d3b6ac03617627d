import type { DragEvent } from 'react'
import { dayKind, findCalendarDay } from '#shared/calendar/rules.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { dayAndMonth, weekdayName } from '#shared/time/official-date.ts'
import { type PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayNotes } from './DayNotes.tsx'
import type { MonthView } from './month-view.ts'
import { ReceptionChip } from './ReceptionChip.tsx'

/** More chips of a day than this are behind a button that opens the day. */
const SHOWN_AT_ONCE = 3

interface Shown {
  readonly day: PlainDate
  readonly view: MonthView
  readonly receptions: readonly Reception[]
  /** Ids of officials who receive nearly every day: they are counted, not shown. */
  readonly daily: ReadonlySet<string>
  readonly isCurrent: boolean
}

/** A day of the calendar: its receptions, and what there is to know about the day. */
export function DayCell({ day, view, receptions, daily, isCurrent }: Shown) {
  const { t, dates, pick } = useWords()
  const today = useToday()
  const { calendar, acts } = view
  const kind = dayKind(day, calendar)
  const row = findCalendarDay(day, calendar)
  const shown = receptions.filter(one => !daily.has(one.officialId)).slice(0, SHOWN_AT_ONCE)
  const hidden = receptions.length - shown.length
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const id = event.dataTransfer.getData('text/plain')
    if (id !== '') acts.move(id, day)
  }
  return (
    <td
      className="day"
      data-day={day}
      data-off={kind.working ? undefined : ''}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={day === today ? 'date' : undefined}
      onDragOver={event => event.preventDefault()}
      onDrop={drop}
      onDoubleClick={() => acts.ask({ what: 'day', day })}
    >
      <div className="day-head">
        <span aria-hidden="true">{partsOf(day).day}</span>
        <span className="unseen">{`${dayAndMonth(day, dates)}, ${weekdayName(day, dates)}`}</span>
        {row === null ? null : <span className="day-name">{pick(row.name)}</span>}
        {kind.working ? null : <span className="unseen">{t('schedule.day.off')}</span>}
      </div>
      <DayNotes day={day} view={view} />
      {shown.map(one => (
        <ReceptionChip
          key={one.id}
          reception={one}
          official={view.officials.find(known => known.id === one.officialId)}
          facts={view.facts}
          agreed={view.draft.agreed.includes(one.id)}
          tabIndex={isCurrent ? 0 : -1}
          onOpen={() => acts.ask({ what: 'reception', id: one.id, day })}
        />
      ))}
      {hidden === 0 ? null : (
        <button
          type="button"
          className="day-more"
          tabIndex={isCurrent ? 0 : -1}
          onClick={() => acts.ask({ what: 'day', day })}
        >
          {shown.length === 0
            ? t('schedule.day.receptions', { count: hidden })
            : t('schedule.day.more', { count: hidden })}
        </button>
      )}
    </td>
  )
}
