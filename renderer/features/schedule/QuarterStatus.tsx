import type { Official } from '#shared/official/model.ts'
import { findingsOf } from '#shared/schedule/findings.ts'
import { monthTitle } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { addressOf } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { MonthStatus } from './MonthStatus.tsx'
import { openMoves } from './month-draft.ts'
import type { QuarterMonth } from './use-planned-quarter.ts'

/** How far a month of the quarter has come, and the way to it. */
export function QuarterStatus({ month, officials }: { month: QuarterMonth; officials: readonly Official[] }) {
  const { t, dates } = useWords()
  const calendar = useWorkCalendar()
  const { known, work } = month
  const open = openMoves(work.draft).length
  const errors = findingsOf(work.draft.schedule, officials, calendar).filter(one => one.severity === 'error').length
  return (
    <div className="quarter-month">
      <a href={addressOf('schedule', { part: 'month', month: month.month })}>{monthTitle(month.month, dates)}</a>
      <MonthStatus state={known.state} edited={work.edited} />
      {open === 0 ? null : <Badge tone="amber">{t('schedule.quarter.moves', { count: open })}</Badge>}
      {errors === 0 ? null : <Badge tone="red">{t('schedule.quarter.errors', { count: errors })}</Badge>}
    </div>
  )
}
