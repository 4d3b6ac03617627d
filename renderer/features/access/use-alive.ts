import { useEffect } from 'react'
import { settled } from '../../app/desk.ts'

/** How often main is told at most, in milliseconds. */
const TELL_EVERY = 20_000

/** Tells main that somebody is at the keys, so that the desk does not lock itself. */
export function useAlive(guarded: boolean): void {
  useEffect(() => {
    if (!guarded) return
    let told = Number.NEGATIVE_INFINITY
    const alive = () => {
      const now = performance.now()
      if (now - told < TELL_EVERY) return
      told = now
      void settled(window.desk.accessAlive({}))
    }
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, alive, { capture: true, passive: true })
    return () => {
      for (const event of events) window.removeEventListener(event, alive, { capture: true })
    }
  }, [guarded])
}
