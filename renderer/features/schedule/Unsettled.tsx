import { addressOf } from '../../app/route.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { unsettledCount } from './unsettled.ts'
import type { PlannedMonth } from './use-planned-month.ts'

/** Says how many booked people the edited month moves, and where each is given another time. */
export function Unsettled({ planned }: { planned: Pick<PlannedMonth, 'month' | 'known' | 'work' | 'facts'> }) {
  const { t } = useWords()
  const count = unsettledCount(planned)
  if (count === 0) return null
  return (
    <Notice tone="amber">
      {t('schedule.unsettled', { count })}{' '}
      <a href={addressOf('schedule', { part: 'people', month: planned.month })}>{t('schedule.unsettled.settle')}</a>
    </Notice>
  )
}
