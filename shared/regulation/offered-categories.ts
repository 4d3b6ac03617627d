import type { Entry } from '../directory/model.ts'
import type { ProfileId } from '../office/model.ts'
import { PROFILES, profileOf } from './profile.ts'

/**
 * Categories that may be chosen under an act: those it receives out of turn, and the office's own that no act knows. What only
 * another act names is not offered.
 */
export function offeredCategories(entries: readonly Entry[], profile: ProfileId): Entry[] {
  const { categories } = profileOf(profile).outOfTurn
  const known = new Set(PROFILES.flatMap(one => one.outOfTurn.categories))
  return entries.filter(({ code }) => categories.includes(code) || !known.has(code))
}
