import type { Action } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'

export type ReportStatus = 'absent' | 'frozen' | 'withdrawn'

/**
 * What may be done next with the report of a quarter. A frozen version is never edited: it is withdrawn, or another one is
 * frozen after it.
 */
export const REPORT_ACTS = {
  absent: ['report.frozen'],
  frozen: ['report.frozen', 'report.withdrawn'],
  withdrawn: ['report.frozen'],
} as const satisfies Record<ReportStatus, readonly string[]>

/** A version as it was frozen: the document, by whom and when, and whether it was withdrawn. */
export interface ReportVersion extends Omit<BodyOf<'report.frozen'>, 'request'> {
  readonly on: PlainDate
  /** Instant, UTC, ISO; id of the user. */
  readonly at: string
  readonly by: string
  readonly withdrawn: { readonly ground: BodyOf<'report.withdrawn'>['ground']; readonly on: PlainDate } | null
}

export interface ReportState {
  readonly status: ReportStatus
  /** Every version, oldest first. */
  readonly versions: readonly ReportVersion[]
}

/** The report of a quarter (`report:<quarter>`): the fold of its actions. One that was not lawful changes nothing. */
export function foldReport(actions: readonly Action[]): ReportState {
  let state: ReportState = { status: 'absent', versions: [] }
  for (const action of inForce(actions)) {
    if ((REPORT_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

function after(state: ReportState, action: Action): ReportState {
  if (action.type === 'report.frozen') {
    const { request: _, ...frozen } = bodyOf('report.frozen', action)
    const version = { ...frozen, on: action.date, at: action.at, by: action.user, withdrawn: null }
    return { status: 'frozen', versions: [...state.versions, version] }
  }
  const { version, ground } = bodyOf('report.withdrawn', action)
  const versions = state.versions.map(one =>
    one.version === version && one.withdrawn === null ? { ...one, withdrawn: { ground, on: action.date } } : one,
  )
  return { status: standingIn(versions) === null ? 'withdrawn' : 'frozen', versions }
}

/** The version that stands: the newest that was not withdrawn; null where none does. */
export function standingVersion({ versions }: Pick<ReportState, 'versions'>): ReportVersion | null {
  return standingIn(versions)
}

function standingIn(versions: readonly ReportVersion[]): ReportVersion | null {
  return versions.findLast(({ withdrawn }) => withdrawn === null) ?? null
}

/** The number the next version of a report is given. A number is not given again, withdrawn or not. */
export function nextVersion({ versions }: Pick<ReportState, 'versions'>): number {
  return Math.max(0, ...versions.map(({ version }) => version)) + 1
}
