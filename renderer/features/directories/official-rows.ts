import type { ActionId, EntityId } from '#shared/change/action.ts'
import { type Official, OfficialCategory } from '#shared/official/model.ts'
import { postStanding } from '#shared/official/post.ts'
import type { OfficialStatus } from '#shared/official/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { EntityState } from '../../db/query-types.ts'

/** A line of the list of officials: who, whether the list that brought them stands, and what a change is based on. */
export interface OfficialRow {
  readonly entity: EntityId
  readonly head: ActionId | null
  readonly status: OfficialStatus
  readonly official: Official
}

/** Officials in the order of clause 2, then of their list; at the end those who have left, then those of lists taken back. */
export function officialRows(
  states: readonly EntityState<'official'>[],
  order: readonly Official[],
  today: PlainDate,
): OfficialRow[] {
  const rows = states.flatMap(({ id, head, status, official }): OfficialRow[] =>
    official === null ? [] : [{ entity: id, head, status, official }],
  )
  const places = new Map(order.map(({ id }, place) => [id, place]))
  const placeOf = ({ official, status }: OfficialRow) => {
    const place = places.get(official.id) ?? order.length
    if (status !== 'active') return 2 * (order.length + 1) + OfficialCategory.options.indexOf(official.category)
    return postStanding(official, today) === 'left' ? order.length + 1 + place : place
  }
  return rows.sort((a, b) => placeOf(a) - placeOf(b))
}

/** When an official is away next, and who acts then. */
export interface NextAbsence {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly acting: string | null
}

/** The next absence of each official from today on, by id. */
export function nextAbsences(
  states: readonly EntityState<'absence'>[],
  today: PlainDate,
): ReadonlyMap<string, NextAbsence> {
  const found = new Map<string, NextAbsence>()
  for (const { status, absence } of states) {
    if (status !== 'standing' || absence?.missing.kind !== 'official' || absence.to < today) continue
    const { missing, from, to, acting } = absence
    const known = found.get(missing.id)
    if (known === undefined || from < known.from) found.set(missing.id, { from, to, acting })
  }
  return found
}
