import { useEffect, useRef, useState } from 'react'

/** A save under way: meanwhile the form is held, so that nothing typed is lost with what was sent. */
export interface Saving {
  readonly isSaving: boolean
  /** The same, at this very moment. */
  readonly isHeld: () => boolean
  /** Holds the form while the work runs. One at a time: a second press does nothing. */
  readonly during: (work: () => Promise<void>) => Promise<void>
}

/** Holds a form while it is saved. Where the form stays, the person is where they were. */
export function useSaving(): Saving {
  const [isSaving, setSaving] = useState(false)
  const held = useRef(false)
  const place = useRef<Element | null>(null)
  useEffect(() => {
    if (isSaving) return
    // A field that cannot be typed in loses the focus; who has gone elsewhere meanwhile is not called back.
    if (place.current instanceof HTMLElement && document.activeElement === document.body) place.current.focus()
    place.current = null
  }, [isSaving])
  const during = async (work: () => Promise<void>) => {
    if (held.current) return
    held.current = true
    place.current = document.activeElement
    setSaving(true)
    try {
      await work()
    } finally {
      held.current = false
      setSaving(false)
    }
  }
  return { isSaving, isHeld: () => held.current, during }
}
