import type { Absence } from '#shared/absence/model.ts'
import type { Plan } from '#shared/plan/model.ts'
import { TOLD_STATES, type Told, toldOf } from '#shared/plan/told.ts'

/**
 * How an absence was told, over all receptions of the official in its days: the worst of them (clause 15, KZ-2026 rule 26).
 * Null: it is of a room or a link, or no reception lies in its days.
 */
export function worstTold(absence: Absence, plan: Plan): { readonly told: Told; readonly date: Plan['today'] } | null {
  const { missing, from, to } = absence
  if (missing.kind !== 'official') return null
  const found = plan.receptions
    .filter(one => one.officialId === missing.id && from <= one.date && one.date <= to)
    .flatMap(({ date }) => {
      const told = toldOf(absence, date, plan)
      return told === null ? [] : [{ told, date }]
    })
  const badness = ({ told }: { told: Told }) => TOLD_STATES.indexOf(told.state)
  return found.toSorted((a, b) => badness(b) - badness(a) || (a.date < b.date ? -1 : 1))[0] ?? null
}
