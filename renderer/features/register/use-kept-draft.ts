import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '#shared/result/result.ts'
import { settled } from '../../app/desk.ts'
import { DraftWriter } from './draft-writer.ts'
import { placeIn } from './enter-order.ts'
import { type Draft, encodeDraft } from './register-draft.ts'

/** How safe what was typed is. */
export interface Kept {
  readonly state: 'none' | 'keeping' | 'kept'
  readonly error: AppError | null
  readonly writer: DraftWriter
  /** Keeps once more what stands now. */
  readonly again: () => void
}

/**
 * Keeps a registration as it is typed, with the place of the person in it: soon after each change, at once when a field or
 * the screen is left. `draft` is what would be kept now; `onKeep` hears of it.
 */
export function useKeptDraft(
  name: string,
  draft: Draft,
  box: RefObject<HTMLElement | null>,
  onKeep: (draft: Draft) => void,
): Kept {
  const [saved, setSaved] = useState<{ state: Kept['state']; error: AppError | null }>({ state: 'none', error: null })
  const now = useRef(draft)
  now.current = draft
  const heard = useRef(onKeep)
  heard.current = onKeep
  const place = useRef(draft.at)
  const [writer] = useState(
    () =>
      new DraftWriter({
        save: value => settled(window.desk.draftSave({ name, value })),
        later: (work, milliseconds) => window.setTimeout(work, milliseconds),
        onSaved: done => setSaved({ state: done.ok ? 'kept' : 'none', error: done.ok ? null : done.error }),
      }),
  )
  const value = useCallback(() => {
    place.current = (box.current && placeIn(box.current)) ?? place.current
    const kept = { ...now.current, at: place.current }
    heard.current(kept)
    return encodeDraft(kept)
  }, [box])
  const said = encodeDraft({ ...draft, at: null })
  const first = useRef(said)
  useEffect(() => {
    // What was just opened is on disk as it is.
    if (first.current === said) return
    first.current = ''
    setSaved(before => (before.state === 'keeping' ? before : { state: 'keeping', error: null }))
    writer.change(value)
  }, [said, writer, value])
  useEffect(() => {
    const form = box.current
    const moved = () => first.current === '' && writer.change(value)
    // The key that leaves a field may choose its value: what is written is what stands after it, not before.
    const left = () => void window.setTimeout(() => void writer.flush())
    form?.addEventListener('focusin', moved)
    form?.addEventListener('keyup', moved)
    form?.addEventListener('focusout', left)
    return () => {
      form?.removeEventListener('focusin', moved)
      form?.removeEventListener('keyup', moved)
      form?.removeEventListener('focusout', left)
      void writer.flush()
    }
  }, [box, writer, value])
  return { ...saved, writer, again: () => writer.change(value) }
}
