import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { DeskLetter } from '../office/model.ts'

export type DeskStatus = 'new' | 'open'

/** What may be done next with a desk. */
export const DESK_ACTS = { new: ['desk.opened'], open: ['desk.restored'] } as const satisfies Record<
  DeskStatus,
  readonly string[]
>

export interface DeskState {
  readonly status: DeskStatus
  readonly letter: DeskLetter | null
  /** Provisional until the letter is claimed on the office's server: prints with a suffix. */
  readonly provisional: boolean
  /** Ed25519 public key of the desk, base64 of the SPKI DER. */
  readonly publicKey: string | null
}

/** A desk: its letter and the key that signs its chain. */
export function foldDesk(actions: readonly Action[]): DeskState {
  const first = inForce(actions).find(action => action.type === 'desk.opened')
  if (!first) return { status: 'new', letter: null, provisional: true, publicKey: null }
  const body = bodyOf('desk.opened', first)
  return { status: 'open', letter: body.letter, provisional: body.provisional, publicKey: body.publicKey }
}
