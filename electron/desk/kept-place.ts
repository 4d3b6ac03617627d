import type { Action, EntityId } from '#shared/change/action.ts'
import { addDays, type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { foldVisit, isInHouse } from '#shared/visit/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

/**
 * A place is kept for a month: officials receive once a month at least (clause 6), so that whoever was sent home has a next
 * day within it, and a line is not led by places of a season ago.
 */
const DAYS_KEPT = 31

interface Asked {
  readonly application: EntityId
  readonly officialId: string | null
  readonly day: PlainDate
  /** The day of the application: nobody came for it before. */
  readonly since: PlainDate
}

/**
 * The instant (UTC, ISO) from which a visitor stands in the line of an official who was not received in it on the last of
 * their own days there: was still in the house when the day ended, whoever closed it later, and however many days of others
 * lie between. Null: no place is kept. Who left on the day, or missed the call, gave the place up.
 */
export async function findKeptPlace(
  journal: Journal,
  visitsOf: (application: EntityId, visits: readonly EntityId[]) => Promise<EntityId[]>,
  { application, officialId, day, since }: Asked,
): Promise<string | null> {
  for (const visits of daysBefore(journal, day, since)) {
    let wasThere = false
    for (const visit of await visitsOf(application, visits)) {
      const actions = await readableActionsOf(journal, visit)
      const { status, checkIn, arrivedAt } = foldVisit(actions)
      if (checkIn?.officialId !== officialId) continue
      wasThere = true
      // What came on paper is entered later; that the visitor left by then is what closed it.
      const ofDay = (one: Action) => one.date === checkIn.day || (checkIn.paper !== null && one.type !== 'visit.left')
      const atClose = foldVisit(actions.filter(ofDay)).status
      const wasLeft = isInHouse(atClose) && atClose !== 'served' && status !== 'finished'
      if (wasLeft) return checkIn.keptFrom ?? arrivedAt
    }
    if (wasThere) return null
  }
  return null
}

/** The visits at every desk of each day on which there were any, from the day before `day` back to `since`, a month at most. */
export function* daysBefore(journal: Journal, day: PlainDate, since: PlainDate | null = null): Generator<EntityId[]> {
  for (let back = 1; back <= DAYS_KEPT; back++) {
    const date = addDays(day, -back)
    if (since !== null && date < since) return
    const visits = journal.entitiesOfDay('visit', toDayNumber(date))
    if (visits.length > 0) yield visits
  }
}
