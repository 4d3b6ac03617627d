import { useThrottledCallback } from '@mantine/hooks'
import { useEffect } from 'react'

/** How often at most, in milliseconds: while a hall is full the journal moves several times a second. */
const EVERY = 1_000

/** Does something now, and again whenever the journal has moved: at once where it was still, else once a second. */
export function useJournalMoved(work: () => unknown): void {
  const again = useThrottledCallback(work, EVERY)
  useEffect(() => {
    void work()
    return window.desk.onJournalMoved(() => again())
  }, [work, again])
}
