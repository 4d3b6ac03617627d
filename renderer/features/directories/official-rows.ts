import type { ActionId, EntityId } from '#shared/change/action.ts'
import { type Official, OfficialCategory } from '#shared/official/model.ts'
import type { OfficialStatus } from '#shared/official/transitions.ts'
import type { EntityState } from '../../db/query-types.ts'

/** A line of the list of officials: who, whether the list that brought them stands, and what a change is based on. */
export interface OfficialRow {
  readonly entity: EntityId
  readonly head: ActionId | null
  readonly status: OfficialStatus
  readonly official: Official
}

/** Officials in the order of clause 2, then of their list; those whose list was taken back stand at the end. */
export function officialRows(states: readonly EntityState<'official'>[], order: readonly Official[]): OfficialRow[] {
  const rows = states.flatMap(({ id, head, status, official }): OfficialRow[] =>
    official === null ? [] : [{ entity: id, head, status, official }],
  )
  const places = new Map(order.map(({ id }, place) => [id, place]))
  const placeOf = ({ official, status }: OfficialRow) =>
    status === 'active'
      ? (places.get(official.id) ?? order.length)
      : order.length + 1 + OfficialCategory.options.indexOf(official.category)
  return rows.sort((a, b) => placeOf(a) - placeOf(b))
}
