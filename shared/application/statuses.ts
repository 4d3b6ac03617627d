import type { ActionType } from '../change/action-types.ts'
import type { ProfileId } from '../office/model.ts'
import { profileOf } from '../regulation/profile.ts'

/** How an application stands. The first three are of imports; `left`, `returned` and `forwarded` are closed like `refused`. */
export const APPLICATION_STATUSES = [
  'absent',
  'imported',
  'undone',
  'open',
  'incomplete',
  'refusal_proposed',
  'refused',
  'left',
  'returned',
  'forwarded',
  'received',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]

const ALWAYS = [
  'application.corrected',
  'application.eotinish_noted',
  'application.talon_made',
  'application.paper_attached',
  'application.letter_noted',
] as const

const CLOSED = [...ALWAYS, 'application.reopened'] as const

/** What may be done next with an application. A record whose import was taken back can be imported again. */
export const APPLICATION_ACTS = {
  absent: ['application.imported', 'application.registered'],
  imported: [],
  undone: ['application.imported'],
  open: [
    ...ALWAYS,
    'application.completeness_checked',
    'application.returned',
    'application.competence_decided',
    'application.repeat_decided',
    'application.appointed',
    'application.briefed',
    'application.booked',
    'application.booking_dropped',
    'application.refused',
    'application.refusal_proposed',
    'application.extended',
    'application.received',
    'application.withdrawn',
  ],
  incomplete: [
    ...ALWAYS,
    'application.completeness_checked',
    'application.left',
    'application.returned',
    'application.withdrawn',
  ],
  refusal_proposed: [
    ...ALWAYS,
    'application.refusal_approved',
    'application.refusal_declined',
    'application.withdrawn',
  ],
  refused: CLOSED,
  left: CLOSED,
  returned: CLOSED,
  forwarded: CLOSED,
  received: [...ALWAYS, 'application.reception_undone'],
  withdrawn: CLOSED,
} as const satisfies Record<ApplicationStatus, readonly string[]>

/** Whether nothing final was decided yet, so that the term of the answer runs. */
export function isUndecided(status: ApplicationStatus): boolean {
  return status === 'open' || status === 'incomplete' || status === 'refusal_proposed'
}

/** The acts of a status under a regulation; `null`: of an imported record, which none is kept for. */
export function actsUnder(status: ApplicationStatus, profile: ProfileId | null): readonly ActionType[] {
  const acts: readonly ActionType[] = APPLICATION_ACTS[status]
  if (profile === null) return acts
  const { decision } = profileOf(profile).incomplete
  const unlawful: ActionType = decision === 'left' ? 'application.returned' : 'application.left'
  return acts.filter(act => act !== unlawful)
}

/** What of an application its lawful acts hang on. */
interface Standing {
  readonly status: ApplicationStatus
  readonly registered: { readonly profile: ProfileId } | null
}

/** The acts that are lawful now: the table of its status, narrowed by its regulation. */
export function lawfulApplicationActs({ status, registered }: Standing): readonly ActionType[] {
  return actsUnder(status, registered?.profile ?? null)
}

/** Of lawful acts those the office works by: where it wants a second person, a refusal is proposed and not decided at once. */
export function underSecondPerson(acts: readonly ActionType[], secondPerson: boolean): readonly ActionType[] {
  const unlawful: ActionType = secondPerson ? 'application.refused' : 'application.refusal_proposed'
  return acts.filter(act => act !== unlawful)
}
