import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react'
import type { Wanted } from './use-choice.ts'

/** Places a page of a list is long. */
export const PAGE = 10

/** Where a key leads from a place in a list; null for a key that moves nowhere. */
export function placeAfter(key: string, at: number, count: number): number | null {
  const places: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  }
  const place = places[key]
  return place === undefined || count === 0 ? null : Math.max(0, Math.min(place, count - 1))
}

/**
 * The list is one stop of the Tab key; within it the arrows lead from visitor to visitor. A visitor is known by id, since
 * the line moves under the hand.
 * `wanted`: a new object brings the focus to the chosen one.
 */
export function useLineKeys(
  box: RefObject<HTMLElement | null>,
  ids: readonly string[],
  chosen: string | null,
  wanted: Wanted | null,
) {
  const focus = (id: string | undefined) =>
    id === undefined ? undefined : box.current?.querySelector<HTMLElement>(`[data-visit="${id}"] a`)?.focus()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is wanted anew moves the focus
  useLayoutEffect(() => {
    // With the screen, not after it: a key pressed in between would lose to this focus what it has opened.
    // Whoever moved on while an act was saved must not find the next key acting on the visitor before.
    const isInLine = box.current?.contains(document.activeElement) ?? false
    if (wanted?.what === 'row' || (wanted?.what === 'line' && !isInLine)) focus(chosen ?? ids[0])
  }, [wanted])
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const next = placeAfter(event.key, chosen === null ? 0 : ids.indexOf(chosen), ids.length)
    if (next === null) return
    event.preventDefault()
    focus(ids[next])
  }
}
