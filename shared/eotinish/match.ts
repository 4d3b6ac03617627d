import type { ActionId, EntityId } from '../change/action.ts'
import { digitsOf, isSameEotinish, looksLikeEotinish } from './number.ts'
import type { NumberRow } from './number-table.ts'

/** An application as a row of a list of numbers finds it. */
export interface Numbered {
  readonly id: EntityId
  readonly head: ActionId
  /** Empty where none is noted. */
  readonly eotinish: string
}

/**
 * What a row of the list comes to. `new`: it is noted; `same`: it stands so already; `differs`: another one stands, which only a
 * person replaces; `unknown`: no such application here; `doubled`: the number is given twice, in the list or by another
 * application; `unusual`: it does not look like a number of e-Otinish.
 */
export type RowState = 'new' | 'same' | 'differs' | 'unknown' | 'doubled' | 'unusual'

export interface MatchedRow extends NumberRow {
  readonly state: RowState
  readonly found: Numbered | null
}

/** How the store knows the numbers of a list: ours by row, and who else holds that of e-Otinish. */
export interface KnownRow {
  readonly found: Numbered | null
  readonly holder: EntityId | null
}

/** The dry run of a list of numbers: nothing is written, and nothing that stands is taken for replaced. */
export function matchNumbers(rows: readonly NumberRow[], known: readonly KnownRow[]): MatchedRow[] {
  const given = new Map<string, Set<string>>()
  const asked = new Map<string, Set<string>>()
  rows.forEach(({ number, eotinish }, at) => {
    const own = known[at]?.found?.id ?? number
    put(given, digitsOf(eotinish) || eotinish, own)
    put(asked, own, digitsOf(eotinish) || eotinish)
  })
  const seen = new Set<string>()
  return rows.map((row, at) => {
    const { found = null, holder = null } = known[at] ?? {}
    const key = digitsOf(row.eotinish) || row.eotinish
    const isTwice = (given.get(key)?.size ?? 0) > 1 || (found !== null && (asked.get(found.id)?.size ?? 0) > 1)
    const isRepeated = found !== null && seen.has(found.id)
    if (found !== null) seen.add(found.id)
    const isHeld = holder !== null && holder !== found?.id
    return { ...row, found, state: stateOf(row, found, { isDoubled: isTwice || isHeld, isRepeated }) }
  })
}

function stateOf(
  { eotinish }: NumberRow,
  found: Numbered | null,
  { isDoubled, isRepeated }: { isDoubled: boolean; isRepeated: boolean },
): RowState {
  if (found === null) return 'unknown'
  if (isDoubled) return 'doubled'
  if (isRepeated || (found.eotinish !== '' && isSameEotinish(found.eotinish, eotinish))) return 'same'
  if (!looksLikeEotinish(eotinish)) return 'unusual'
  return found.eotinish === '' ? 'new' : 'differs'
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const held = map.get(key) ?? new Set<string>()
  map.set(key, held.add(value))
}
