import { useState } from 'react'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { PAGE } from './use-line-keys.ts'

/** Several who came together, in the order in which they were marked. They stay marked while another is looked for. */
export interface Marked {
  readonly rows: readonly ApplicationListRow[]
  readonly toggle: (row: ApplicationListRow) => void
  /** What Shift with an arrow does at a place of the list; whether the key was one of these. */
  readonly keyed: (key: string, rows: readonly ApplicationListRow[], at: number) => boolean
  /** Takes off who is checked in, or all. */
  readonly drop: (id?: string) => void
}

/** Those marked in the list of who may have come. */
export function useMarked(): Marked {
  const [rows, setRows] = useState<readonly ApplicationListRow[]>([])
  const without = (ids: readonly string[]) => rows.filter(({ id }) => !ids.includes(id))
  return {
    rows,
    toggle: row => setRows(rows.some(({ id }) => id === row.id) ? without([row.id]) : [...rows, row]),
    keyed: (key, offered, at) => {
      const change = markedBy(key, offered, at)
      if (change === null) return false
      const ids = change.rows.map(({ id }) => id)
      setRows(change.isMarked ? [...without(ids), ...change.rows] : without(ids))
      return true
    },
    drop: id => setRows(now => (id === undefined ? [] : now.filter(one => one.id !== id))),
  }
}

/** Down marks who is passed, a page down ten at once; up takes the mark off again. Null: a key that marks nobody. */
export function markedBy<Row>(
  key: string,
  rows: readonly Row[],
  at: number,
): { readonly isMarked: boolean; readonly rows: readonly Row[] } | null {
  if (key === 'ArrowDown') return { isMarked: true, rows: rows.slice(at, at + 1) }
  if (key === 'PageDown') return { isMarked: true, rows: rows.slice(at, at + PAGE) }
  if (key === 'ArrowUp') return { isMarked: false, rows: rows.slice(Math.max(0, at - 1), at) }
  return key === 'PageUp' ? { isMarked: false, rows: rows.slice(Math.max(0, at - PAGE), at) } : null
}
