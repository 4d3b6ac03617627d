import { type EntityId, entityId } from '#shared/change/action.ts'
import { newRequestId } from '../../components/request-id.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import type { EntityState } from '../../db/query-types.ts'

type CallCentreAct = 'declared' | 'ended' | 'interrupted' | 'rerouted' | 'restored' | 'taken_back'

/** What a form is about, and the way back from it. `state` null: something new is entered. */
export interface ActAsked {
  readonly state: EntityState<'callcentre'> | null
  readonly onClose: () => void
}

/** Records an act of the call centre; the form closes once the lists show it. */
export function useCallCentreAct({ state, onClose }: ActAsked) {
  const { call, act } = useJournalAct()
  const record = async (type: CallCentreAct, body: Record<string, unknown>) => {
    const entity: EntityId = state?.id ?? entityId('callcentre', newRequestId())
    const intent = { entity, type: `callcentre.${type}`, basedOn: state?.head ?? null, body }
    const done = await act(intent)
    if (done) onClose()
    return done
  }
  return { call, record }
}
