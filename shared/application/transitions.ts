import { type Action, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import type { Related } from '../change/related.ts'
import { type ImportedFacts, ImportedPersonal } from './model.ts'

export type ApplicationStatus = 'absent' | 'imported' | 'undone'

/** What may be done next with an application. A record whose import was taken back can be imported again. */
export const APPLICATION_ACTS = {
  absent: ['application.imported'],
  imported: [],
  undone: ['application.imported'],
} as const satisfies Record<ApplicationStatus, readonly string[]>

export interface ApplicationState {
  readonly status: ApplicationStatus
  readonly batch: string | null
  readonly subject: string | null
  readonly facts: ImportedFacts | null
  /** Null when the subject was erased. */
  readonly personal: ImportedPersonal | null
  readonly erased: boolean
}

const ABSENT: ApplicationState = {
  status: 'absent',
  batch: null,
  subject: null,
  facts: null,
  personal: null,
  erased: false,
}

/**
 * An application of imported history: the first import that was not taken back. Two desks that bring the same journal
 * give one application, whichever arrives first.
 */
export function foldApplication(actions: readonly Action[], related: Related): ApplicationState {
  let last = ABSENT
  for (const action of inOrder(actions)) {
    if (action.type !== 'application.imported') continue
    const body = bodyOf('application.imported', action)
    const subject = action.personal?.subject ?? null
    const value = action.personal?.value ?? null
    const erased = value === null || (subject !== null && related.erasedSubjects.has(subject))
    const state: ApplicationState = {
      status: related.undoneBatches.has(body.batch) ? 'undone' : 'imported',
      batch: body.batch,
      subject,
      facts: body.facts,
      personal: erased ? null : ImportedPersonal.parse(value),
      erased,
    }
    if (state.status === 'imported') return state
    last = state
  }
  return last
}
