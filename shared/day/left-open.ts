import type { EntityId } from '../change/action.ts'
import type { Mark } from '../change/project-view.ts'
import type { VisitState, VisitStatus } from '../visit/transitions.ts'
import { type LeftOpen, LeftOpenKind } from './model.ts'

/** A visit of the day, as far as what it leaves open hangs on it. */
export interface VisitOfDay {
  readonly id: EntityId
  readonly state: Pick<VisitState, 'status' | 'call' | 'startedAt'>
}

/**
 * Numbers of earlier days in a row after which none of the day is looked for any more. Numbers grow with the days, but where a
 * clock was put back those of the later day lie before them.
 */
export const EARLIER_IN_A_ROW = 200

/** An application registered on the day, with what it waits for. */
export interface ApplicationOfDay {
  readonly id: EntityId
  readonly marks: readonly Mark[]
}

const OF_STATUS: Readonly<Record<VisitStatus, LeftOpenKind | null>> = {
  absent: null,
  arrived: 'not_received',
  stopped: 'not_received',
  barred: 'not_received',
  waiting: 'not_received',
  called: 'not_received',
  parked: 'parked',
  served: 'in_room',
  missed: 'missed',
  finished: null,
  left: null,
}

/**
 * What a desk's day leaves open, by kind and then by the order of its entities. A room receives one at a time: who was in a room
 * to which another was called since is out of it, and the result is what lacks.
 */
export function leftOpenOf(visits: readonly VisitOfDay[], applications: readonly ApplicationOfDay[]): LeftOpen[] {
  const open: LeftOpen[] = []
  for (const visit of visits) {
    const kind = OF_STATUS[visit.state.status]
    if (kind !== null)
      open.push({ kind: kind === 'in_room' && isOut(visit, visits) ? 'no_result' : kind, entity: visit.id })
  }
  for (const { id, marks } of applications) {
    if (marks.includes('no_eotinish')) open.push({ kind: 'no_eotinish', entity: id })
    if (marks.includes('no_talon')) open.push({ kind: 'no_talon', entity: id })
  }
  const place = ({ kind }: LeftOpen) => LeftOpenKind.options.indexOf(kind)
  return open.sort((a, b) => place(a) - place(b) || (a.entity < b.entity ? -1 : a.entity > b.entity ? 1 : 0))
}

/** Whether two lists leave the same open; both in the order of `leftOpenOf`. */
export function isSameOpen(one: readonly LeftOpen[], other: readonly LeftOpen[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ kind, entity }, at) => {
      const beside = other[at]
      return beside?.kind === kind && beside.entity === entity
    })
  )
}

function isOut({ id, state: { call, startedAt } }: VisitOfDay, visits: readonly VisitOfDay[]): boolean {
  return visits.some(
    ({ id: other, state }) =>
      other !== id && state.call?.room === call?.room && (state.call?.at ?? '') > (startedAt ?? call?.at ?? ''),
  )
}
