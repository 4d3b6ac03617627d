import { useState } from 'react'
import type { ActionType } from '#shared/change/action-types.ts'
import type { Call } from '../../../components/use-call.ts'
import { useJournalAct } from '../../../components/use-journal-act.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'

/** An act of the clerk on an open card. */
export interface CardPress {
  readonly call: Call
  /** What was done last, to be said; null before. */
  readonly done: LocaleKey | null
  readonly tell: (done: LocaleKey | null) => void
  /** Does it, based on what the card shows now; true once the lists show it too. */
  readonly act: (what: {
    readonly type: ActionType
    readonly body: Record<string, unknown>
    readonly personal?: Record<string, unknown>
    readonly done: LocaleKey
  }) => Promise<boolean>
}

/** Acts on the application of a card. What a dialog holds stays where an act is refused, and the card shows the newer state. */
export function useApplicationAct({ id, head }: Pick<ApplicationCard, 'id' | 'head'>): CardPress {
  const { call, act: append } = useJournalAct()
  const [done, tell] = useState<LocaleKey | null>(null)
  const act: CardPress['act'] = async ({ type, body, personal = null, done: words }) => {
    tell(null)
    const made = await append({ entity: id, type, basedOn: head, body }, personal)
    if (made) tell(words)
    return made
  }
  return { call, done, tell, act }
}
