import { type KeyboardEvent, useState } from 'react'

/** Which of a list are chosen, by mouse or keys: Space chooses (the box has the focus), A all or none, arrows go from box to box. */
export interface Selection {
  readonly chosen: ReadonlySet<string>
  readonly toggle: (id: string) => void
  readonly clear: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Chosen ones that left the list are not counted any more. */
export function useSelection(ids: readonly string[]): Selection {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const chosen = new Set(ids.filter(id => kept.has(id)))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setKept(next)
  }
  const all = () => setKept(chosen.size === ids.length ? new Set() : new Set(ids))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || event.altKey || event.metaKey) return
    if (event.code === 'KeyA' && !event.shiftKey) {
      event.preventDefault()
      all()
    } else if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault()
      neighbour(event.currentTarget, target, event.code === 'ArrowDown' ? 1 : -1)?.focus()
    }
  }
  return { chosen, toggle, clear: () => setKept(new Set()), onKeyDown }
}

/** The box of the same column in the next line. */
function neighbour(list: HTMLElement, from: HTMLInputElement, step: 1 | -1): HTMLInputElement | undefined {
  const column = from.dataset.column ?? ''
  const boxes = [...list.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][data-column="${column}"]`)]
  return boxes[boxes.indexOf(from) + step]
}
