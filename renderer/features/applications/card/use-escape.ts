import { useEffect, useEffectEvent } from 'react'

/** Escape closes, unless a dialog stands before it or a field wants the key for itself. */
export function useEscape(close: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return
    if (event.target instanceof Element && event.target.closest('input, select, textarea, search') !== null) return
    close()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}
