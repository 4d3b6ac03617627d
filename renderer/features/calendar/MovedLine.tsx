import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useMovedTerms } from './use-moved-terms.ts'
import type { UnseenChange } from './use-unseen-change.ts'

/** Today's line of terms that moved since the calendar was changed. Where none did, the change is put away by itself. */
export function MovedLine({ change }: { change: UnseenChange }) {
  const { t } = useWords()
  const lines = useMovedTerms(change.before, change.after, change.on)
  const { putAway } = change
  const isNothing = lines?.length === 0
  useEffect(() => {
    if (isNothing) putAway()
  }, [isNothing, putAway])
  if (lines === undefined || isNothing) return null
  return (
    <li className="moved-terms-line">
      <Badge tone="amber">{t('today.attention')}</Badge>
      <span className="grow">{t('today.moved_terms', { count: lines.length })}</span>
      <Button variant="default" onClick={() => goTo('directories', { list: 'calendar', moved: 'since' })}>
        {t('calendar.effect.see')}
      </Button>
      <Button variant="default" onClick={putAway}>
        {t('today.put_away')}
      </Button>
    </li>
  )
}
