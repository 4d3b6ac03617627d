import type { Entry } from '../directory/model.ts'
import type { ProfileId } from '../office/model.ts'
import { PROFILES, profileOf } from './profile.ts'

/**
 * Categories that may be chosen under an act: those it receives out of turn, and the office's own that no act knows. What only
 * another act names is not offered.
 */
export function offeredCategories(entries: readonly Entry[], profile: ProfileId): Entry[] {
  return entries.filter(({ code }) => isCategoryOf(code, profile))
}

/** Whether a category goes out of turn under an act: one it names, or one of the office's own that no act knows. */
export function isCategoryOf(code: string, profile: ProfileId): boolean {
  if (profileOf(profile).outOfTurn.categories.includes(code)) return true
  return !PROFILES.some(({ outOfTurn }) => outOfTurn.categories.includes(code))
}
