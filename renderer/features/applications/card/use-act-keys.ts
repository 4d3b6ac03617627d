import { useEffect, useEffectEvent } from 'react'
import { actOfKey, type CardAct } from './card-acts.ts'

/** Hears the keys of the acts while the card is open, but not while a dialog asks something. */
export function useActKeys(acts: readonly CardAct[], start: (act: CardAct) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const act = actOfKey(event, acts)
    if (act === null || document.querySelector('[role="dialog"]') !== null) return
    event.preventDefault()
    start(act)
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}
