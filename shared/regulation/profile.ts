import type { ProfileId, ProfilePeriod } from '../office/model.ts'
import { assertNever } from '../result/result.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Edition, Profile } from './model.ts'
import { KZ_2026 } from './profiles/kz-2026.ts'
import { WKO_2020_2023 } from './profiles/wko-2020-2023.ts'

/** Every profile the product holds, oldest act first. */
export const PROFILES: readonly Profile[] = [WKO_2020_2023, KZ_2026]

/** The profile of an id. */
export function profileOf(id: ProfileId): Profile {
  switch (id) {
    case 'WKO-2020/2023':
      return WKO_2020_2023
    case 'KZ-2026':
      return KZ_2026
    default:
      return assertNever(id)
  }
}

/** The profile an office works by on a date: the last that is in force from then or before, else its first. */
export function profileOn({ profiles }: { readonly profiles: readonly ProfilePeriod[] }, date: PlainDate): ProfileId {
  const first = profiles[0]
  if (first === undefined) throw new Error('an office without a profile')
  return (profiles.findLast(({ from }) => from <= date) ?? first).profile
}

/** Before any act of the office. */
const EARLIEST = '1900-01-01' as PlainDate

/** The first day up to today, it included, that has another act by the one list of periods than by the other; null: none. */
export function changedSince(
  before: readonly ProfilePeriod[],
  after: readonly ProfilePeriod[],
  today: PlainDate,
): PlainDate | null {
  const days = [EARLIEST, ...before.map(({ from }) => from), ...after.map(({ from }) => from)].sort()
  const actOf = (profiles: readonly ProfilePeriod[], day: PlainDate) => profileOn({ profiles }, day)
  return days.find(day => day <= today && actOf(before, day) !== actOf(after, day)) ?? null
}

/** The periods with a profile in force from a date on: what stood from that date or later gives way. */
export function withProfile(
  periods: readonly ProfilePeriod[],
  profile: ProfileId,
  from: PlainDate,
): readonly ProfilePeriod[] {
  const before = periods.filter(one => one.from < from)
  return before.at(-1)?.profile === profile ? before : [...before, { profile, from }]
}

/**
 * Whether a profile's act was in force on a date: `held`; `partly`, in an edition some of whose wording is not held; or not at
 * all, and then the program says that it counts by an act that does not bind that day.
 */
export type Coverage =
  | { readonly state: 'held' | 'partly'; readonly edition: Edition }
  | { readonly state: 'not_in_force' }

/** How far a profile's act covers a date. */
export function coverageOf(id: ProfileId, date: PlainDate): Coverage {
  const edition = profileOf(id).editions.find(({ from, to }) => from <= date && (to === null || date <= to))
  if (edition === undefined) return { state: 'not_in_force' }
  return { state: edition.notHeld.length === 0 ? 'held' : 'partly', edition }
}
