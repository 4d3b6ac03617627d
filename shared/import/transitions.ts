import type { Action } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'

export type ImportStatus = 'absent' | 'running' | 'finished' | 'undone'

/** What may be done next with an import. One cut short by a power failure stays `running` and can be taken back too. */
export const IMPORT_ACTS = {
  absent: ['import.started'],
  running: ['import.finished', 'import.undone'],
  finished: ['import.undone'],
  undone: [],
} as const satisfies Record<ImportStatus, readonly string[]>

export interface ImportState {
  readonly status: ImportStatus
  readonly started: BodyOf<'import.started'> | null
  readonly finished: BodyOf<'import.finished'> | null
  /** Wall clock of the start (UTC, ISO). */
  readonly startedAt: string | null
  readonly user: string | null
}

/** An import as a whole. `undone` wins in any order of arrival: what was taken back stays taken back. */
export function foldImport(actions: readonly Action[]): ImportState {
  let state: ImportState = { status: 'absent', started: null, finished: null, startedAt: null, user: null }
  let undone = false
  for (const action of inForce(actions)) {
    if (action.type === 'import.started') {
      state = {
        ...state,
        status: 'running',
        started: bodyOf('import.started', action),
        startedAt: action.at,
        user: action.user,
      }
    } else if (action.type === 'import.finished') {
      state = { ...state, status: 'finished', finished: bodyOf('import.finished', action) }
    } else if (action.type === 'import.undone') undone = true
  }
  return undone ? { ...state, status: 'undone' } : state
}
