import type { Registered } from '../application/transitions.ts'
import { isCategoryOf } from '../regulation/offered-categories.ts'

/** The only category of clause 11 and of rule 23 of which no paper is ever demanded. */
const WITHOUT_PROOF = 'pregnant'

/**
 * Whether the registration says that the visitor goes out of turn: of a category that the application's own act receives so
 * (clause 11; point 23 of the Rules of 2026), and its document was seen.
 */
export function isOutOfTurn(registered: Pick<Registered, 'profile' | 'personal'> | null): boolean {
  const category = registered?.personal?.category ?? null
  if (registered === null || category === null || !isCategoryOf(category, registered.profile)) return false
  return category === WITHOUT_PROOF || (registered.personal?.proofSeen ?? false)
}

/**
 * Whether going out of turn has to be explained: the registration names no category that the document could prove and that
 * its act receives so.
 */
export function needsNote(outOfTurn: boolean, registered: Pick<Registered, 'profile' | 'personal'> | null): boolean {
  const category = registered?.personal?.category ?? null
  return outOfTurn && (registered === null || category === null || !isCategoryOf(category, registered.profile))
}
