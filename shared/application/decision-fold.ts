import type { Action } from '../change/action.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Competence, DECISION_TYPES, type Decision, isDecisionType } from './decisions.ts'
import type { Outcome } from './model.ts'
import type { ApplicationStatus } from './statuses.ts'

type Refusal = Extract<Decision, { type: 'application.refused' | 'application.refusal_proposed' }>

/** What the decisions on an application have come to. */
export interface Decided {
  /** Every decision that was lawful when it was made, oldest first: also those overtaken since. */
  readonly decisions: readonly Decision[]
  /** Whose the matter is by the last decision on it; null: not decided. */
  readonly competence: Competence | null
  /** By when what it lacks is to be put right; null where it lacks nothing, or no time is given. */
  readonly correctBy: PlainDate | null
  /** What the term of the answer has become; null where it was not extended. */
  readonly extendedTo: PlainDate | null
  /** The refusal that stands or waits for a second person. */
  readonly refusal: Refusal | null
}

/** The same while it is folded. */
export interface Deciding extends Decided {
  status: ApplicationStatus
  decisions: Decision[]
  competence: Competence | null
  correctBy: PlainDate | null
  extendedTo: PlainDate | null
  refusal: Refusal | null
}

/** An application on which nothing was decided. */
export function undecided(): Omit<Deciding, 'status'> {
  return { decisions: [], competence: null, correctBy: null, extendedTo: null, refusal: null }
}

/** Takes a decision that is lawful by the table; `value` is its personal part, null where the person was erased. */
export function takeDecision(deciding: Deciding, action: Action, value: Record<string, unknown> | null): void {
  const decision = decisionOf(action, value)
  // Two desks may not have known of each other: nobody approves a refusal of their own.
  if (decision.type === 'application.refusal_approved' && decision.by === deciding.refusal?.by) return
  deciding.decisions.push(decision)
  switch (decision.type) {
    case 'application.completeness_checked':
      deciding.status = decision.body.outcome === 'complete' ? 'open' : 'incomplete'
      deciding.correctBy = decision.body.correctBy
      break
    case 'application.left':
      deciding.status = 'left'
      break
    case 'application.returned':
      deciding.status = 'returned'
      break
    case 'application.competence_decided':
      deciding.competence = decision.body.outcome
      if (decision.body.outcome === 'forwarded') deciding.status = 'forwarded'
      break
    case 'application.repeat_decided':
      break
    case 'application.refused':
    case 'application.refusal_proposed':
      deciding.status = decision.type === 'application.refused' ? 'refused' : 'refusal_proposed'
      deciding.refusal = decision
      break
    case 'application.refusal_approved':
      deciding.status = 'refused'
      break
    case 'application.refusal_declined':
      deciding.status = 'open'
      deciding.refusal = null
      break
    case 'application.extended':
      deciding.extendedTo = decision.body.until
      break
  }
}

/** A closed application is open again: what closed it stands among the decisions only. */
export function reopen(deciding: Deciding): void {
  Object.assign(deciding, { status: 'open', correctBy: null, refusal: null })
  if (deciding.competence === 'forwarded') deciding.competence = null
}

const REFUSED = {
  competence: 'refused_competence',
  repeat: 'refused_repeat',
  same_decision: 'terminated',
  court_act: 'terminated',
  returned: 'terminated',
  withdrawal: 'terminated',
} as const satisfies Record<Refusal['body']['ground'], Outcome>

/** What lists and reports count of a registered application as it stands. */
export function outcomeOf({
  status,
  extendedTo,
  refusal,
}: Pick<Deciding, 'status' | 'extendedTo' | 'refusal'>): Outcome {
  switch (status) {
    case 'received':
    case 'withdrawn':
    case 'returned':
    case 'forwarded':
      return status
    case 'left':
      return 'left_without_consideration'
    case 'refused':
      return refusal === null ? 'pending' : REFUSED[refusal.body.ground]
    default:
      return extendedTo === null ? 'pending' : 'extended'
  }
}

function decisionOf(action: Action, value: Record<string, unknown> | null): Decision {
  const { id, type, date: on, at, user: by } = action
  if (!isDecisionType(type)) throw new Error(`not a decision: ${type}`)
  const { body, personal } = DECISION_TYPES[type]
  const said = value === null || personal === null ? null : personal.parse(value)
  return { id, type, body: body.parse(action.body), personal: said, on, at, by } as Decision
}
