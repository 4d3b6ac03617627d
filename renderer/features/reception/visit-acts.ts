import type { Recall } from '#shared/visit/recall.ts'
import { isInHouse, VISIT_ACTS, type VisitState, type VisitStatus } from '#shared/visit/transitions.ts'

/** What can be done with a visitor on this screen. */
export type VisitAct =
  | 'check'
  | 'admit'
  | 'call'
  | 'recall'
  | 'undo'
  | 'start'
  | 'missed'
  | 'park'
  | 'forward'
  | 'return'
  | 'finish'
  | 'unfinish'
  | 'left'

/** The type of action each act makes. */
export const TYPE_OF_ACT = {
  check: 'visit.identity_checked',
  admit: 'visit.admitted',
  call: 'visit.called',
  recall: 'visit.called',
  undo: 'visit.call_undone',
  start: 'visit.started',
  missed: 'visit.missed',
  park: 'visit.parked',
  forward: 'visit.forwarded',
  return: 'visit.returned',
  finish: 'visit.finished',
  unfinish: 'visit.finish_undone',
  left: 'visit.left',
} as const satisfies Record<VisitAct, string>

/** Acts in the order of their buttons. */
const ACTS: readonly VisitAct[] = [
  'check',
  'admit',
  'call',
  'start',
  'finish',
  'recall',
  'missed',
  'undo',
  'return',
  'forward',
  'park',
  'unfinish',
  'left',
]

/** What can still be done with a visit of a day that is over: it is ended. */
const ACTS_AFTERWARDS: readonly VisitAct[] = ['finish', 'left']

/** Of who came on paper also the check that stands on the register sheet. */
const ACTS_FROM_PAPER: readonly VisitAct[] = ['check', ...ACTS_AFTERWARDS]

/** Whether the day of a visit is over; `on_paper`: it is, of one who came on paper. */
export type Over = boolean | 'on_paper'

/** How far the day of a visitor is over. */
export function overOf(isOver: boolean, { checkIn }: Pick<VisitState, 'checkIn'>): Over {
  return isOver && checkIn?.paper != null ? 'on_paper' : isOver
}

/** What the Enter key does with a visitor: the usual next step. */
const NEXT: Record<VisitStatus, VisitAct | null> = {
  absent: null,
  arrived: 'check',
  stopped: 'check',
  barred: 'check',
  waiting: 'call',
  parked: 'return',
  called: 'start',
  served: 'finish',
  missed: 'recall',
  finished: null,
  left: 'return',
}

/** What the calls of one who was called leave. */
type CallsMade = Pick<Recall, 'answer' | 'seconds'>
const NOT_CALLED: CallsMade = { answer: 'yes', seconds: 0 }

/** Seconds within which a call is taken back by a press. */
export const UNDO_SECONDS = 10

/** The lawful acts of a status, the usual one first; on a day that is over, only what ends it or is entered from paper. A call of one who was called is a recall. */
export function actsOf(status: VisitStatus, over: Over = false, recall: CallsMade = NOT_CALLED): VisitAct[] {
  const types: readonly string[] = VISIT_ACTS[status]
  const other = status === 'waiting' ? 'recall' : 'call'
  const next = nextActOf(status, over, recall)
  const open = over === 'on_paper' ? ACTS_FROM_PAPER : over ? ACTS_AFTERWARDS : ACTS
  const lawful = open.filter(
    act => act !== other && types.includes(TYPE_OF_ACT[act]) && !(act === 'recall' && recall.answer === 'most'),
  )
  return next === null ? lawful : [next, ...lawful.filter(act => act !== next)]
}

/** What the Enter key does with a visitor of this status, or null. After the last call, once its seconds have passed, it is given up. */
export function nextActOf(
  status: VisitStatus,
  over: Over = false,
  { answer, seconds }: CallsMade = NOT_CALLED,
): VisitAct | null {
  if (!over && answer === 'most' && status === 'missed') return 'return'
  if (!over && answer === 'most' && status === 'called' && seconds === 0) return 'missed'
  if (!over || (over === 'on_paper' && NEXT[status] === 'check')) return NEXT[status]
  if (status === 'served') return 'finish'
  return isInHouse(status) ? 'left' : null
}

/** Whole seconds left to take back a call made at an instant (ISO); 0: it stands. Clocks that differ give no more time. */
export function undoSecondsLeft(calledAt: string | null, now: number): number {
  if (calledAt === null) return 0
  const left = Math.ceil(UNDO_SECONDS - (now - Date.parse(calledAt)) / 1000)
  return Math.max(0, Math.min(UNDO_SECONDS, left))
}
