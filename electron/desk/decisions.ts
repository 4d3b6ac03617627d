import { z } from 'zod'
import {
  competenceFaults,
  completenessFaults,
  type DecisionFault,
  type DecisionLooked,
  type EarlierKnown,
  extensionFaults,
  reopenGrounds,
  repeatFaults,
  returnFaults,
  type StopCode,
} from '#shared/application/decision-faults.ts'
import { DECISION_TYPES } from '#shared/application/decisions.ts'
import { refusalFaults } from '#shared/application/refusal-faults.ts'
import { lawfulApplicationActs, underSecondPerson } from '#shared/application/statuses.ts'
import { type ApplicationState, foldApplication, type Registered } from '#shared/application/transitions.ts'
import { EntityId, type Intent, nounOf } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType } from '#shared/change/action-types.ts'
import { validOn } from '#shared/directory/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Actor } from './act.ts'
import { findCalendar } from './office-calendar.ts'
import { directoriesOf, findOffice, type OpenDesk } from './open-desk.ts'

type Part = Record<string, unknown>

/** What of a decision's body names something outside of the application. */
const Named = z.object({
  earlier: EntityId.nullable().default(null),
  body: z.string().nullable().default(null),
})

/** A decision of a screen, its body and its personal part parsed. */
export interface DecisionAsked {
  readonly type: ActionType
  readonly intent: Intent
  readonly body: Part
  readonly personal: Part | null
}

/** What each stop is told as. */
const REFUSALS: Readonly<Record<StopCode, () => ExpectedError>> = {
  outcome_missing: () => new ExpectedError('decision.outcome_missing'),
  lacks_missing: () => new ExpectedError('decision.lacks_missing'),
  lacks_unlawful: () => new ExpectedError('decision.lacks_unlawful'),
  correct_by: () => new ExpectedError('decision.correct_by'),
  body_missing: () => new ExpectedError('decision.body_missing'),
  ground_missing: () => new ExpectedError('decision.ground_missing'),
  ground_unlawful: () => new ExpectedError('decision.ground_unlawful'),
  not_due: () => new ExpectedError('decision.not_due'),
  earlier_missing: () => new ExpectedError('decision.earlier_missing'),
  earlier_unknown: () => new ExpectedError('decision.earlier_unknown'),
  earlier_not_same: () => new ExpectedError('decision.earlier_not_same'),
  earlier_not_decided: () => new ExpectedError('decision.earlier_not_decided'),
  text_missing: () => new ExpectedError('decision.text_missing'),
  decider_missing: () => new ExpectedError('decision.decider_missing'),
  decider_unlawful: () => new ExpectedError('decision.decider_unlawful'),
  date_missing: () => new ExpectedError('decision.date_missing'),
  date_future: () => new ExpectedError('decision.date_future'),
  date_before: () => new ExpectedError('decision.date_before'),
  until_missing: () => new ExpectedError('decision.until_missing'),
  until_early: () => new ExpectedError('decision.until_early'),
  until_late: () => new ExpectedError('decision.until_late'),
}

/**
 * Looks at a decision once more where it is recorded: ground, dates, who decided, the earlier case, the second person. The
 * page's day may be another than the office's, and another desk may have acted. Throws `decision.*`.
 */
export async function demandDecision(desk: OpenDesk, asked: DecisionAsked, actor: Actor): Promise<void> {
  const { intent, type } = asked
  // Decided on what has moved since: that is a conflict, and `decide` says so.
  if (intent.basedOn !== desk.journal.headOf(intent.entity)) return
  const state = await stateOf(desk, intent.entity)
  const { registered: application, status } = state
  // What the state does not allow at all, `decide` says too.
  if (application === null || !lawfulApplicationActs(state).includes(type)) return
  await demandSecondPerson(desk, asked, application, actor)
  await demandBody(desk, asked, actor)
  demandReopening(asked, state)
  const calendar = await findCalendar(desk)
  const earlier = await earlierOf(desk, asked)
  const looked = { application, status, today: actor.date, calendar, earlier, alike: false }
  const fault = faultsOf(asked, looked).find(one => one.level === 'stop')
  if (fault?.level === 'stop') throw REFUSALS[fault.code]()
}

function faultsOf({ type, body, personal }: DecisionAsked, looked: DecisionLooked): readonly DecisionFault[] {
  const said = <B extends Part, P extends Part>(of: { body: z.ZodType<B>; personal: z.ZodType<P> }) => ({
    ...of.body.parse(body),
    ...of.personal.parse(personal),
  })
  switch (type) {
    case 'application.completeness_checked':
      return completenessFaults(DECISION_TYPES[type].body.parse(body), looked)
    case 'application.returned':
      return returnFaults(said(DECISION_TYPES[type]), looked)
    case 'application.competence_decided':
      return competenceFaults(DECISION_TYPES[type].body.parse(body), looked)
    case 'application.repeat_decided':
      return repeatFaults(said(DECISION_TYPES[type]), looked)
    case 'application.refused':
    case 'application.refusal_proposed':
      return refusalFaults(said(DECISION_TYPES[type]), looked)
    case 'application.extended':
      return extensionFaults(said(DECISION_TYPES[type]), looked)
    default:
      return []
  }
}

/** A closed application is opened again on a ground that its state has. */
function demandReopening({ type, body }: DecisionAsked, { status }: ApplicationState): void {
  if (type !== 'application.reopened') return
  if (!reopenGrounds(status).includes(ACTION_TYPES[type].body.parse(body).ground)) throw REFUSALS.ground_unlawful()
}

/** Where the office wants a second person, a refusal is proposed, and another than the proposer approves it. */
async function demandSecondPerson(
  desk: OpenDesk,
  { type }: DecisionAsked,
  { refusal }: Registered,
  { user }: Actor,
): Promise<void> {
  if (type === 'application.refusal_approved' && refusal?.by === user) throw new ExpectedError('decision.own_proposal')
  if (type !== 'application.refused' && type !== 'application.refusal_proposed') return
  const secondPerson = (await findOffice(desk))?.secondPerson ?? false
  if (underSecondPerson([type], secondPerson).length > 0) return
  throw new ExpectedError(secondPerson ? 'decision.second_person' : 'decision.no_second_person')
}

/** A decision names a body of the directory that stands on its day. */
async function demandBody(desk: OpenDesk, { body }: DecisionAsked, { date }: Actor): Promise<void> {
  const { body: named } = Named.parse(body)
  if (named === null) return
  const bodies = validOn((await directoriesOf(desk)).body, date)
  if (!bodies.some(({ code }) => code === named)) throw new ExpectedError('decision.body_unknown')
}

/** The earlier case that is named: another application that stands; null where there is none such. */
async function earlierOf(desk: OpenDesk, { intent, body }: DecisionAsked): Promise<EarlierKnown | null> {
  const { earlier } = Named.parse(body)
  if (earlier === null || earlier === intent.entity || nounOf(earlier) !== 'application') return null
  if (!desk.journal.has(earlier)) return null
  const { status, facts } = await stateOf(desk, earlier)
  return facts === null || status === 'undone' ? null : facts
}

async function stateOf({ journal, gate }: OpenDesk, entity: EntityId): Promise<ApplicationState> {
  return foldApplication(await readableActionsOf(journal, entity), gate.related())
}
