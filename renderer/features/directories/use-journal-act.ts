import type { Intent } from '#shared/change/action.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'

export interface JournalAct {
  readonly call: Call
  /** Puts an act into the journal and waits until the lists show it; false where it was refused. */
  readonly act: (intent: Intent) => Promise<boolean>
}

/** An act of a form: done once the store holds it. */
export function useJournalAct(): JournalAct {
  const store = useStore()
  const call = useCall()
  const act = async (intent: Intent) => {
    const done = await call.run(() => window.desk.journalAct({ intent }))
    if (done === null) return false
    await store.caughtUp(done.action.id)
    return true
  }
  return { call, act }
}
