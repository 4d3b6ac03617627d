import { compareSchedules, unsettledBy } from '#shared/schedule/compare.ts'
import type { PlannedMonth } from './use-planned-month.ts'

/** How many are booked on receptions that the draft moves or leaves out. They are not dropped: they stand among those to call. */
export function unsettledCount({ known, work, facts }: Pick<PlannedMonth, 'known' | 'work' | 'facts'>): number {
  const approved = known.state?.approved ?? null
  if (approved === null) return 0
  const gone = unsettledBy(compareSchedules(approved.schedule, work.draft.schedule))
  return gone.reduce((sum, one) => sum + facts.bookedOn(one), 0)
}
