import type { ApplicationState } from '../application/transitions.ts'
import type { EntityId } from '../change/action.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Executor } from './model.ts'
import type { InstructionState } from './transitions.ts'

/**
 * What somebody had to do with a matter before. `decided`: settled it, refused it, or executed an instruction to its final
 * answer; `assigned`: it was given to them; `handled`: had to do with it otherwise.
 */
export interface Handling {
  readonly application: EntityId
  readonly how: 'decided' | 'assigned' | 'handled'
  /** Official of the directory, or null; the name as papers have it, or empty. */
  readonly officialId: string | null
  readonly name: string
  readonly on: PlainDate | null
}

/** What is known of an earlier case: its application and every instruction on it. */
export interface KnownCase {
  readonly id: EntityId
  readonly application: Pick<ApplicationState, 'facts' | 'personal' | 'registered'>
  readonly instructions: readonly InstructionState[]
}

/** Everybody who had to do with a case, as far as records and the person's own data still tell. */
export function handlingsOf({ id, application, instructions }: KnownCase): Handling[] {
  return [
    ...receptionOf(id, application),
    ...decisionsOf(id, application),
    ...instructions.flatMap(one => assignmentsOf(id, one)),
  ]
}

/** Those to whom an instruction was given. One that was replaced with its protocol was never carried out by anybody. */
export function assignmentsOf(application: EntityId, state: InstructionState): Handling[] {
  if (state.status === 'replaced') return []
  const isAnswered = state.status === 'answered' || state.status === 'closed'
  return state.assigned.map(({ executor, on }, place) => ({
    application,
    how: isAnswered && place === state.assigned.length - 1 ? 'decided' : 'assigned',
    ...named(executor),
    on,
  }))
}

/** The cases that decisions on an application name as being on the same matter. */
export function casesNamedBy({ registered }: Pick<ApplicationState, 'registered'>): EntityId[] {
  return (registered?.decisions ?? []).flatMap(one => {
    if (one.type === 'application.repeat_decided') return one.body.same ? [one.body.earlier] : []
    return 'earlier' in one.body && one.body.earlier !== null ? [one.body.earlier] : []
  })
}

/** A reception that ended with the matter settled was decided by who held it; one that led on was not. */
function receptionOf(application: EntityId, { facts, personal }: KnownCase['application']): Handling[] {
  if (facts?.outcome !== 'received' || facts.received === null) return []
  const isSettled = facts.result !== null && facts.result !== 'instruction'
  const name = personal?.officialText ?? ''
  if (facts.officialId === null && name === '') return []
  return [
    { application, how: isSettled ? 'decided' : 'handled', officialId: facts.officialId, name, on: facts.received },
  ]
}

function decisionsOf(application: EntityId, { registered }: KnownCase['application']): Handling[] {
  const decisions = registered?.decisions ?? []
  const isApproved = decisions.some(({ type }) => type === 'application.refusal_approved')
  return decisions.flatMap(one => {
    const isRefusal = one.type === 'application.refused' || (one.type === 'application.refusal_proposed' && isApproved)
    if (!isRefusal && one.type !== 'application.extended') return []
    const name = one.personal?.decidedBy ?? ''
    const on = one.body.decidedOn
    return [{ application, how: isRefusal ? 'decided' : 'handled', officialId: null, name, on } as const]
  })
}

function named({ officialId, who }: Executor): Pick<Handling, 'officialId' | 'name'> {
  return { officialId, name: who }
}
