import { useRef } from 'react'
import type { Action } from '#shared/change/action.ts'
import type { Result } from '#shared/result/result.ts'
import { newRequestId } from '../../components/request-id.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import type { LoggedContact } from './contact-day.ts'
import type { ContactValues } from './contact-form.ts'

/** Acts on contacts, one at a time; done once the lists show it. Each answers null where it was refused. */
export interface ContactWork {
  readonly call: Call
  readonly log: (request: string, values: ContactValues) => Promise<LoggedContact | null>
  readonly detail: (contact: LoggedContact, values: ContactValues) => Promise<LoggedContact | null>
  readonly takeBack: (contact: LoggedContact) => Promise<LoggedContact | null>
}

export function useContactWork(): ContactWork {
  const store = useStore()
  const call = useCall()
  const act = async (
    ask: () => Promise<Result<{ action: Action }>>,
    values: ContactValues,
  ): Promise<LoggedContact | null> => {
    const done = await call.run(async () => {
      const answer = await ask()
      // Not said to be done before the lists show it.
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    return done === null ? null : { id: done.action.entity, head: done.action.id, ...values }
  }
  return {
    call,
    log: (request, values) => act(() => window.desk.contactLog({ request, ...values }), values),
    detail: ({ id, head }, values) => {
      const intent = { entity: id, type: 'contact.detailed', basedOn: head, body: { contact: values.contact } }
      return act(() => window.desk.journalAct({ intent, personal: values.personal && { ...values.personal } }), values)
    },
    takeBack: contact => {
      const intent = { entity: contact.id, type: 'contact.undone', basedOn: contact.head, body: {} }
      return act(() => window.desk.journalAct({ intent }), contact)
    },
  }
}

/** The request of what is recorded by the key alone: the same however often the key is pressed. */
export function useOneRequest(): string {
  return useRef(newRequestId()).current
}
