import { useEffect, useState } from 'react'
import { deskNow } from '../../components/office-clock.ts'

/** What is left of some seconds since an instant (ISO), told anew as they run; another instant begins them anew. */
export function useSeconds(since: string | null, left: (now: number) => number): number {
  const [now, setNow] = useState(deskNow)
  const seconds = left(now)
  const runs = seconds > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the instant is what begins the count
  useEffect(() => setNow(deskNow()), [since])
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => setNow(deskNow()), 250)
    return () => clearInterval(timer)
  }, [runs])
  return seconds
}
