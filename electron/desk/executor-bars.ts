import { numberText } from '#shared/application/number.ts'
import { type ApplicationState, foldApplication } from '#shared/application/transitions.ts'
import { type EntityId, nounOf } from '#shared/change/action.ts'
import { whoMayNot } from '#shared/instruction/bars.ts'
import { assignmentsOf, casesNamedBy, type Handling, handlingsOf } from '#shared/instruction/handled.ts'
import type { Executor } from '#shared/instruction/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { instructionsOf, protocolOf } from './control-index.ts'
import { activeOfficials, type OpenDesk } from './open-desk.ts'

/** Who is to execute what: of an application, by a protocol; `earlier` are the cases a person found to be on the same matter. */
export interface Assigning {
  readonly application: EntityId
  readonly protocol: EntityId
  readonly executor: Executor
  readonly earlier: readonly EntityId[]
  /** What an instruction that is given on to another was assigned to before. */
  readonly before: readonly Handling[]
}

/** More cases of one matter are not followed. */
const MOST_CASES = 200

/**
 * Demands that a matter does not go to who may not have it again (clause 35, KZ-2026 rule 12): looked at are the cases that were
 * named, those that decisions name, and the earlier instructions on the application. Throws `instruction.barred` (earlier),
 * `instruction.earlier`.
 */
export async function demandNotBarred(desk: OpenDesk, assigning: Assigning): Promise<void> {
  const { application, executor, earlier, before } = assigning
  if (!earlier.every(id => nounOf(id) === 'application' && desk.journal.has(id))) {
    throw new ExpectedError('instruction.earlier')
  }
  const own = await stateOf(desk, application)
  const profile = own.registered?.profile
  if (profile === undefined) throw new ExpectedError('protocol.not_of_application')
  const handlings = [
    ...before,
    ...(await ownAssignments(desk, assigning)),
    ...(await earlierHandlings(desk, assigning)),
  ]
  const bars = whoMayNot(executor, profileOf(profile).executorBar.bars, handlings, await activeOfficials(desk))
  const stop = bars.find(({ level }) => level === 'stop')
  if (stop !== undefined) {
    throw new ExpectedError('instruction.barred', {
      earlier: caseName(await stateOf(desk, stop.application ?? application)),
    })
  }
}

/** How an earlier case is named: by its number, or by its day where it was brought from elsewhere. */
function caseName({ registered, facts }: ApplicationState): string {
  return registered === null ? (facts?.registered ?? '') : numberText(registered.number)
}

/** Instructions of other protocols on the application itself. A protocol written anew may name whom the annulled one named. */
async function ownAssignments({ journal }: OpenDesk, { application, protocol }: Assigning): Promise<Handling[]> {
  const { instead = null } = (await protocolOf(journal, protocol)).protocol ?? {}
  const others = (await instructionsOf(journal, application)).filter(
    ({ state: { instruction } }) => instruction?.protocol !== protocol && instruction?.protocol !== instead,
  )
  return others.flatMap(({ state }) => assignmentsOf(application, state))
}

async function earlierHandlings(desk: OpenDesk, { application, earlier }: Assigning): Promise<Handling[]> {
  const found: Handling[] = []
  const seen = new Set<EntityId>([application])
  const open = [...earlier, ...casesNamedBy(await stateOf(desk, application))]
  for (let id = open.shift(); id !== undefined && seen.size <= MOST_CASES; id = open.shift()) {
    if (seen.has(id) || !desk.journal.has(id)) continue
    seen.add(id)
    const state = await stateOf(desk, id)
    const instructions = (await instructionsOf(desk.journal, id)).map(one => one.state)
    found.push(...handlingsOf({ id, application: state, instructions }))
    open.push(...casesNamedBy(state))
  }
  return found
}

async function stateOf({ journal, gate }: OpenDesk, id: EntityId): Promise<ApplicationState> {
  return foldApplication(await readableActionsOf(journal, id), gate.related())
}
