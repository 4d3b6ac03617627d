import { type RefObject, useEffect, useRef } from 'react'

/** Gives the focus to the first of what can take it, once, when a part takes the place of another: keys go on from there. */
export function useFirstFocus(isAsked = true): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  const asked = useRef(isAsked)
  // Not at once, perhaps: lists are drawn when they are read.
  useEffect(() => {
    if (!asked.current || box.current === null) return
    asked.current = false
    box.current.querySelector<HTMLElement>('input, select, button')?.focus()
  })
  return box
}
