import { useCallback, useEffect, useRef, useState } from 'react'

/** Work in parts that tells how far it is and can be stopped between them. */
export interface Watched {
  readonly onStep: (done: number, of: number) => void
  readonly signal: AbortSignal
}

export interface Step {
  readonly done: number
  readonly of: number
}

/** What a screen shows of such a work: how far it is, null where none goes on, and whether the last was stopped. */
export function useWatched() {
  const [step, setStep] = useState<Step | null>(null)
  const [isStopped, setStopped] = useState(false)
  const stopping = useRef(new AbortController())
  const watch = useCallback(async <T>(work: (watched: Watched) => Promise<T>): Promise<T> => {
    stopping.current.abort()
    const stop = new AbortController()
    stopping.current = stop
    setStopped(false)
    try {
      return await work({
        signal: stop.signal,
        onStep: (done, of) => {
          if (!stop.signal.aborted) setStep({ done, of })
        },
      })
    } finally {
      if (stopping.current === stop) setStep(null)
    }
  }, [])
  const stop = useCallback(() => {
    stopping.current.abort()
    setStopped(true)
  }, [])
  // Whoever leaves the screen waits for nothing any more.
  useEffect(() => () => stopping.current.abort(), [])
  return { step, isStopped, watch, stop }
}
