import { findingsOf } from '#shared/schedule/findings.ts'
import { type MonthDraft, openMoves } from './month-draft.ts'
import { knownOf } from './month-facts.ts'
import type { PlannedQuarter } from './use-planned-quarter.ts'

/** Why a quarter cannot be approved as it stands, or null: what holds of a month holds of each of the three. */
export function blockedQuarter({ months, officials, plan }: PlannedQuarter) {
  if (months.every(({ known, work }) => known.state?.status === 'approved' && !work.edited)) {
    return 'schedule.blocked.unchanged'
  }
  const drafts = months.map(({ work }) => work.draft)
  const isFaulty = ({ schedule }: MonthDraft) =>
    findingsOf(schedule, officials, plan.calendar, knownOf(plan)).some(one => one.severity === 'error')
  if (drafts.some(isFaulty)) return 'schedule.blocked.errors'
  if (drafts.some(draft => openMoves(draft).length > 0)) return 'schedule.blocked.moves'
  if (drafts.some(({ schedule }) => schedule.receptions.length === 0)) return 'schedule.blocked.empty'
  return null
}
