import { useCallback, useEffect, useState } from 'react'
import type { QuarterlyTerms } from '#shared/report/terms.ts'
import type { Quarter } from '#shared/time/plain-date.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useStore } from '../../db/use-query.ts'
import { countTerms } from './terms-count.ts'
import { useWatched } from './use-watched.ts'

/** How terms and duties were kept in a quarter: counted once the figures are on the screen; null until then. */
export function useTerms(quarter: Quarter, compared: boolean) {
  const store = useStore()
  const today = useToday()
  const { step, isStopped, watch, stop } = useWatched()
  const [terms, setTerms] = useState<QuarterlyTerms | null>(null)
  const count = useCallback(async () => {
    setTerms(null)
    const counted = await watch(watched => countTerms(store, { quarter, today, compared }, watched))
    if (counted !== null) setTerms(counted)
  }, [store, quarter, today, compared, watch])
  useEffect(() => {
    // A store that is not ready tells so in the status line: the figures stand without this section.
    count().catch(() => undefined)
  }, [count])
  return { terms, step, isStopped, stop, count }
}
