import { useCallback, useState } from 'react'

/** What of the screen is to have the focus, asked anew with each object. */
export interface Wanted {
  /** `row`: the chosen line at once; `line`: the same, unless the focus has already gone to another. */
  readonly what: 'check' | 'admit' | 'note' | 'finish' | 'park' | 'forward' | 'line' | 'row' | 'room'
}

/** What stands beside the line, and what is to have the focus. */
export interface Chosen {
  /** Id of the visitor looked at, or null. */
  readonly chosen: string | null
  /** The pane of those who come is open; a new object brings the focus to it. */
  readonly coming: object | null
  readonly wanted: Wanted | null
  /** Those who came together with the visitor looked at and whose documents are asked for next. */
  readonly group: readonly string[]
}

/** What stands beside the line, and where the focus is to go. The functions never change. */
export interface Choice extends Chosen {
  readonly choose: (visit: { readonly id: string }) => void
  readonly want: (what: Wanted['what']) => void
  /** Begins with the documents of those who came together. */
  readonly greet: (visits: readonly string[]) => void
  /** To the documents of the next of them, or back to the line. */
  readonly goOn: () => void
  readonly come: () => void
  /** Closes what was opened; the focus goes back to the line. */
  readonly close: () => void
}

/** Begins with a visitor, or with somebody who comes, where the address names one. */
export function useChoice({ open, application }: Readonly<Record<string, string>>): Choice {
  const [state, setState] = useState<Chosen>({
    chosen: open ?? null,
    coming: application === undefined ? null : {},
    wanted: null,
    group: [],
  })
  const choose = useCallback<Choice['choose']>(({ id }) => {
    // What was wanted of one visitor is not wanted of the next.
    setState(now => {
      const isSame = now.chosen === id
      if (isSame && now.coming === null) return now
      return { chosen: id, coming: null, wanted: isSame ? now.wanted : null, group: isSame ? now.group : [] }
    })
  }, [])
  const want = useCallback<Choice['want']>(what => {
    // Whoever is already at the next one who comes is not called back to the line.
    setState(now => (what === 'line' && now.coming !== null ? now : { ...now, wanted: { what } }))
  }, [])
  const greet = useCallback((visits: readonly string[]) => {
    const [chosen = null, ...group] = visits
    setState({ chosen, coming: null, wanted: { what: 'check' }, group })
  }, [])
  const goOn = useCallback(() => setState(goneOnAfter), [])
  const come = useCallback(() => setState(comingAfter), [])
  const close = useCallback(
    () => setState(({ chosen }) => ({ chosen, coming: null, wanted: { what: 'line' }, group: [] })),
    [],
  )
  return { ...state, choose, want, greet, goOn, come, close }
}

/** What stands beside the line once somebody comes. The line, wanted a moment before, would take the focus and close the pane. */
export function comingAfter(now: Chosen): Chosen {
  const isOfLine = now.wanted?.what === 'line' || now.wanted?.what === 'row'
  return { ...now, coming: {}, wanted: isOfLine ? null : now.wanted }
}

/** What stands beside the line once the documents of the chosen visitor are checked; who comes meanwhile stays. */
export function goneOnAfter(now: Chosen): Chosen {
  if (now.coming !== null) return now
  const [chosen, ...group] = now.group
  return chosen === undefined
    ? { ...now, wanted: { what: 'line' } }
    : { chosen, coming: null, wanted: { what: 'check' }, group }
}
