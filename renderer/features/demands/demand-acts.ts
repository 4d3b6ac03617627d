import { DEMAND_ACTS, type DemandState } from '#shared/demand/transitions.ts'

/** What a person does with a demand that was made, in the order of its way. */
export const ACTS = ['answered', 'reminded', 'extended', 'withdrawn', 'returned'] as const
export type DemandAct = (typeof ACTS)[number]

/** What may lawfully be done with a demand now. */
export function actsOf({ status }: Pick<DemandState, 'status'>): DemandAct[] {
  const lawful: readonly string[] = DEMAND_ACTS[status]
  return ACTS.filter(act => lawful.includes(`demand.${act}`))
}
