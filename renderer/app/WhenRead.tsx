import { Button, Progress } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { AppError } from '#shared/result/result.ts'
import { ErrorNotice, Notice } from '../components/Notice.tsx'
import { useStoreProgress } from '../db/use-query.ts'
import { useWords } from '../i18n/use-words.ts'

/**
 * Shows a screen once what a desk needs is in its lists. While older records still come in, it says above the screen that
 * no list is whole: half a list without a word would say that something is not there when it is.
 */
export function WhenRead({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const { phase, done, total, error } = useStoreProgress()
  const isUsable = phase === 'ready' || phase === 'filling'
  const [wasUsable, setWasUsable] = useState(isUsable)
  useEffect(() => {
    if (isUsable) setWasUsable(true)
    if (phase === 'rebuilding') setWasUsable(false)
  }, [isUsable, phase])
  if (wasUsable) {
    return (
      <>
        {phase === 'filling' ? <Notice tone="sky">{t('filling.sentence')}</Notice> : null}
        {children}
      </>
    )
  }
  if (phase === 'failed') return <NotRead error={error} />
  return (
    <section className="card">
      <div className="card-body">
        <p>{t('status.reading', { done, total })}</p>
        <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('status.reading', { done, total })} />
      </div>
    </section>
  )
}

/** The lists cannot be read: what happened, what is safe, what to press. It goes by itself where the store comes back. */
function NotRead({ error }: { error: AppError | null }) {
  const { t } = useWords()
  return (
    <section className="card">
      <div className="card-body stack">
        <ErrorNotice error={error} />
        <p>{t('store.safe')}</p>
        <div className="buttons">
          <Button onClick={() => void window.desk.appReload({})}>{t('refused.again')}</Button>
        </div>
      </div>
    </section>
  )
}
