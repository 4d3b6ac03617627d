import type { ReceptionResult } from '../application/model.ts'
import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import { lacksPowers, peopleToCheck, stoppedBy } from './identity.ts'
import {
  type Admission,
  AdmissionPersonal,
  type Call,
  CallPersonal,
  type CheckIn,
  CheckInPersonal,
  type Forwarding,
  type IdentityCheck,
  IdentityCheckPersonal,
  type MemberPlace,
  type Overruled,
  type ParkGround,
} from './model.ts'

export type VisitStatus =
  | 'absent'
  | 'arrived'
  | 'stopped'
  | 'barred'
  | 'waiting'
  | 'parked'
  | 'called'
  | 'served'
  | 'missed'
  | 'finished'
  | 'left'

/**
 * What may be done next with a visit. `arrived`: not everybody is checked yet, so no call (clause 9); `stopped`: a check did
 * not pass, and the lead decides; `barred`: powers are past their term or were not shown, which nobody can overrule;
 * `missed`: called and did not come; `parked`: stepped out and keeps the place. What was held on paper is entered of one who
 * came on paper, after the same checks.
 */
export const VISIT_ACTS = {
  absent: ['visit.checked_in'],
  arrived: ['visit.identity_checked', 'visit.left'],
  stopped: ['visit.identity_checked', 'visit.admitted', 'visit.left'],
  barred: ['visit.identity_checked', 'visit.left'],
  waiting: [
    'visit.called',
    'visit.identity_checked',
    'visit.parked',
    'visit.forwarded',
    'visit.served_on_paper',
    'visit.left',
  ],
  parked: ['visit.returned', 'visit.forwarded', 'visit.left'],
  called: ['visit.called', 'visit.call_undone', 'visit.started', 'visit.missed', 'visit.parked', 'visit.left'],
  served: ['visit.finished', 'visit.returned', 'visit.forwarded'],
  missed: ['visit.called', 'visit.returned', 'visit.forwarded', 'visit.left'],
  finished: ['visit.finish_undone'],
  left: ['visit.returned'],
} as const satisfies Record<VisitStatus, readonly string[]>

/** The last check of one of those who came, when and by whom. */
export interface CheckDone extends IdentityCheck {
  /** Instant, UTC, ISO. */
  readonly at: string
  readonly user: string
  /** Null where the subject was erased. */
  readonly personal: IdentityCheckPersonal | null
}

/** The lead's decision, when and whose; the reason is null where the subject was erased. */
export interface Admitted extends Admission {
  readonly at: string
  readonly user: string
  readonly reason: string | null
}

/** A call as it was made. The note is null where nothing had to be said, or the subject was erased. */
export interface CallMade extends Call {
  readonly at: string
  readonly user: string
  readonly note: string | null
  /** Taken back at once. */
  readonly undone: boolean
}

/** A visitor was sent on, from whom, and since when he was in the room there: null where he was not received. */
export interface Forwarded extends Forwarding {
  readonly at: string
  readonly user: string
  readonly from: string | null
  /** The time that was given there. */
  readonly booked: CheckIn['booked']
  readonly startedAt: string | null
}

export interface VisitState {
  readonly status: VisitStatus
  readonly checkIn: CheckIn | null
  /** Instants are UTC, ISO. */
  readonly arrivedAt: string | null
  /** Why out of turn without a registered category; null where nothing had to be said, or the subject was erased. */
  readonly outOfTurnNote: string | null
  /** One for each who was checked, the applicant first, then the members by place. */
  readonly checks: readonly CheckDone[]
  /** What the lead decided on these checks; a new check ends it. */
  readonly admission: Admitted | null
  /** The last call, and how many there were. */
  readonly call: (Call & { readonly at: string; readonly note: string | null }) | null
  readonly calls: number
  /** Calls since the visitor last stood in the line: a recall has its most (`shared/visit/recall.ts`). */
  readonly callsInRow: number
  /** Every call there was, in order: the line of the day is accounted for by them. */
  readonly log: readonly CallMade[]
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly result: ReceptionResult | null
  /** Where the reception was held without a desk, and who entered it when; null: at the desk. */
  readonly heldOnPaper: { readonly room: string; readonly at: string; readonly user: string } | null
  /** Why the visitor stepped out; null where they did not. */
  readonly parked: ParkGround | null
  /** Where the visitor went on to, in order. */
  readonly forwarded: readonly Forwarded[]
}

const ABSENT: VisitState = {
  status: 'absent',
  checkIn: null,
  arrivedAt: null,
  outOfTurnNote: null,
  checks: [],
  admission: null,
  call: null,
  calls: 0,
  callsInRow: 0,
  log: [],
  startedAt: null,
  finishedAt: null,
  result: null,
  heldOnPaper: null,
  parked: null,
  forwarded: [],
}

