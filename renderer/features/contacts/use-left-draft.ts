import { useCallback, useEffect, useRef, useState } from 'react'
import { settled } from '../../app/desk.ts'
import { type ContactDraft, decodeDraft, isBegun } from './contact-form.ts'

/** Under which main keeps the contact being typed. */
export const DRAFT_NAME = 'contact'

/** The contact that was left half-typed, at this desk and across a power cut. */
export interface LeftDraft {
  readonly isLeft: boolean
  /** What was left could not be read and was set aside. */
  readonly isUnread: boolean
  /** What was left; null: nothing. Waits until main has told what there is. */
  readonly get: () => Promise<ContactDraft | null>
  /** Leaves a contact as it stands; one nobody typed in is not kept. */
  readonly leave: (draft: ContactDraft) => void
  readonly forget: () => void
}

export function useLeftDraft(): LeftDraft {
  const [isLeft, setLeft] = useState(false)
  const [isUnread, setUnread] = useState(false)
  const left = useRef<ContactDraft | null>(null)
  const reading = useRef<Promise<unknown>>(undefined)
  const hold = useCallback((draft: ContactDraft | null) => {
    left.current = draft
    setLeft(draft !== null)
  }, [])
  useEffect(() => {
    reading.current ??= settled(window.desk.draftLoad({ name: DRAFT_NAME })).then(loaded => {
      hold(loaded.ok ? decodeDraft(loaded.value.value) : null)
      setUnread(!loaded.ok && loaded.error.code === 'draft.unreadable')
    })
  }, [hold])
  const get = useCallback(async () => {
    await reading.current
    return left.current
  }, [])
  const forget = useCallback(() => {
    hold(null)
    void settled(window.desk.draftDrop({ name: DRAFT_NAME }))
  }, [hold])
  const leave = useCallback(
    (draft: ContactDraft) => {
      if (isBegun(draft.form)) hold(draft)
      else forget()
    },
    [hold, forget],
  )
  return { isLeft, isUnread, get, leave, forget }
}
