import { useEffect, useRef, useState } from 'react'
import type { AppError } from '#shared/result/result.ts'
import { settled } from '../../app/desk.ts'
import { DraftWriter } from './draft-writer.ts'

/** What was being typed under a name and is in no journal yet; null where there is none, undefined until main has answered. */
export function useTyped<T>(name: string, decode: (text: string | null) => T | null): T | null | undefined {
  const [typed, setTyped] = useState<T | null>()
  useEffect(() => {
    let isCurrent = true
    void settled(window.desk.draftLoad({ name })).then(answer => {
      if (isCurrent) setTyped(answer.ok ? decode(answer.value.value) : null)
    })
    return () => {
      isCurrent = false
    }
  }, [name, decode])
  return typed
}

/** Keeps what is typed soon after each change, until it stands in the journal. */
export function useKeptForm<T>(name: string, composed: T, isNew: boolean) {
  const [error, setError] = useState<AppError | null>(null)
  const now = useRef(composed)
  now.current = composed
  const [writer] = useState(
    () =>
      new DraftWriter({
        save: value => settled(window.desk.draftSave({ name, value })),
        later: (work, milliseconds) => window.setTimeout(work, milliseconds),
        onSaved: done => setError(done.ok ? null : done.error),
      }),
  )
  const first = useRef(composed)
  useEffect(() => {
    if (first.current === composed && !isNew) return
    writer.change(() => JSON.stringify(now.current))
  }, [composed, isNew, writer])
  useEffect(() => () => void writer.flush(), [writer])
  /** What was typed stands in the journal: it is kept here no longer. */
  const drop = async () => {
    first.current = now.current
    await writer.end()
    await settled(window.desk.draftDrop({ name }))
    writer.goOn()
  }
  return { error, drop }
}
