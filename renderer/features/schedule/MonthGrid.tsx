import { useId, useMemo, useRef } from 'react'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayCell } from './DayCell.tsx'
import type { MonthView } from './month-view.ts'
import { weeksOf } from './month-weeks.ts'
import { useGridKeys } from './use-grid-keys.ts'

/** Who receives on more days of a month than this is counted in its days, not shown there. */
const MOST_SHOWN_DAYS = 8

/** The month as a calendar: one stop of the Tab key, walked through by arrows. */
export function MonthGrid({ view, title }: { view: MonthView; title: string }) {
  const { t, dates } = useWords()
  const { month, officials, draft } = view
  const box = useRef<HTMLTableElement>(null)
  const hint = useId()
  const { receptions } = draft.schedule
  const byDay = useMemo(
    () =>
      inDays(
        receptions,
        officials.map(one => one.id),
      ),
    [receptions, officials],
  )
  const daily = useMemo(() => dailyOf(receptions), [receptions])
  const { current, onFocus, onKeyDown } = useGridKeys(box, view, daily)
  return (
    <>
      <div className="month-grid-box">
        <table
          ref={box}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a calendar is gone through by arrows
          role="grid"
          className="month-grid"
          aria-label={title}
          aria-describedby={hint}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr className="month-week month-weekdays">
              {dates.weekdays.map((name, index) => (
                <th key={name} scope="col">
                  <span aria-hidden="true">{dates.weekdaysShort[index]}</span>
                  <span className="unseen">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map(week => (
              <tr key={week.find(day => day !== null)} className="month-week">
                {week.map((day, index) =>
                  day === null ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a place without a day is nothing but its place
                    <td key={index} className="no-day" />
                  ) : (
                    <DayCell
                      key={day}
                      day={day}
                      view={view}
                      receptions={byDay.get(day) ?? []}
                      daily={daily}
                      isCurrent={day === current}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="month-hint mute" id={hint}>
        {t('schedule.grid.hint')}
      </p>
    </>
  )
}

/** Receptions by day, within it in the order of the directory. */
function inDays(receptions: readonly Reception[], order: readonly string[]): ReadonlyMap<PlainDate, Reception[]> {
  const days = new Map<PlainDate, Reception[]>()
  const sorted = [...receptions].sort((a, b) => order.indexOf(a.officialId) - order.indexOf(b.officialId))
  for (const one of sorted) days.set(one.date, [...(days.get(one.date) ?? []), one])
  return days
}

function dailyOf(receptions: readonly Reception[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { officialId } of receptions) counts.set(officialId, (counts.get(officialId) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > MOST_SHOWN_DAYS).map(([id]) => id))
}
