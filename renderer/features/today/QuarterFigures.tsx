import { useMemo } from 'react'
import { quarterTitle } from '#shared/time/official-date.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { quarterOf } from './quarters.ts'

const NOTHING = {}

/** The figures of this quarter, or of the last one that has any; each opens the records behind it. */
export function QuarterFigures() {
  const { t, dates } = useWords()
  const today = useToday()
  const known = useRows('counts.quarters', NOTHING)
  const current = quarterOf(today)
  const quarter = known === undefined || known.quarters.includes(current) ? current : (known.quarters[0] ?? current)
  const params = useMemo(() => ({ quarter }), [quarter])
  const counts = useRows('counts.quarter', params)
  if (counts === undefined) return null
  const figures = [
    { key: 'rows', label: t('today.figure.rows'), value: counts.rows, narrowed: { quarter } },
    ...(['received', 'pending', 'no_show'] as const).map(code => ({
      key: code,
      label: t(`today.outcome.${code}`),
      value: counts.byOutcome[code] ?? 0,
      narrowed: { quarter, byOutcome: code },
    })),
    { key: 'marked', label: t('today.figure.marked'), value: counts.marked, narrowed: { quarter, marked: 'yes' } },
  ]
  return (
    <section aria-label={quarterTitle(quarter, dates)} className="quarter">
      <div className="quarter-head">
        <h2>{quarterTitle(quarter, dates)}</h2>
        <a className="link" href={addressOf('report', { part: 'compliance', only: 'open' })}>
          {t('today.compliance')}
        </a>
      </div>
      <div className="figures">
        {figures.map(({ key, label, value, narrowed }) => (
          <a key={key} className="card figure" href={addressOf('applications', narrowed)}>
            <b>{value}</b>
            <span>{label}</span>
          </a>
        ))}
      </div>
    </section>
  )
}
