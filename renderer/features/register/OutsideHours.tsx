import { findAsOf, type Moment, partOfDay, type WorkTime } from '#shared/application/working-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'

/** Said from the beginning, not when saving is tried: as of which day this will be registered, and the key for what came in time. */
export function OutsideHours({ now, work, onInTime }: { now: Moment; work: WorkTime; onInTime: () => void }) {
  const { t, dates } = useWords()
  const part = partOfDay(now, work)
  if (part === 'working' || part === 'lunch') return null
  const asOf = findAsOf(now, work)
  return (
    <Notice tone="amber">
      {asOf === null ? t('register.outside.before') : t('register.outside.as_of', { date: screenDate(asOf, dates) })}{' '}
      <button type="button" className="link" aria-keyshortcuts="F9" onClick={onInTime}>
        {t('register.outside.in_time')} <kbd>F9</kbd>
      </button>
    </Notice>
  )
}
