import type { Registered } from '../application/transitions.ts'

/** The only category of clause 11 of which no paper is ever demanded. */
const WITHOUT_PROOF = 'pregnant'

/** Whether the registration says that the visitor goes out of turn (clause 11): of a category, and its document was seen. */
export function isOutOfTurn(registered: Registered | null): boolean {
  const personal = registered?.personal ?? null
  if (personal === null || personal.category === null) return false
  return personal.category === WITHOUT_PROOF || personal.proofSeen
}

/** Whether going out of turn has to be explained: the registration names no category that the document could prove. */
export function needsNote(outOfTurn: boolean, registered: Registered | null): boolean {
  return outOfTurn && (registered?.personal?.category ?? null) === null
}
