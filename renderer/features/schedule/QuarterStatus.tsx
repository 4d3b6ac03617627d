import { findingsOf } from '#shared/schedule/findings.ts'
import { monthTitle } from '#shared/time/official-date.ts'
import { addressOf } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { MonthStatus } from './MonthStatus.tsx'
import { openMoves } from './month-draft.ts'
import { knownOf } from './month-facts.ts'
import type { PlannedQuarter, QuarterMonth } from './use-planned-quarter.ts'

/** How far a month of the quarter has come, and the way to it. */
export function QuarterStatus({ month, planned }: { month: QuarterMonth; planned: PlannedQuarter }) {
  const { t, dates } = useWords()
  const { officials, plan } = planned
  const { known, work } = month
  const open = openMoves(work.draft).length
  const errors = findingsOf(work.draft.schedule, officials, plan.calendar, knownOf(plan)).filter(
    one => one.severity === 'error',
  ).length
  return (
    <div className="quarter-month">
      <a href={addressOf('schedule', { part: 'month', month: month.month })}>{monthTitle(month.month, dates)}</a>
      <MonthStatus state={known.state} edited={work.edited} />
      {work.draft.collided.length === 0 ? null : (
        <Badge tone="amber">{t('schedule.quarter.collided', { count: work.draft.collided.length })}</Badge>
      )}
      {open === 0 ? null : <Badge tone="amber">{t('schedule.quarter.moves', { count: open })}</Badge>}
      {errors === 0 ? null : <Badge tone="red">{t('schedule.quarter.errors', { count: errors })}</Badge>}
    </div>
  )
}
