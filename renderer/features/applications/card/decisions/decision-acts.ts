import type { DecisionAct } from '#shared/application/decision-clauses.ts'
import { lawfulApplicationActs, underSecondPerson } from '#shared/application/statuses.ts'
import type { ApplicationCard } from '../../../../db/query-types.ts'
import type { LocaleKey } from '../../../../i18n/keys.ts'

/** Decisions made on the card, in the order they are offered, with the words of their buttons. */
export const OFFERED = {
  'application.completeness_checked': 'decision.act.completeness',
  'application.left': 'decision.act.leave',
  'application.returned': 'decision.act.return',
  'application.competence_decided': 'decision.act.competence',
  'application.repeat_decided': 'decision.act.repeat',
  'application.extended': 'decision.act.extend',
  'application.refused': 'decision.act.refuse',
  'application.refusal_proposed': 'decision.act.propose',
  'application.refusal_approved': 'decision.act.approve',
  'application.refusal_declined': 'decision.act.decline',
} as const satisfies Partial<Record<DecisionAct, LocaleKey>>
export type Offered = keyof typeof OFFERED

const ALL = Object.keys(OFFERED) as Offered[]

/** Who looks at the card, and how the office decides. */
export interface Looker {
  readonly user: string
  readonly secondPerson: boolean
}

/** The decisions lawful now: none on an imported record, one of an erased person, or one that needs an update. */
export function decisionActsOf(
  {
    status,
    registered,
    erased,
    needsUpdate,
  }: Pick<ApplicationCard, 'status' | 'registered' | 'erased' | 'needsUpdate'>,
  { user, secondPerson }: Looker,
): Offered[] {
  if (registered === null || erased || needsUpdate) return []
  const lawful: readonly string[] = underSecondPerson(lawfulApplicationActs({ status, registered }), secondPerson)
  const own = registered.refusal?.by === user
  return ALL.filter(act => lawful.includes(act) && !(own && act === 'application.refusal_approved'))
}
