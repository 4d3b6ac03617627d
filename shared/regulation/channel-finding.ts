import type { ProfileId } from '../office/model.ts'
import type { ClauseRef } from './model.ts'
import { profileOf } from './profile.ts'

/**
 * Whether what came by a channel still needs the applicant's signature before it can be booked: the clause that demands it, or
 * null. Only a warning: what came is recorded either way. Source: Rules of 2026, point 5; АППК/ӘРПК 63(2), 64(1).
 */
export function signatureNeeded(channel: string, profile: ProfileId): ClauseRef | null {
  const { unsignedChannels, terms } = profileOf(profile)
  return unsignedChannels.includes(channel) ? (terms.registration?.clause ?? null) : null
}
