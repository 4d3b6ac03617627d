import type { Action } from '../change/action.ts'

export type SubjectStatus = 'kept' | 'erased'

/** What may be done next with a person's data. Erasure is final. */
export const SUBJECT_ACTS = { kept: ['subject.erased'], erased: [] } as const satisfies Record<
  SubjectStatus,
  readonly string[]
>

/** Whether a person's data was erased, in any order of arrival. */
export function foldSubject(actions: readonly Action[]): { readonly status: SubjectStatus } {
  return { status: actions.some(action => action.type === 'subject.erased') ? 'erased' : 'kept' }
}
