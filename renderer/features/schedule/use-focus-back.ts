import { useEffect, useRef } from 'react'

/** When what was asked over the month is closed, the focus is where it was; where that is gone, in the day of the calendar. */
export function useFocusBack(isAsked: boolean): void {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (isAsked) {
      before.current = document.activeElement
      return
    }
    const target = before.current
    before.current = null
    if (target === null) return
    if (target.isConnected && target instanceof HTMLElement) target.focus()
    else document.querySelector<HTMLElement>('[data-day][tabindex="0"]')?.focus()
  }, [isAsked])
}
