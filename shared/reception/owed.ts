import type { Invited, ReceptionState } from './transitions.ts'

/** Whether a body refused and that was not reported yet (clause 20, KZ-2026 rule 31). It is owed after the reception too. */
export function owesReport({ answers, reported }: Pick<Invited, 'answers' | 'reported'>): boolean {
  return reported === null && answers.at(-1)?.outcome === 'refused'
}

/** Whether of a reception anything is owed that does not end with its day. */
export function isOwing({ invited }: Pick<ReceptionState, 'invited'>): boolean {
  return invited.some(owesReport)
}
