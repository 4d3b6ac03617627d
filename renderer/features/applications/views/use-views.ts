import { useEffect, useState } from 'react'
import { settled } from '../../../app/desk.ts'
import { type Call, DONE, useCall } from '../../../components/use-call.ts'
import { readViews, type SavedView, writeViews } from './views.ts'

/** Under this name the views are kept, sealed, on this computer. */
const DRAFT = 'views'

export interface OwnViews {
  readonly views: readonly SavedView[]
  readonly call: Call
  /** Keeps the views; true once they are on disk. */
  readonly keep: (views: readonly SavedView[]) => Promise<boolean>
}

/** The views a person has saved on this computer. */
export function useViews(): OwnViews {
  const call = useCall()
  const [views, setViews] = useState<readonly SavedView[]>([])
  useEffect(() => {
    let left = false
    void settled(window.desk.draftLoad({ name: DRAFT })).then(read => {
      if (!left && read.ok) setViews(readViews(read.value.value))
    })
    return () => {
      left = true
    }
  }, [])
  const keep = async (next: readonly SavedView[]) => {
    const kept = await call.run(async () => {
      const saved = await window.desk.draftSave({ name: DRAFT, value: writeViews(next) })
      return saved.ok ? DONE : saved
    })
    if (kept === null) return false
    setViews(next)
    return true
  }
  return { views, call, keep }
}
