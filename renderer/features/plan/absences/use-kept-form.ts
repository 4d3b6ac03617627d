import { useEffect, useRef, useState } from 'react'
import { settled } from '../../../app/desk.ts'
import { useRows } from '../../../app/use-rows.ts'
import { DraftWriter } from '../../register/draft-writer.ts'
import { decodeForm, encodeForm, type FormKind, formName, isStillOpen, type KeptForm } from './kept-form.ts'

const NOTHING = {}

/** A form of this part that was left half-typed, at this desk and across a power cut; undefined until main has told, null: none. */
export function useLeftForm<K extends FormKind>(kind: K, standing: string | null): KeptForm<K> | null | undefined {
  const [left, setLeft] = useState<KeptForm<K> | null>()
  const absences = useRows('absences.all', NOTHING)
  const restrictions = useRows('restrictions.all', NOTHING)
  const told = kind === 'absence' ? absences : restrictions
  useEffect(() => {
    let isCurrent = true
    void settled(window.desk.draftLoad({ name: formName(kind, standing) })).then(loaded => {
      if (isCurrent) setLeft(loaded.ok ? decodeForm(kind, loaded.value.value) : null)
    })
    return () => {
      isCurrent = false
    }
  }, [kind, standing])
  if (left === undefined || told === undefined) return undefined
  return left !== null && isStillOpen(left, standing, told) ? left : null
}

/** The draft of an open form. */
export interface FormKept {
  /** Does the act that takes the place of the draft; after a success it is dropped and nothing brings it back. */
  readonly replaceBy: (act: () => Promise<boolean>) => Promise<boolean>
  /** Keeps it no more: the form is thrown away. */
  readonly drop: () => Promise<void>
}

/** Keeps a form as it is typed, soon after each change; what was opened and not touched is not kept. */
export function useKeptForm(form: KeptForm, standing: string | null): FormKept {
  const name = formName(form.kind, standing)
  const [writer] = useState(
    () =>
      new DraftWriter({
        save: value => settled(window.desk.draftSave({ name, value })),
        later: (work, milliseconds) => window.setTimeout(work, milliseconds),
        onSaved: () => undefined,
      }),
  )
  const said = encodeForm(form)
  const now = useRef(said)
  useEffect(() => {
    if (now.current === said) return
    now.current = said
    writer.change(() => now.current)
  }, [said, writer])
  // Left by another screen: what was typed last is written at once.
  useEffect(() => () => void writer.flush(), [writer])
  const drop = async () => {
    await writer.end()
    await settled(window.desk.draftDrop({ name }))
  }
  return {
    drop,
    async replaceBy(act) {
      const done = await writer.replaceBy(act)
      if (done) await drop()
      return done
    },
  }
}
