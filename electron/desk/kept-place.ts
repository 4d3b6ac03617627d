import type { EntityId } from '#shared/change/action.ts'
import { addDays, type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { foldVisit, isInHouse } from '#shared/visit/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

/** A place is kept to the next day on which anybody is received, within a month. */
const DAYS_BACK = 31

interface Asked {
  readonly application: EntityId
  readonly officialId: string | null
  readonly day: PlainDate
}

/**
 * The instant (UTC, ISO) from which a visitor stands in the line of an official who was not received in it on the last day
 * there were visitors: was still in the house when the day ended, whoever closed it later. Null: no place is kept. Who left on the day, or missed the
 * call, gave the place up.
 */
export async function findKeptPlace(
  journal: Journal,
  applicationOf: (visit: EntityId) => Promise<EntityId | null>,
  { application, officialId, day }: Asked,
): Promise<string | null> {
  const visits = lastVisits(journal, day)
  for (const visit of visits) {
    if ((await applicationOf(visit)) !== application) continue
    const actions = await readableActionsOf(journal, visit)
    const { status, checkIn, arrivedAt } = foldVisit(actions)
    const atClose = foldVisit(actions.filter(({ date }) => date === checkIn?.day)).status
    const wasLeft = isInHouse(atClose) && atClose !== 'served' && status !== 'finished'
    if (wasLeft && checkIn?.officialId === officialId) return checkIn.keptFrom ?? arrivedAt
  }
  return null
}

/** The visits at every desk of the last day before `before` on which there were any; none where that is over a month ago. */
export function lastVisits(journal: Journal, before: PlainDate): EntityId[] {
  for (let back = 1; back <= DAYS_BACK; back++) {
    const visits = journal.entitiesOfDay('visit', toDayNumber(addDays(before, -back)))
    if (visits.length > 0) return visits
  }
  return []
}
