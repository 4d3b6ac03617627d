import { type RefObject, useEffect, useRef } from 'react'

/** The element that takes the focus whenever something is wanted anew of it; null wants nothing. */
export function useFocusWhen<E extends HTMLElement>(wanted: object | null): RefObject<E | null> {
  const element = useRef<E>(null)
  useEffect(() => {
    if (wanted !== null) element.current?.focus()
  }, [wanted])
  return element
}
