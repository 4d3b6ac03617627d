import { useCallback, useState } from 'react'

/** What of the screen is to have the focus, asked anew with each object. */
export interface Wanted {
  /** `row`: the chosen line at once; `line`: the same, unless the focus has already gone to another. */
  readonly what: 'check' | 'admit' | 'note' | 'finish' | 'park' | 'forward' | 'line' | 'row' | 'room'
}

interface Chosen {
  /** Id of the visitor looked at, or null. */
  readonly chosen: string | null
  /** The pane of those who come is open; a new object brings the focus to it. */
  readonly coming: object | null
  readonly wanted: Wanted | null
}

/** What stands beside the line, and where the focus is to go. The functions never change. */
export interface Choice extends Chosen {
  readonly choose: (visit: { readonly id: string }) => void
  readonly want: (what: Wanted['what']) => void
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
  })
  const choose = useCallback<Choice['choose']>(({ id }) => {
    // What was wanted of one visitor is not wanted of the next.
    setState(now => {
      const isSame = now.chosen === id
      return isSame && now.coming === null ? now : { chosen: id, coming: null, wanted: isSame ? now.wanted : null }
    })
  }, [])
  const want = useCallback<Choice['want']>(what => {
    // Whoever is already at the next one who comes is not called back to the line.
    setState(now => (what === 'line' && now.coming !== null ? now : { ...now, wanted: { what } }))
  }, [])
  const come = useCallback(() => setState(now => ({ ...now, coming: {} })), [])
  const close = useCallback(() => setState(({ chosen }) => ({ chosen, coming: null, wanted: { what: 'line' } })), [])
  return { ...state, choose, want, come, close }
}