/** A visit: the fold of its actions. One that was not lawful where it stands in the order (two desks apart) changes nothing. */
export function foldVisit(actions: readonly Action[]): VisitState {
  let state = ABSENT
  for (const action of inForce(actions)) {
    if ((VISIT_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

/** Whether the visitor is in the house: came, and neither left, nor was received, nor missed the call. */
export function isInHouse(status: VisitStatus): boolean {
  return !['absent', 'missed', 'finished', 'left'].includes(status)
}

/** Whether the visitor was received, or is: in the room they were called to, also before they went on to another line. */
export function wasInRoom({ status, forwarded }: Pick<VisitState, 'status' | 'forwarded'>): boolean {
  return status === 'served' || status === 'finished' || forwarded.some(({ startedAt }) => startedAt !== null)
}

/** Who has to be checked next: undefined where everybody was, or has not come. */
export function findUnchecked({ checkIn, checks }: Pick<VisitState, 'checkIn' | 'checks'>): MemberPlace | undefined {
  return peopleToCheck(checkIn?.members ?? 0).find(person => !checks.some(({ member }) => member === person))
}

/** What a lead would overrule by letting them in. */
export function toOverrule({ checks }: Pick<VisitState, 'checks'>): Overruled[] {
  return checks.flatMap(stoppedBy)
}

/** Where the checks leave a visit that nobody was called from. */
function standingOf(state: VisitState): VisitStatus {
  if (state.checks.some(lacksPowers)) return 'barred'
  if (findUnchecked(state) !== undefined) return 'arrived'
  return state.admission !== null || toOverrule(state).length === 0 ? 'waiting' : 'stopped'
}

function after(state: VisitState, action: Action): VisitState {
  const { at, user } = action
  switch (action.type) {
    case 'visit.checked_in': {
      const outOfTurnNote = CheckInPersonal.safeParse(action.personal?.value).data?.note ?? null
      const checkIn = bodyOf('visit.checked_in', action).visit
      return { ...state, status: 'arrived', checkIn, outOfTurnNote, arrivedAt: checkIn.paper?.at ?? at }
    }
    case 'visit.identity_checked':
      return checked(state, action)
    case 'visit.admitted': {
      const reason = AdmissionPersonal.safeParse(action.personal?.value).data?.reason ?? null
      const { admission } = bodyOf('visit.admitted', action)
      return { ...state, status: 'waiting', admission: { ...admission, at, user, reason } }
    }
    case 'visit.called':
      return called(state, action)
    case 'visit.call_undone':
      return {
        ...state,
        status: 'waiting',
        call: null,
        calls: state.calls - 1,
        callsInRow: state.callsInRow - 1,
        log: withoutLast(state.log),
      }
    case 'visit.started':
      return { ...state, status: 'served', startedAt: at }
    case 'visit.missed':
      return { ...state, status: 'missed' }
    case 'visit.returned':
      return { ...state, status: standingOf(state), startedAt: null, callsInRow: 0, parked: null }
    case 'visit.parked':
      return { ...state, status: 'parked', parked: bodyOf('visit.parked', action).ground }
    case 'visit.forwarded':
      return forwarded(state, action)
    case 'visit.served_on_paper': {
      // Of one who did not come on paper this says nothing.
      if ((state.checkIn?.paper ?? null) === null) return state
      const { startedAt, finishedAt, room, result } = bodyOf('visit.served_on_paper', action).reception
      return { ...state, status: 'finished', startedAt, finishedAt, result, heldOnPaper: { room, at, user } }
    }
    case 'visit.left':
      return { ...state, status: 'left' }
    case 'visit.finished':
      return { ...state, status: 'finished', finishedAt: at, result: bodyOf('visit.finished', action).result }
    case 'visit.finish_undone':
      return finishUndone({ ...state, finishedAt: null, result: null })
    default:
      return state
  }
}

/** Who was received at the desk is in the room again; what was held on paper is entered anew as it was. */
function finishUndone(state: VisitState): VisitState {
  if (state.heldOnPaper === null) return { ...state, status: 'served' }
  return { ...state, status: standingOf(state), startedAt: null, heldOnPaper: null }
}

function called(state: VisitState, action: Action): VisitState {
  const { at, user } = action
  const { call } = bodyOf('visit.called', action)
  const note = CallPersonal.safeParse(action.personal?.value).data?.note ?? null
  const log = [...state.log, { ...call, at, user, note, undone: false }]
  const counts = { calls: state.calls + 1, callsInRow: state.callsInRow + 1 }
  return { ...state, ...counts, status: 'called', call: { ...call, at, note }, log }
}

/** In the new line the visitor stands by the arrival, as one without a time; the record keeps where he was. */
function forwarded(state: VisitState, action: Action): VisitState {
  if (state.checkIn === null) return state
  const { forwarding } = bodyOf('visit.forwarded', action)
  const { at, user } = action
  const leg = {
    ...forwarding,
    at,
    user,
    from: state.checkIn.officialId,
    booked: state.checkIn.booked,
    startedAt: state.startedAt,
  }
  const checkIn = { ...state.checkIn, officialId: forwarding.officialId, booked: null }
  const next = { ...state, checkIn, call: null, callsInRow: 0, startedAt: null }
  // Who stepped out is still out in the new line.
  const status = state.status === 'parked' ? 'parked' : standingOf(next)
  return { ...next, status, parked: state.parked, forwarded: [...state.forwarded, leg] }
}

/** The last call stays in the record as one that was taken back. */
function withoutLast(log: VisitState['log']): VisitState['log'] {
  return log.map((call, at) => (at === log.length - 1 ? { ...call, undone: true } : call))
}

/** A check takes the place of the one before of the same person; of somebody who is not of this visit it says nothing. */
function checked(state: VisitState, action: Action): VisitState {
  const { check } = bodyOf('visit.identity_checked', action)
  const people = peopleToCheck(state.checkIn?.members ?? 0)
  if (!people.includes(check.member)) return state
  const value = action.personal?.value ?? null
  const personal = value === null ? null : IdentityCheckPersonal.parse(value)
  const others = state.checks.filter(({ member }) => member !== check.member)
  const checks = [...others, { ...check, at: action.at, user: action.user, personal }]
  checks.sort((a, b) => people.indexOf(a.member) - people.indexOf(b.member))
  const next = { ...state, checks, admission: null }
  return { ...next, status: standingOf(next) }
}
