import type { Action, InstallationId } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { DeskLetter } from '../office/model.ts'
import type { RetireReason } from './model.ts'

export type DeskStatus = 'new' | 'open' | 'retired'

/** What may be done next with a desk. Data put back at one that was retired still tell so. */
export const DESK_ACTS = {
  new: ['desk.opened'],
  open: ['desk.lettered', 'desk.restored', 'desk.retired'],
  retired: ['desk.restored'],
} as const satisfies Record<DeskStatus, readonly string[]>

export interface DeskState {
  readonly status: DeskStatus
  readonly letter: DeskLetter | null
  /** Every letter it ever printed, the first first: numbers bear them, and no desk is given one of them again. */
  readonly letters: readonly DeskLetter[]
  /** Provisional until the letter is claimed on the office's server: prints with a suffix. */
  readonly provisional: boolean
  /** Ed25519 public key of the desk, base64 of the SPKI DER. */
  readonly publicKey: string | null
  /** The desk it goes on for, where data were put back on another computer. */
  readonly replaces: InstallationId | null
  /** Why nobody works at it any more; null: it is at work. */
  readonly retired: RetireReason | null
  /** When that was said (UTC, ISO). */
  readonly retiredAt: string | null
}

const NEW: DeskState = {
  status: 'new',
  letter: null,
  letters: [],
  provisional: true,
  publicKey: null,
  replaces: null,
  retired: null,
  retiredAt: null,
}

/** A desk: its letter, the key that signs its chain, and whether it is still at work. */
export function foldDesk(actions: readonly Action[]): DeskState {
  const ordered = inForce(actions)
  const first = ordered.find(action => action.type === 'desk.opened')
  if (!first) return NEW
  const { letter: opened, provisional, publicKey, replaces = null } = bodyOf('desk.opened', first)
  const given = ordered.filter(({ type }) => type === 'desk.lettered').map(one => bodyOf('desk.lettered', one).letter)
  const letters = [...new Set([opened, ...given])]
  const last = ordered.find(action => action.type === 'desk.retired')
  const retired = last === undefined ? null : bodyOf('desk.retired', last).reason
  return {
    ...{ letter: given.at(-1) ?? opened, letters, provisional, publicKey, replaces, retired },
    status: retired === null ? 'open' : 'retired',
    retiredAt: last?.at ?? null,
  }
}
