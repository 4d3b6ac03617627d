import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import type { StoreProgress } from '../db/client.ts'
import { useOfProgress, useStoreProgress } from '../db/use-query.ts'
import { useWords } from '../i18n/use-words.ts'

/** Shows figures only once every record is counted in them: a sum of some would be read, and sent on, as the sum of all. */
export function WhenWhole({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const { done, total } = useStoreProgress()
  if (useIsWhole()) return children
  return (
    <section className="card">
      <div className="card-body">
        <p>{t('filling.figures')}</p>
        <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('status.filling', { done, total })} />
      </div>
    </section>
  )
}

/** Whether no older records are still on their way into the lists. */
export function useIsWhole(): boolean {
  return useOfProgress(isWhole)
}

function isWhole({ phase, done, total }: StoreProgress): boolean {
  // Where folding failed, what is missing may be the larger part.
  return phase === 'failed' ? done === total : phase !== 'filling' && phase !== 'rebuilding'
}
