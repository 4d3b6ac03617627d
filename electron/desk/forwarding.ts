import { type EntityId, entityId, findEntityId, type Intent, keyOf, nounOf } from '#shared/change/action.ts'
import { postStanding } from '#shared/official/post.ts'
import { foldOfficial } from '#shared/official/transitions.ts'
import { helpersOn, receptionDays } from '#shared/reception-helper/days.ts'
import { foldHelper } from '#shared/reception-helper/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { foldSchedule } from '#shared/schedule/transitions.ts'
import { isSameStand, standOf } from '#shared/visit/forwarding.ts'
import type { Forwarding } from '#shared/visit/model.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Actor } from './act.ts'
import { visitOf } from './line.ts'
import type { OpenDesk } from './open-desk.ts'

/**
 * A visitor goes on to another line than theirs: of an official who is in the post, or of helpers, there to one who helps on this
 * day (clause 16, KZ-2026 rule 28). Throws `visit.same_line`, `visit.forward_official`, `visit.forward_helper`.
 */
export async function demandForwarding(
  desk: OpenDesk,
  { entity, basedOn }: Intent,
  { officialId, helper }: Forwarding,
  actor: Actor,
): Promise<void> {
  const { journal } = desk
  if (basedOn !== journal.headOf(entity)) return
  const here = standOf(await visitOf(journal, entity))
  if (here !== null && isSameStand(here, { officialId, helper })) throw new ExpectedError('visit.same_line')
  if (officialId !== null) await demandOfficial(desk, officialId, actor)
  if (helper !== null) await demandHelper(desk, helper, actor)
}

async function demandOfficial({ journal, gate }: OpenDesk, id: string, { date }: Actor): Promise<void> {
  const entity = findEntityId('official', id)
  if (entity === null) throw new ExpectedError('visit.forward_official')
  const { status, official } = foldOfficial(await readableActionsOf(journal, entity), gate.related())
  if (status !== 'active' || official === null || postStanding(official, date) !== 'in_office') {
    throw new ExpectedError('visit.forward_official')
  }
}

async function demandHelper({ journal }: OpenDesk, entity: EntityId, { date }: Actor): Promise<void> {
  const isHelper = nounOf(entity) === 'helper' && keyOf(entity) !== ''
  const { helper } = foldHelper(isHelper ? await readableActionsOf(journal, entity) : [])
  const schedule = foldSchedule(await readableActionsOf(journal, entityId('schedule', date.slice(0, 7))))
  if (helper === null || helpersOn(date, [helper], receptionDays([schedule])).length === 0) {
    throw new ExpectedError('visit.forward_helper')
  }
}
