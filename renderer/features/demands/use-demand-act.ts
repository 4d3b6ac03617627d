import { useJournalAct } from '../../components/use-journal-act.ts'
import type { EntityState } from '../../db/query-types.ts'
import type { DemandAct } from './demand-acts.ts'

/** An act on a demand that is open, and the way back from its form. */
export interface ActAsked {
  readonly state: EntityState<'demand'>
  readonly onClose: (done?: DemandAct) => void
}

/** Records an act on a demand; the form closes once the lists show it. */
export function useDemandAct({ state, onClose }: ActAsked) {
  const { call, act } = useJournalAct()
  const record = async (type: DemandAct, body: Record<string, unknown>, personal?: Record<string, unknown>) => {
    const intent = { entity: state.id, type: `demand.${type}`, basedOn: state.head, body }
    if (await act(intent, personal ?? null)) onClose(type)
  }
  return { call, record }
}
