import type { ProfileId } from '../office/model.ts'
import { type PlanRule, planClause } from '../plan/clauses.ts'

/**
 * How grave each kind of finding about a schedule is: an error stands in the way of approval, a warning is for the akim to
 * know. The sentence is `schedule.finding.<kind>` in locales/.
 */
export const SEVERITIES = {
  unknown_official: 'error',
  hours_order: 'error',
  outside_month: 'error',
  same_day: 'error',
  official_overlap: 'error',
  not_deputy: 'error',
  no_instruction: 'error',
  no_meeting: 'error',
  not_staff: 'error',
  restricted: 'error',
  restricted_day: 'warning',
  off_schedule_unknown: 'warning',
  non_working_day: 'warning',
  room_overlap: 'warning',
  link_overlap: 'warning',
  no_link: 'warning',
  official_absent: 'warning',
  room_absent: 'warning',
  link_absent: 'warning',
  out_of_office: 'warning',
  no_free_day: 'warning',
  without_rule: 'warning',
  without_hours: 'warning',
  no_monthly_reception: 'warning',
  year_provisional: 'warning',
  year_missing: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>

/** What can be found about a schedule. */
export type ScheduleFindingKind = keyof typeof SEVERITIES

const RULES: Partial<Record<ScheduleFindingKind, PlanRule>> = {
  no_monthly_reception: 'monthly',
  no_free_day: 'monthly',
  no_meeting: 'monthly',
  non_working_day: 'working_day',
  unknown_official: 'posted',
  not_deputy: 'off_schedule',
  no_instruction: 'off_schedule',
  not_staff: 'same_day',
  official_absent: 'absence_told',
  restricted: 'restriction',
  restricted_day: 'restriction',
}

/** The clause a kind of finding rests on, by number; empty where the act is silent. */
export function clauseOfFinding(kind: ScheduleFindingKind, profile: ProfileId): string {
  const rule = RULES[kind]
  return rule === undefined ? '' : (planClause(rule, profile)?.clause ?? '')
}
