import { useEffect, useRef } from 'react'
import { CALL_KEY, CHECK_IN_KEY, PART_KEY } from './reception-keys.ts'

interface ScreenActs {
  readonly checkIn: () => void
  readonly call: () => void
  readonly undo: () => void
  readonly part: () => void
  readonly close: () => void
}

/** Keys that work wherever the focus is on the screen, but not behind a dialog. A key held down acts once. */
export function useScreenKeys(acts: ScreenActs): void {
  const now = useRef(acts)
  now.current = acts
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const act = actOf(event)
      if (act === null || document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      if (!event.repeat) now.current[act]()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

function actOf(event: KeyboardEvent): keyof ScreenActs | null {
  if (event.defaultPrevented || event.altKey || event.metaKey || event.shiftKey) return null
  if (event.ctrlKey) return event.code === 'KeyZ' && !isTyping(event.target) ? 'undo' : null
  if (event.key === CHECK_IN_KEY) return 'checkIn'
  if (event.key === CALL_KEY) return 'call'
  if (event.key === PART_KEY) return 'part'
  return event.key === 'Escape' ? 'close' : null
}

/** In a text field the same keys take back what was typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
}
