import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import { FIRST_ON_PAPER, LAST_ON_PAPER, type Pack } from './model.ts'

export type PacksStatus = 'open'

/** What may be done next with the emergency packs of a desk: another one may always be printed. */
export const PACK_ACTS = { open: ['pack.printed'] } as const satisfies Record<PacksStatus, readonly string[]>

export interface PacksState {
  readonly status: PacksStatus
  /** Each pack of the desk, oldest first. */
  readonly packs: readonly PrintedPack[]
}

/** A pack as it was printed: by which press, when (instant, UTC, ISO), and by whom. */
export interface PrintedPack extends Pack {
  readonly request: string
  readonly at: string
  readonly user: string
}

/** The emergency packs of a desk (`pack:<installation>`): the fold of its actions. */
export function foldPacks(actions: readonly Action[]): PacksState {
  const packs = inForce(actions).flatMap(action => {
    if (action.type !== 'pack.printed') return []
    const { request, pack } = bodyOf('pack.printed', action)
    return [{ ...pack, request, at: action.at, user: action.user }]
  })
  return { status: 'open', packs }
}

/** The serials of the next pack of `size` talons, numbered on after the last. Throws where `size` is more than there are serials. */
export function nextPack({ packs }: Pick<PacksState, 'packs'>, size: number): Pack {
  if (size < 1 || size > LAST_ON_PAPER - FIRST_ON_PAPER + 1) throw new RangeError('size of a pack')
  const next = (packs.at(-1)?.to ?? LAST_ON_PAPER) + 1
  const from = next + size - 1 > LAST_ON_PAPER ? FIRST_ON_PAPER : next
  return { from, to: from + size - 1 }
}
