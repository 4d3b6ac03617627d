import type { EntityId } from '#shared/change/action.ts'
import type { PlanAct } from '#shared/plan/model.ts'
import type { Repair } from '#shared/plan/repair.ts'

/** Moves of a repair that are lawful only once the applicant has agreed (clauses 12, 15; KZ-2026 rules 24, 27). */
export function movesToAgree({ moves }: Pick<Repair, 'moves'>): Repair['moves'] {
  return moves.filter(({ offer }) => offer.needs.length > 0)
}

/** The acts without the moves nobody agreed to: those people stay to be called. */
export function actsAgreed(
  acts: readonly PlanAct[],
  repair: Pick<Repair, 'moves'>,
  agreed: ReadonlySet<EntityId>,
): PlanAct[] {
  const open = new Set(
    movesToAgree(repair).flatMap(({ person: { application } }) => (agreed.has(application) ? [] : [application])),
  )
  return acts.filter(({ entity, type }) => type !== 'application.booked' || !open.has(entity))
}
