import { type Action, type ActionId, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { SiteProof } from '../posting/site-target.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { MonthSchedule, PostingPlace, ScheduleChange } from './model.ts'

/** `redrafted`: a draft is worked on while an approved version stands. */
export type ScheduleStatus = 'none' | 'drafted' | 'approved' | 'redrafted'

/** What may be done next with a month's schedule. An approved one may be drafted anew; every version is kept. */
export const SCHEDULE_ACTS = {
  none: ['schedule.drafted', 'schedule.approved'],
  drafted: ['schedule.drafted', 'schedule.approved'],
  approved: ['schedule.drafted', 'schedule.approved', 'schedule.changed', 'schedule.posted'],
  redrafted: ['schedule.drafted', 'schedule.approved', 'schedule.changed', 'schedule.posted'],
} as const satisfies Record<ScheduleStatus, readonly string[]>

/** A version was posted: where, on which day, by whom. `photo` is a reference to a photograph, or empty; `site`: it was published by itself. */
export interface Posted {
  readonly where: PostingPlace
  readonly on: PlainDate
  /** Instant, UTC, ISO, and the user. */
  readonly at: string
  readonly by: string
  readonly photo: string
  readonly site?: SiteProof
}

/** A version that stands, or stood. */
export interface ApprovedSchedule {
  readonly action: ActionId
  readonly schedule: MonthSchedule
  readonly approvedBy: string
  readonly approvedOn: PlainDate
  /** Approved with its whole quarter (KZ-2026 rule 19). */
  readonly ofQuarter: boolean
  /** Why it differs from the one before without an approval of its own; null: it was approved as it is. */
  readonly change: ScheduleChange | null
  /** Legal date of the approval or of the change being entered, and the user. */
  readonly on: PlainDate
  readonly by: string
  readonly posted: readonly Posted[]
}

export interface ScheduleState {
  readonly status: ScheduleStatus
  /** The draft being worked on, null once approved. */
  readonly draft: MonthSchedule | null
  /** The version the draft was begun on, null where none stood: what happened to the month since is not taken back by it. */
  readonly draftBase: ActionId | null
  /** The version that stands. */
  readonly approved: ApprovedSchedule | null
  /** Approved and changed versions, oldest first. */
  readonly versions: readonly ApprovedSchedule[]
  /** Two desks approved or changed it while apart, the later not having seen the other's: a person has to look. */
  readonly approvedTwice: boolean
}

/** A month's schedule: last draft, the version that stands and all versions with where they were posted. */
export function foldSchedule(actions: readonly Action[]): ScheduleState {
  let state: ScheduleState = {
    status: 'none',
    draft: null,
    draftBase: null,
    approved: null,
    versions: [],
    approvedTwice: false,
  }
  // A version may rest on an act that is no longer in force.
  const placeOf = new Map(inOrder(actions).map(({ id }, at) => [id, at]))
  for (const action of inForce(actions)) {
    switch (action.type) {
      case 'schedule.drafted': {
        const status = state.approved === null ? 'drafted' : 'redrafted'
        const { schedule, base } = bodyOf('schedule.drafted', action)
        state = { ...state, status, draft: schedule, draftBase: base }
        break
      }
      case 'schedule.approved': {
        const approvedTwice = isApart(action, state, placeOf)
        const version = approvedVersion(action)
        state = { ...withVersion(state, version), status: 'approved', draft: null, draftBase: null, approvedTwice }
        break
      }
      case 'schedule.changed':
        state = { ...changed(state, action), approvedTwice: isApart(action, state, placeOf) }
        break
      case 'schedule.posted':
        state = posted(state, action)
        break
    }
  }
  return state
}

/** Whether whoever made a version had not seen the one that stands: they were apart, and the later one hides the other. */
function isApart({ basedOn }: Action, { approved }: ScheduleState, placeOf: ReadonlyMap<ActionId, number>): boolean {
  const seen = basedOn === null ? -1 : (placeOf.get(basedOn) ?? -1)
  return approved !== null && seen < (placeOf.get(approved.action) ?? -1)
}

function approvedVersion(action: Action): ApprovedSchedule {
  const { schedule, approvedBy, approvedOn, ofQuarter } = bodyOf('schedule.approved', action)
  return {
    action: action.id,
    schedule,
    approvedBy,
    approvedOn,
    ofQuarter,
    change: null,
    on: action.date,
    by: action.user,
    posted: [],
  }
}

/** A change rests on the approval of the version before it; a draft that is worked on stays. */
function changed(state: ScheduleState, action: Action): ScheduleState {
  if (state.approved === null) return state
  const { schedule, change } = bodyOf('schedule.changed', action)
  const version = {
    ...state.approved,
    action: action.id,
    schedule,
    change,
    on: action.date,
    by: action.user,
    posted: [],
  }
  return withVersion(state, version)
}

/** Where a version was posted stays with that version, also when a newer one stands by now. */
function posted(state: ScheduleState, action: Action): ScheduleState {
  const { version, where, on, photo, site } = bodyOf('schedule.posted', action)
  const post: Posted = { where, on, at: action.at, by: action.user, photo, ...(site && { site }) }
  const withPost = (one: ApprovedSchedule) => (one.action === version ? { ...one, posted: [...one.posted, post] } : one)
  return {
    ...state,
    approved: state.approved && withPost(state.approved),
    versions: state.versions.map(withPost),
  }
}

function withVersion(state: ScheduleState, version: ApprovedSchedule): ScheduleState {
  return { ...state, approved: version, versions: [...state.versions, version] }
}
