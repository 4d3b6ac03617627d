import type { Registration } from '#shared/application/registration.ts'
import { nounOf } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { foldVisit, wasInRoom } from '#shared/visit/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

/**
 * What is said to be handed in during a reception (clause 25; KZ-2026 point 11) names a visit that was in the room on the day
 * the application came. Throws `registration.no_reception`.
 */
export async function demandAtReception(
  journal: Journal,
  { atReception, catchUp }: Registration,
  registered: PlainDate,
): Promise<void> {
  if (atReception === null) return
  const isKnown = nounOf(atReception) === 'visit' && journal.has(atReception)
  const visit = isKnown ? foldVisit(await readableActionsOf(journal, atReception)) : null
  const day = catchUp?.on ?? registered
  if (visit?.checkIn?.day !== day || !wasInRoom(visit)) throw new ExpectedError('registration.no_reception')
}
