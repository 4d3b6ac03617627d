import type { Intent } from '#shared/change/action.ts'
import { useStore } from '../db/use-query.ts'
import { type Call, useCall } from './use-call.ts'

export interface JournalAct {
  readonly call: Call
  /** Puts an act into the journal and waits until the lists show it; false where it was refused. */
  readonly act: (intent: Intent, personal?: Record<string, unknown> | null) => Promise<boolean>
}

/** An act of a form: busy until the store holds it, so that it is not said to be done before the lists show it. */
export function useJournalAct(): JournalAct {
  const store = useStore()
  const call = useCall()
  const act: JournalAct['act'] = async (intent, personal = null) => {
    const done = await call.run(async () => {
      const answer = await window.desk.journalAct({ intent, personal })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    return done !== null
  }
  return { call, act }
}
