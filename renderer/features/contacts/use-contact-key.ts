import { useEffect, useEffectEvent } from 'react'
import { isContactKey } from './contact-keys.ts'

/**
 * Hears the key of contacts on every screen, but not while a dialog asks something: then the key is the dialog's own, and
 * of no meaning in every other. A key held down acts once.
 */
export function useContactKey(open: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!isContactKey(event)) return
    event.preventDefault()
    if (!event.repeat && document.querySelector('[role="dialog"]') === null) open()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}

/** Hears the key while the dialog stands open, wherever the focus is: before the page's own, which would open another. */
export function useContactKeyAgain(log: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!isContactKey(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.repeat) log()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard, true)
    return () => window.removeEventListener('keydown', heard, true)
  }, [])
}
