import type { ScheduleState } from '#shared/schedule/transitions.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { CHANGE_WORDS } from './kind-words.ts'

/** How far a month has come: proposed, drafted, approved by whom, changed since, posted. */
export function MonthStatus({ state, edited }: { state: ScheduleState | null; edited: boolean }) {
  const { t, dates } = useWords()
  const approved = state?.approved ?? null
  const status = state?.status ?? 'none'
  return (
    <div className="month-status">
      {approved === null ? null : (
        <Badge tone="green">
          {t('schedule.status.approved', { by: approved.approvedBy, on: screenDate(approved.approvedOn, dates) })}
        </Badge>
      )}
      {approved?.change == null ? null : (
        <Badge tone="sky">
          {t('schedule.status.changed', {
            on: screenDate(approved.on, dates),
            why: t(CHANGE_WORDS[approved.change.code]),
          })}
        </Badge>
      )}
      {approved === null || approved.posted.length === 0 ? null : (
        <Badge tone="green">{t('schedule.status.posted', { count: approved.posted.length })}</Badge>
      )}
      {status === 'approved' ? null : (
        <Badge tone="amber">{t(status === 'none' ? 'schedule.status.none' : 'schedule.status.drafted')}</Badge>
      )}
      {state?.approvedTwice ? <Badge tone="red">{t('schedule.status.twice')}</Badge> : null}
      {edited ? <Badge tone="sky">{t('schedule.status.edited')}</Badge> : null}
    </div>
  )
}
