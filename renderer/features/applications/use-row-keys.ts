import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

const PAGE = 10

/** Where a key leads from a line of a list; null for a key that moves nowhere. */
function lineAfter(key: string, at: number, count: number): number | null {
  const places: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  }
  const place = places[key]
  return place === undefined ? null : Math.max(0, Math.min(place, count - 1))
}

/**
 * A long list is one stop of the Tab key, however many lines it has; within it the arrows lead from line to line.
 * `active`: the line the Tab key comes to.
 */
export function useRowKeys(box: RefObject<HTMLElement | null>, count: number, scrollTo: (index: number) => void) {
  const [active, setActive] = useState(0)
  const moved = useRef(false)
  // A line that was out of sight is drawn some time after the scroll, so each drawing tries.
  useEffect(() => {
    if (!moved.current) return
    const link = box.current?.querySelector<HTMLElement>(`[aria-rowindex="${active + 2}"] a`)
    if (!link) return
    moved.current = false
    link.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const next = lineAfter(event.key, active, count)
    if (next === null || event.ctrlKey || event.altKey) return
    event.preventDefault()
    moved.current = true
    scrollTo(next)
    setActive(next)
  }
  return { active, setActive, onKeyDown }
}
