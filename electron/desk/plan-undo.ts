import type { EntityId } from '#shared/change/action.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { Actor } from './act.ts'
import type { OpenDesk } from './open-desk.ts'

/** Takes an absence or a restriction back with what it moved. */
export async function undoPlan(_desk: OpenDesk, _entity: EntityId, _actor: Actor): Promise<ResultOf<'plan.undo'>> {
  throw new ExpectedError('change.not_lawful', { type: 'absence.undone' })
}
