import { useState } from 'react'
import type { ReceptionResult } from '#shared/application/model.ts'
import { lacksPowers, peopleToCheck } from '#shared/visit/identity.ts'
import type { Admission, IdentityCheck, IdentityCheckPersonal } from '#shared/visit/model.ts'
import { deskNow } from '../../components/office-clock.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { callOf, findCalledTo, isFirst } from './line.ts'
import type { Choice, Wanted } from './use-choice.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { useVisitWork, type VisitWork } from './use-visit-work.ts'
import { actsOf, undoSecondsLeft, type VisitAct } from './visit-acts.ts'

/** Why a call was not even sent: the room is not known, or somebody called to it has not come in yet. */
export type Held = { readonly why: 'no_room' } | { readonly why: 'room_waits'; readonly visit: VisitRow }

export interface ReceptionActs {
  readonly work: VisitWork
  readonly wanted: Wanted | null
  readonly held: Held | null
  /** Does the act, or opens what it needs first. An act that is not lawful does nothing. */
  readonly press: (visit: VisitRow, act: VisitAct) => void
  /** Calls the next of the line that is looked at. */
  readonly callNext: () => void
  readonly callIn: (visit: VisitRow, note: string) => void
  readonly check: (visit: VisitRow, check: IdentityCheck, personal: IdentityCheckPersonal) => void
  readonly admit: (visit: VisitRow, admission: Admission, reason: string) => void
  readonly finish: (visit: VisitRow, result: ReceptionResult) => void
  readonly letGo: () => void
}

/** What a press does on this screen: an act on a visitor, and where the focus goes after it. */
export function useReceptionActs(day: ReceptionDay | undefined, choice: Choice): ReceptionActs {
  const work = useVisitWork()
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
    const { status, call } = visit.state
    const room = status === 'waiting' || call === null ? day.roomFor(visit) : call.room
    const inRoom = findCalledTo(day.visits, room)
    if (room === '') {
      setHeld({ why: 'no_room' })
      want('room')
    } else if (inRoom !== null && inRoom.id !== visit.id) {
      setHeld({ why: 'room_waits', visit: inRoom })
      choose(inRoom)
      want('row')
    } else if (status === 'waiting' && note === '' && !isFirst(day.visits, visit, day.rule)) {
      want('note')
    } else {
      if (note === '') want('row')
      void through(work.callIn(visit, callOf(day.visits, visit, day.rule, room), note), note !== '')
    }
  }

  const press = (visit: VisitRow, act: VisitAct) => {
    if (work.call.busy || !actsOf(visit.state.status, day?.isOver).includes(act)) return
    switch (act) {
      case 'check':
      case 'admit':
      case 'finish':
        return want(act)
      case 'unfinish':
        return void through(work.unfinish(visit), false)
      case 'call':
      case 'recall':
        return callIn(visit, '')
      case 'undo':
        if (undoSecondsLeft(visit.state.call?.at ?? null, deskNow()) === 0) return
    }
    void through(work.act(visit, act), false)
  }

  return {
    work,
    wanted,
    held,
    press,
    callNext: () => day?.next != null && callIn(day.next, ''),
    callIn,
    check: (visit, done, personal) => {
      const next = isLastOfThem(visit, done) ? 'line' : 'check'
      setHeld(null)
      void work.check(visit, done, personal).then(isDone => isDone && want(next))
    },
    admit: (visit, admission, reason) => void through(work.admit(visit, admission, reason), true),
    finish: (visit, result) => void through(work.finish(visit, result), true),
    letGo: () => want('line'),
  }
}

/** Of a delegation the next person is checked at once, unless powers stop them all. */
function isLastOfThem({ state }: VisitRow, done: IdentityCheck): boolean {
  const known = [done.member, ...state.checks.map(({ member }) => member)]
  return lacksPowers(done) || peopleToCheck(state.checkIn?.members ?? 0).every(person => known.includes(person))
}
