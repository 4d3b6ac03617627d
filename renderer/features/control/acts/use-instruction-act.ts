import { useJournalAct } from '../../../components/use-journal-act.ts'
import type { ControlRow } from '../../../db/control-query-types.ts'
import type { InstructionAct } from './instruction-acts.ts'

/** An act on an instruction that is open, and the way back from its form. */
export interface ActAsked {
  readonly row: ControlRow
  readonly onClose: (done?: InstructionAct) => void
}

/** Records an act on an instruction; the form closes once the lists show it. */
export function useInstructionAct({ row: { state }, onClose }: ActAsked) {
  const { call, act } = useJournalAct()
  const record = async (type: InstructionAct, body: Record<string, unknown>, personal?: Record<string, unknown>) => {
    const intent = { entity: state.id, type: `instruction.${type}`, basedOn: state.head, body }
    if (await act(intent, personal ?? null)) onClose(type)
  }
  return { call, record }
}
