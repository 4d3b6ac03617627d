import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { DirectoryId, Entry } from './model.ts'

export type EntryStatus = 'absent' | 'set'

/** What may be done next with an entry of a directory. It is never deleted, only ended (`validTo`). */
export const ENTRY_ACTS = { absent: ['entry.set'], set: ['entry.set'] } as const satisfies Record<
  EntryStatus,
  readonly string[]
>

export interface EntryState {
  readonly status: EntryStatus
  readonly directory: DirectoryId | null
  readonly entry: Entry | null
}

/** An entry as last set by the office. */
export function foldEntry(actions: readonly Action[]): EntryState {
  const last = inForce(actions).findLast(action => action.type === 'entry.set')
  return last ? { status: 'set', ...bodyOf('entry.set', last) } : { status: 'absent', directory: null, entry: null }
}

/** Key of the entity of an entry: a code stands in one directory only by this. */
export function entryKey(directory: DirectoryId, code: string): string {
  return `${directory}-${code}`
}
