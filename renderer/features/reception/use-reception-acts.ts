import { useState } from 'react'
import type { ReceptionResult } from '#shared/application/model.ts'
import { lacksPowers, peopleToCheck } from '#shared/visit/identity.ts'
import type { Admission, Forwarding, IdentityCheck, IdentityCheckPersonal, ParkGround } from '#shared/visit/model.ts'
import { mayRecall } from '#shared/visit/recall.ts'
import { deskNow } from '../../components/office-clock.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { callOf, findCalledTo, isFirst, lineOf } from './line.ts'
import { type TypedChecks, useTypedChecks } from './typed-checks.ts'
import type { Choice, Wanted } from './use-choice.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { useVisitWork, type VisitWork } from './use-visit-work.ts'
import { actsOf, overOf, undoSecondsLeft, type VisitAct } from './visit-acts.ts'

/** Why a call was not even sent: another desk calls from the line, the room is not known, or somebody called to it has not come in yet. */
export type Held =
  | { readonly why: 'other_desk'; readonly letter: string }
  | { readonly why: 'no_room' }
  | { readonly why: 'room_waits'; readonly visit: VisitRow }
  | { readonly why: 'recall_early'; readonly seconds: number }

export interface ReceptionActs {
  readonly work: VisitWork
  /** Checks that are being typed, as long as this screen stands. */
  readonly typed: TypedChecks
  readonly wanted: Wanted | null
  readonly held: Held | null
  /** Does the act, or opens what it needs first. An act that is not lawful does nothing. */
  readonly press: (visit: VisitRow, act: VisitAct) => void
  /** Calls the next of the line that is looked at. */
  readonly callNext: () => void
  readonly callIn: (visit: VisitRow, note: string) => void
  readonly check: (visit: VisitRow, check: IdentityCheck, personal: IdentityCheckPersonal) => void
  readonly admit: (visit: VisitRow, admission: Admission, reason: string) => void
  readonly park: (visit: VisitRow, ground: ParkGround) => void
  readonly forward: (visit: VisitRow, forwarding: Forwarding) => void
  readonly finish: (visit: VisitRow, result: ReceptionResult) => void
  readonly letGo: () => void
}

/** What a press does on this screen: an act on a visitor, and where the focus goes after it. */
export function useReceptionActs(day: ReceptionDay | undefined, choice: Choice): ReceptionActs {
  const work = useVisitWork()
  const typed = useTypedChecks(day?.visits)
  const { wanted, want, choose } = choice
  const [held, setHeld] = useState<Held | null>(null)

  /** The button that was pressed may be gone: the line always is there. What was typed stays where it was refused. */
  const through = async (done: Promise<boolean>, typed: boolean) => {
    setHeld(null)
    if ((await done) || !typed) want('line')
  }

  const callIn = (visit: VisitRow, note: string) => {
    if (day === undefined || work.call.busy) return
    choose(visit)
    const room = roomOf(day, visit)
    const stops = findHeld(day, visit, room)
    if (stops !== null) {
      setHeld(stops)
      if (stops.why === 'room_waits') choose(stops.visit)
      return want(stops.why === 'no_room' ? 'room' : 'row')
    }
    if (visit.state.status === 'waiting' && note === '' && !isFirst(day.visits, visit, day.rule)) return want('note')
    if (note === '') want('row')
    void through(work.callIn(visit, callOf(day.visits, visit, day.rule, room), note), note !== '')
  }

  const press = (visit: VisitRow, act: VisitAct) => {
    if (work.call.busy || day === undefined) return
    const recall = mayRecall(visit.state, deskNow(), day.recall)
    if (!actsOf(visit.state.status, overOf(day.isOver, visit.state), recall).includes(act)) return
    if (isOfForm(act)) return want(act)
    if (act === 'unfinish') return void through(work.unfinish(visit), false)
    if (act === 'call' || act === 'recall') return callIn(visit, '')
    if (act === 'undo' && undoSecondsLeft(visit.state.call?.at ?? null, deskNow()) === 0) return
    void through(work.act(visit, act), false)
  }

  return {
    work,
    typed,
    wanted,
    held,
    press,
    callNext: () => day?.next != null && callIn(day.next, ''),
    callIn,
    check: (visit, done, personal) => {
      const next = isLastOfThem(visit, done) ? choice.goOn : () => want('check')
      setHeld(null)
      void work.check(visit, done, personal).then(isDone => isDone && next())
    },
    admit: (visit, admission, reason) => void through(work.admit(visit, admission, reason), true),
    park: (visit, ground) => void through(work.park(visit, ground), true),
    forward: (visit, forwarding) => void through(work.forward(visit, forwarding), true),
    finish: (visit, result) => void through(work.finish(visit, result), true),
    letGo: () => want('line'),
  }
}

/** Acts that say more than themselves: their form is opened. */
const OF_FORMS = ['check', 'admit', 'finish', 'park', 'forward'] as const

function isOfForm(act: VisitAct): act is (typeof OF_FORMS)[number] {
  return OF_FORMS.some(one => one === act)
}

/** The room of a call: of one who is called again the same. */
function roomOf(day: ReceptionDay, visit: VisitRow): string {
  const { status, call } = visit.state
  return status === 'waiting' || call === null ? day.roomFor(visit) : call.room
}

/** What keeps a call from being sent, or null. */
function findHeld(day: ReceptionDay, visit: VisitRow, room: string): Held | null {
  const owner = day.ownerOf(lineOf(visit))
  if (owner !== null) return { why: 'other_desk', letter: owner.letter }
  if (room === '') return { why: 'no_room' }
  const inRoom = findCalledTo(day.visits, room)
  if (inRoom !== null && inRoom.id !== visit.id) return { why: 'room_waits', visit: inRoom }
  const { answer, seconds } = mayRecall(visit.state, deskNow(), day.recall)
  const isRecall = visit.state.status === 'called' || visit.state.status === 'missed'
  return isRecall && answer === 'early' ? { why: 'recall_early', seconds } : null
}

/** Of a delegation the next person is checked at once, unless powers stop them all. */
function isLastOfThem({ state }: VisitRow, done: IdentityCheck): boolean {
  const known = [done.member, ...state.checks.map(({ member }) => member)]
  return lacksPowers(done) || peopleToCheck(state.checkIn?.members ?? 0).every(person => known.includes(person))
}
