import { useCallback, useState } from 'react'
import type { ReceptionResult } from '#shared/application/model.ts'
import type { Action, EntityId } from '#shared/change/action.ts'
import type { ArgsOf } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result/result.ts'
import type {
  Admission,
  CheckIn,
  Forwarding,
  IdentityCheck,
  IdentityCheckPersonal,
  ParkGround,
  Call as VisitCall,
} from '#shared/visit/model.ts'
import { ticketText } from '#shared/visit/number.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { TYPE_OF_ACT, type VisitAct } from './visit-acts.ts'
import { REASON_WORDS, SAID_WORDS } from './visit-words.ts'

/** The acts of the screen: one at a time, and told once they are saved. */
export interface VisitWork {
  readonly call: Call
  /** What was done last, to be read out; empty at first. */
  readonly said: string
  readonly checkIn: (asked: ArgsOf<'visit.checkIn'>) => Promise<EntityId | null>
  readonly check: (visit: VisitRow, check: IdentityCheck, personal: IdentityCheckPersonal) => Promise<boolean>
  /** `note`: why, where the call is by hand; else empty. */
  readonly callIn: (visit: VisitRow, call: VisitCall, note: string) => Promise<boolean>
  readonly act: (visit: VisitRow, act: PlainAct) => Promise<boolean>
  readonly admit: (visit: VisitRow, admission: Admission, reason: string) => Promise<boolean>
  readonly finish: (visit: VisitRow, result: ReceptionResult) => Promise<boolean>
  readonly park: (visit: VisitRow, ground: ParkGround) => Promise<boolean>
  readonly forward: (visit: VisitRow, forwarding: Forwarding) => Promise<boolean>
  readonly unfinish: (visit: VisitRow) => Promise<boolean>
}

/** Acts that say nothing but themselves. */
export type PlainAct = Exclude<
  VisitAct,
  'check' | 'admit' | 'call' | 'recall' | 'finish' | 'unfinish' | 'park' | 'forward'
>

/** Runs an act and says it once the lists show it. */
function useSaid() {
  const call = useCall()
  const store = useStore()
  const [said, setSaid] = useState('')
  const { run } = call
  const done = useCallback(
    async <T extends { action: Action }>(asked: () => Promise<Result<T>>, sentence: (done: T) => string) => {
      setSaid('')
      const answer = await run(async () => {
        const result = await asked()
        // Not said to be done before the lists show it.
        if (result.ok) await store.caughtUp(result.value.action.id)
        return result
      })
      if (answer === null) return null
      setSaid(sentence(answer))
      return answer.action
    },
    [run, store],
  )
  return { call, said, done }
}

/** Acts on visitors. Each is based on what the screen shows, so that of two windows one acts and the other is told. */
export function useVisitWork(): VisitWork {
  const { t } = useWords()
  const { call, said, done } = useSaid()

  const byHand = useCallback(
    async (visit: VisitRow, act: VisitAct, body: Record<string, unknown>, sentence: string, personal?: object) => {
      const intent = { entity: visit.id, type: TYPE_OF_ACT[act], basedOn: visit.head, body }
      const ask = () => window.desk.journalAct({ intent, personal: personal === undefined ? null : { ...personal } })
      return (await done(ask, () => sentence)) !== null
    },
    [done],
  )

  return {
    call,
    said,
    checkIn: async asked => {
      const sentence = ({ action }: { action: Action }) => t('visit.said.check_in', { ticket: ticketOfAction(action) })
      return (await done(() => window.desk.visitCheckIn(asked), sentence))?.entity ?? null
    },
    check: (visit, check, personal) => byHand(visit, 'check', { check }, sentenceOf('check', visit), personal),
    callIn: (visit, called, note) => {
      const params = { ticket: ticketOf(visit), room: called.room, reason: t(REASON_WORDS[called.reason]) }
      const personal = called.reason === 'by_hand' ? { note } : undefined
      return byHand(visit, 'call', { call: called }, t('visit.said.call', params), personal)
    },
    act: (visit, act) => byHand(visit, act, {}, sentenceOf(act, visit)),
    finish: async (visit, result) => {
      const { id: entity, head: basedOn } = visit
      if (basedOn === null) return false
      const ask = () => window.desk.visitFinish({ entity, basedOn, result })
      const withdrawn = t('visit.said.finish_closed', { ticket: ticketOf(visit) })
      return (await done(ask, ({ closed }) => (closed ? sentenceOf('finish', visit) : withdrawn))) !== null
    },
    admit: (visit, admission, reason) => byHand(visit, 'admit', { admission }, sentenceOf('admit', visit), { reason }),
    park: (visit, ground) => byHand(visit, 'park', { ground }, sentenceOf('park', visit)),
    forward: (visit, forwarding) => byHand(visit, 'forward', { forwarding }, sentenceOf('forward', visit)),
    unfinish: async visit => {
      const { id: entity, head: basedOn } = visit
      if (basedOn === null) return false
      const ask = () => window.desk.visitFinishUndo({ entity, basedOn, ground: 'mistake' })
      return (await done(ask, () => sentenceOf('unfinish', visit))) !== null
    },
  }

  function sentenceOf(act: keyof typeof SAID_WORDS, visit: VisitRow): string {
    return t(SAID_WORDS[act], { ticket: ticketOf(visit) })
  }
}

/** The ticket of a visitor as it is called. */
export function ticketOf({ state }: VisitRow): string {
  return state.checkIn === null ? '' : ticketText(state.checkIn.ticket)
}

function ticketOfAction({ body }: Action): string {
  const visit = body.visit as Partial<CheckIn> | undefined
  return visit?.ticket === undefined ? '' : ticketText(visit.ticket)
}
