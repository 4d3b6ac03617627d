import type { Analytics } from '#shared/analytics/analytics.ts'
import type { Arrivals } from '#shared/analytics/hall.ts'
import type { DaysTaken } from '#shared/analytics/workload.ts'
import { NO_FIGURE } from '#shared/report/figures.ts'
import { weekdayName } from '#shared/time/official-date.ts'
import { addDays, plainDate } from '#shared/time/plain-date.ts'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { How } from './How.tsx'
import { shareOf } from './note-text.ts'

/** A Monday: the days of the week are named by the days after it. */
const MONDAY = plainDate(2026, 11, 23)
const SHADES = 4

/** Arrivals, waits, who did not come, and days from registration. */
export function HallFigures({ analytics }: { analytics: Analytics }) {
  const { t } = useWords()
  const { hall, noShows, days } = analytics
  const minutes = (value: number | null) =>
    value === null ? NO_FIGURE : t('analytics.hall.minutes', { minutes: value })
  const part = (count: number, all: number) =>
    all === 0 ? NO_FIGURE : t('analytics.hall.of', { count, all, share: shareOf(count, all) })
  const took = ({ median, counted }: DaysTaken) =>
    median === null ? NO_FIGURE : t('analytics.hall.days', { days: median, counted })
  const figures = [
    [t('analytics.hall.visitors'), String(hall.visitors)],
    [t('analytics.hall.median'), minutes(hall.median)],
    [t('analytics.hall.ninth'), minutes(hall.ninth)],
    [t('analytics.hall.in_time', { promise: hall.promise }), part(hall.inTime, hall.called)],
    [t('analytics.hall.left'), part(hall.leftUncalled, hall.visitors)],
    [t('analytics.hall.absent'), part(noShows.absent, noShows.expected)],
    [t('analytics.hall.to_reception'), took(days.reception)],
    [t('analytics.hall.to_letter'), took(days.letter)],
  ] as const
  return (
    <Card title={t('analytics.hall')}>
      <div className="card-body">
        <dl className="analytics-figures">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <h3>{t('analytics.heat')}</h3>
        {hall.arrivals.length === 0 ? <p>{t('analytics.heat.none')}</p> : <Heat arrivals={hall.arrivals} />}
        <How text={t('analytics.hall.how')} />
      </div>
    </Card>
  )
}

function Heat({ arrivals }: { arrivals: readonly Arrivals[] }) {
  const { t, dates } = useWords()
  const hours = arrivals.map(({ hour }) => hour)
  const first = Math.min(...hours)
  const shown = Array.from({ length: Math.max(...hours) - first + 1 }, (_, at) => first + at)
  const weekdays = [...new Set(arrivals.map(({ weekday }) => weekday))].sort((a, b) => a - b)
  const most = Math.max(...arrivals.map(({ visitors }) => visitors))
  const countOf = (weekday: number, hour: number) =>
    arrivals.find(one => one.weekday === weekday && one.hour === hour)?.visitors ?? 0
  return (
    <div className="analytics-scroll">
      <table className="table analytics-matrix" aria-label={t('analytics.heat')}>
        <thead>
          <tr>
            <td />
            {shown.map(hour => (
              <th key={hour} scope="col">
                {t('analytics.heat.hour', { hour })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map(weekday => (
            <tr key={weekday}>
              <th scope="row">{weekdayName(addDays(MONDAY, weekday - 1), dates)}</th>
              {shown.map(hour => {
                const count = countOf(weekday, hour)
                return (
                  <td key={hour} data-shade={Math.ceil((SHADES * count) / most)}>
                    {count}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
