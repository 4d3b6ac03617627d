import { EntityId } from '#shared/change/action.ts'
import type { HoldGround } from '#shared/retention/model.ts'
import type { Call } from '../../components/use-call.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useStore } from '../../db/use-query.ts'

interface HoldAct {
  readonly call: Call
  /** Keeps a person's data past their term by a ground; null: keeps them no more. False where it was refused. */
  readonly hold: (subject: string, ground: HoldGround | null) => Promise<boolean>
}

/** What a person of the office says of a person's data. */
export function useHold(): HoldAct {
  const store = useStore()
  const { call, act } = useJournalAct()
  const hold: HoldAct['hold'] = async (subject, ground) => {
    const state = await store.query('subject.one', { subject })
    const on = { entity: EntityId.parse(`subject:${subject}`), basedOn: state?.head ?? null }
    return act(
      ground === null
        ? { ...on, type: 'subject.released', body: {} }
        : { ...on, type: 'subject.held', body: { ground } },
    )
  }
  return { call, hold }
}
