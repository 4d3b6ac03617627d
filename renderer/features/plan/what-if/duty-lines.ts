import { type BrokenDuty, PLAN_DUTIES, type PlanDuty } from '#shared/plan/duties.ts'
import type { Plan, PlannedPerson } from '#shared/plan/model.ts'
import type { WhatIf } from '#shared/plan/what-if.ts'
import { type ExplainedTerm, findTerm } from '#shared/regulation/terms.ts'

/** How often a duty is broken: as things stand, by the hypothesis alone, and still when the repair is done. */
export interface DutyCount {
  readonly duty: PlanDuty
  readonly now: number
  readonly broken: number
  readonly left: number
}

/** Every duty with its figures. */
export function dutyCounts({ before, broken, left }: Pick<WhatIf, 'before' | 'broken' | 'left'>): DutyCount[] {
  const count = (list: readonly BrokenDuty[], duty: PlanDuty) => list.filter(one => one.duty === duty).length
  return PLAN_DUTIES.map(duty => ({
    duty,
    now: count(before, duty),
    broken: count(broken, duty),
    left: count(left, duty),
  }))
}

/** The term that explains the last day of a duty of a person; null where none does. */
export function termOfDuty(
  { duty, by, application }: BrokenDuty,
  person: PlannedPerson | undefined,
  { calendar }: Pick<Plan, 'calendar'>,
): ExplainedTerm | null {
  if (by === null || application === null || person === undefined) return null
  const { profile, booking } = person
  const term =
    duty === 'answer'
      ? findTerm('answer', profile, person.counted, calendar)
      : booking === null
        ? null
        : findTerm(duty === 'list' ? 'list_handed' : 'briefing', profile, booking.date, calendar)
  // An extension is told on the card: the term it was extended from would explain another day.
  return term !== null && term.by === by ? term : null
}
