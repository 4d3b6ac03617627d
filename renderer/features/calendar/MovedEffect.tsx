import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { MovedTerms } from './MovedTerms.tsx'
import { useMovedTerms } from './use-moved-terms.ts'

interface Shown {
  readonly before: WorkCalendar
  readonly after: WorkCalendar
  readonly onCount: (count: number | undefined) => void
}

/** Before a year is kept: how many open terms move by it, and which. */
export function MovedEffect({ before, after: given, onCount }: Shown) {
  const { t } = useWords()
  // The calendar is made anew with each drawing; what it says decides.
  const text = JSON.stringify(given)
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what it says
  const after = useMemo(() => given, [text])
  const lines = useMovedTerms(before, after)
  const [isListed, setListed] = useState(false)
  const count = lines?.length
  useEffect(() => onCount(count), [count, onCount])
  if (lines === undefined) return null
  if (lines.length === 0) return <Notice tone="sky">{t('calendar.effect.none')}</Notice>
  return (
    <>
      <Notice tone="amber">
        <span className="calendar-effect">
          {t('calendar.effect', { count: lines.length })}
          <Button variant="default" onClick={() => setListed(true)}>
            {t('calendar.effect.see')}
          </Button>
        </span>
      </Notice>
      {isListed ? (
        <MovedTerms
          title={t('calendar.moved', { count: lines.length })}
          lines={lines}
          onClose={() => setListed(false)}
        />
      ) : null}
    </>
  )
}
