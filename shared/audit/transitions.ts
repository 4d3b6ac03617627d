import { type Action, keyOf } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import { type PlainDate, toDayNumber } from '../time/plain-date.ts'
import type { AuditHead } from './model.ts'

export type AuditStatus = 'open'

/** A day's log is anchored as often as is needed; nothing is taken back. */
export const AUDIT_ACTS = { open: ['audit.anchored'] } as const satisfies Record<AuditStatus, readonly string[]>

/** A head of the log that stands in the signed journal. `at`: instant, UTC, ISO. */
export interface Anchor extends AuditHead {
  readonly at: string
  readonly on: PlainDate
}

export interface AuditState {
  readonly status: AuditStatus
  /** Oldest first. */
  readonly anchors: readonly Anchor[]
}

/** The anchors of a desk's day (`audit:<yyyymmdd>-<installation>`): the fold of its actions. */
export function foldAudit(actions: readonly Action[]): AuditState {
  const anchors = inForce(actions)
    .filter(({ type }) => type === 'audit.anchored')
    .map(action => ({ ...bodyOf('audit.anchored', action), at: action.at, on: action.date }))
  return { status: 'open', anchors }
}

/** Key of the anchors of a day of a desk: few in each, however many years there are. */
export function auditKey(day: PlainDate, installation: string): string {
  return `${toDayNumber(day)}-${installation}`
}

/** Whether the entity holds anchors of this desk. */
export function isAuditOf(entity: Parameters<typeof keyOf>[0], installation: string): boolean {
  return keyOf(entity).endsWith(`-${installation}`)
}
