import type { ProfileId } from '../office/model.ts'
import type { Entry } from './model.ts'

/**
 * Bodies whose representatives the act itself invites to the akim's reception (clause 17), by the codes of the seed. The Rules
 * of 2026 name none: a body takes part where the matter is its own (rule 29).
 */
const INVITED: Readonly<Record<ProfileId, readonly string[]>> = {
  'WKO-2020/2023': ['prosecutor', 'police', 'anticorruption', 'courts'],
  'KZ-2026': [],
}

/** Their codes, in the order of the act. */
export function codesInvited(profile: ProfileId): readonly string[] {
  return INVITED[profile]
}

/** Of these bodies, those that are invited to the akim's reception by the act, in the order of the act. */
export function invitedByClause(profile: ProfileId, entries: readonly Entry[]): Entry[] {
  return INVITED[profile].flatMap(code => entries.filter(one => one.code === code))
}
