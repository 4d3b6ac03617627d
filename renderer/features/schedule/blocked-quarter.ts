import { findingsOf } from '#shared/schedule/findings.ts'
import { differsFromApproved, type MonthDraft, openMoves } from './month-draft.ts'
import { knownOf } from './month-facts.ts'
import type { PlannedQuarter, QuarterMonth } from './use-planned-quarter.ts'

/** The months that say anything else than the version that stands: the others keep it, and where it was posted. */
export function changedMonths<T extends Pick<QuarterMonth, 'known' | 'work'>>(months: readonly T[]): T[] {
  return months.filter(({ known, work }) => differsFromApproved(work.draft, known.state))
}

/** Why a quarter cannot be approved as it stands, or null: what holds of a month holds of each that is approved. */
export function blockedQuarter({ months, officials, plan }: PlannedQuarter) {
  const drafts = changedMonths(months).map(({ work }) => work.draft)
  if (drafts.length === 0) return 'schedule.blocked.unchanged'
  if (drafts.some(({ collided }) => collided.length > 0)) return 'schedule.blocked.collided'
  const isFaulty = ({ schedule }: MonthDraft) =>
    findingsOf(schedule, officials, plan.calendar, knownOf(plan)).some(one => one.severity === 'error')
  if (drafts.some(isFaulty)) return 'schedule.blocked.errors'
  if (drafts.some(draft => openMoves(draft).length > 0)) return 'schedule.blocked.moves'
  if (drafts.some(({ schedule }) => schedule.receptions.length === 0)) return 'schedule.blocked.empty'
  return null
}
