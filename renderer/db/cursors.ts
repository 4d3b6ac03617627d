import { type ActionId, type Cursor, chainPlaceOf, InstallationId } from '#shared/change/action.ts'

/** Whether the action lies within what the cursor has read. */
export function holds(cursor: Cursor, id: ActionId): boolean {
  const { installation, sequence } = chainPlaceOf(id)
  return (cursor[installation] ?? 0) >= sequence
}

/** Whether `a` has read at least as far as `b` in each chain. */
export function reaches(a: Cursor, b: Cursor): boolean {
  return chains(b).every(installation => (a[installation] ?? 0) >= (b[installation] ?? 0))
}

/** The further of two cursors in each chain. */
export function furthest(a: Cursor, b: Cursor): Cursor {
  const joined: Cursor = { ...a }
  for (const installation of chains(b)) {
    joined[installation] = Math.max(a[installation] ?? 0, b[installation] ?? 0)
  }
  return joined
}

/** The cursor that ends at this action, in its chain alone. */
export function endingAt(id: ActionId): Cursor {
  const { installation, sequence } = chainPlaceOf(id)
  return { [installation]: sequence }
}

/** Records read in all: sequences of a chain start at 1 and have no gaps. */
export function lengthOf(cursor: Cursor): number {
  return Object.values(cursor).reduce((sum, sequence) => sum + sequence, 0)
}

function chains(cursor: Cursor): InstallationId[] {
  return Object.keys(cursor).map(key => InstallationId.parse(key))
}
