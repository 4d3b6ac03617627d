import type { PlainDate } from '../time/plain-date.ts'
import type { Official } from './model.ts'

/** How an official stands on a date: in the post, not yet, or no longer. */
export type PostStanding = 'in_office' | 'not_yet' | 'left'

/** How an official stands on a date. `since` and `until` are both days in the post; null: not said. */
export function postStanding({ since, until }: Pick<Official, 'since' | 'until'>, date: PlainDate): PostStanding {
  if (until !== null && until < date) return 'left'
  return since !== null && date < since ? 'not_yet' : 'in_office'
}

/** Who may be chosen on a date: who is not in the post is read in what was recorded, never offered. */
export function inOffice(officials: readonly Official[], date: PlainDate): Official[] {
  return officials.filter(one => postStanding(one, date) === 'in_office')
}

/** Who may be chosen on a date, and the one who is chosen already, whatever became of them. */
export function offeredWith(officials: readonly Official[], date: PlainDate, chosen: string | null): Official[] {
  return officials.filter(one => one.id === chosen || postStanding(one, date) === 'in_office')
}
