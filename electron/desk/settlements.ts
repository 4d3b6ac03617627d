import { type Action, type EntityId, type Intent, nounOf } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { claimsOf } from '#shared/change/claims.ts'
import { unsettledOf } from '#shared/change/decide.ts'
import { viewOf } from '#shared/change/project-view.ts'
import type { Settlement } from '#shared/clash/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { type Act, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import { applicationOf } from './visits.ts'

/** Acts that end a visit with a reception. */
const RECEIVED: readonly string[] = ['visit.finished', 'visit.served_on_paper']

/**
 * What desks did apart is settled as it stands; of two registrations that one stands beside the other is said where both hold one
 * claim. Throws `clash.moved`.
 */
export async function demandSettlement(
  desk: OpenDesk,
  { entity, basedOn }: Intent,
  { beside }: Settlement,
): Promise<void> {
  // Decided on what has moved since: that is a conflict, and `decide` says so.
  if (basedOn !== desk.journal.headOf(entity)) return
  if (beside.length > 0) return demandBeside(desk, entity, beside)
  const actions = await readableActionsOf(desk.journal, entity)
  const { clash, late } = unsettledOf(nounOf(entity), actions, desk.gate.related())
  if (clash === null && late.length === 0) throw new ExpectedError('clash.moved')
}

async function demandBeside(desk: OpenDesk, entity: EntityId, beside: readonly EntityId[]): Promise<void> {
  const own = await personClaims(desk, entity)
  for (const other of beside) {
    const shared = other === entity ? [] : (await personClaims(desk, other)).filter(claim => own.includes(claim))
    if (shared.length === 0) throw new ExpectedError('clash.moved')
  }
}

async function personClaims({ journal, gate }: OpenDesk, entity: EntityId): Promise<string[]> {
  if (nounOf(entity) !== 'application' || !journal.has(entity)) return []
  const view = viewOf('application', await readableActionsOf(journal, entity), gate.related())
  return claimsOf({ view }).filter(claim => claim.startsWith('person:'))
}

/**
 * What goes with a settlement in the same flush: where the end of a visit is set aside, the application it closed waits
 * again.
 */
export async function withSettlement(desk: OpenDesk, { entity }: Intent, { aside }: Settlement): Promise<Act[]> {
  if (nounOf(entity) !== 'visit' || aside.length === 0) return []
  const actions = await readableActionsOf(desk.journal, entity)
  const isReceived = ({ id, type }: Action) => RECEIVED.includes(type) && aside.includes(id)
  const cameTo = actions.find(({ type }) => type === 'visit.checked_in')
  if (cameTo === undefined || !actions.some(isReceived) || standsReceived(actions, aside)) return []
  const { application } = bodyOf('visit.checked_in', cameTo).visit
  const { status, registered } = await applicationOf(desk, application)
  if (status !== 'received' || registered?.visit !== entity) return []
  const body = { visit: entity, ground: 'mistake' }
  const key = application.slice(application.indexOf(':') + 1)
  return [{ intent: intentNow(desk.journal, 'application', key, 'application.reception_undone', body) }]
}

function standsReceived(actions: readonly Action[], aside: Settlement['aside']): boolean {
  return actions.some(({ id, type }) => RECEIVED.includes(type) && !aside.includes(id))
}
