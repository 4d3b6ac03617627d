import { Progress } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { ErrorNotice } from '../components/Notice.tsx'
import { useStoreProgress } from '../db/use-query.ts'
import { useWords } from '../i18n/use-words.ts'

/** Shows a screen only once the lists are whole: half a list would say that something is not there when it is. */
export function WhenRead({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const progress = useStoreProgress()
  const [wasReady, setWasReady] = useState(progress.phase === 'ready')
  useEffect(() => {
    if (progress.phase === 'ready') setWasReady(true)
    if (progress.phase === 'rebuilding') setWasReady(false)
  }, [progress.phase])
  if (wasReady) return children
  const { done, total, error } = progress
  return (
    <section className="card">
      <div className="card-body">
        <ErrorNotice error={error} />
        <p>{t('status.reading', { done, total })}</p>
        <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('status.reading', { done, total })} />
      </div>
    </section>
  )
}
