import { IconAlertTriangle } from '@tabler/icons-react'
import type { FindingCode } from '#shared/application/finding-clauses.ts'
import { findAsOf, type Moment, type WorkTime } from '#shared/application/working-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Asked {
  readonly code: FindingCode
  readonly now: Moment
  readonly work: WorkTime
  readonly onInTime: () => void
}

/** Said beside the button from the beginning: that it is the break, or as of which day this is registered, with the key for what came in time. */
export function OutsideHours({ code, now, work, onInTime }: Asked) {
  const { t, dates } = useWords()
  const asOf = findAsOf(now, work)
  return (
    <p className="finding warn">
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      {code === 'lunch_hours' ? (
        <span>{t('finding.lunch_hours')}</span>
      ) : (
        <span>
          {asOf === null
            ? t('register.outside.before')
            : t('register.outside.as_of', { date: screenDate(asOf, dates) })}{' '}
          <button type="button" className="link" aria-keyshortcuts="F9" onClick={onInTime}>
            {t('register.outside.in_time')} <kbd>F9</kbd>
          </button>
        </span>
      )}
    </p>
  )
}
