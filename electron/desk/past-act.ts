import { serialOfKey } from '#shared/application/number.ts'
import { countedFrom } from '#shared/application/working-time.ts'
import { type EntityId, keyOf } from '#shared/change/action.ts'
import { type BodyOf, bodyOf } from '#shared/change/action-types.ts'
import { changedSince, profileOn } from '#shared/regulation/profile.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { addDays, type PlainDate } from '#shared/time/plain-date.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { findOffice, type OpenDesk } from './open-desk.ts'

/** What came after hours is entered some days before the day it is registered as of: a week of days off at most. */
const ENTERED_BEFORE = 14

/**
 * A day that has come keeps its act where applications were registered by it: they were told their terms. Throws
 * `office.past_act`.
 */
export async function demandPastActs(
  desk: OpenDesk,
  { office }: BodyOf<'office.set'>,
  today: PlainDate,
): Promise<void> {
  const before = await findOffice(desk)
  const since = before === null ? null : changedSince(before.profiles, office.profiles, today)
  if (before === null || since === null) return
  for (const registered of newestOfEach(desk)) {
    for (const entity of registered) {
      const [first] = await readableActionsOf(desk.journal, entity)
      if (first === undefined || first.type !== 'application.registered') continue
      // Serials grow with the days: what is before it was entered before.
      if (first.date < addDays(since, -ENTERED_BEFORE)) break
      const { registration, profile } = bodyOf('application.registered', first)
      const day = countedFrom(registration, first.date)
      const act = profileOn(office, day)
      if (act !== profile && act !== profileOn(before, day)) throw new ExpectedError('office.past_act')
    }
  }
}

/** The applications of each desk, by its numbers, the newest first. */
function newestOfEach({ journal }: OpenDesk): EntityId[][] {
  const desks = new Map<string, EntityId[]>()
  for (const entity of journal.entitiesOf('application')) {
    const key = keyOf(entity)
    const installation = key.slice(0, 16)
    if (serialOfKey(installation, key) === null) continue
    const own = desks.get(installation)
    if (own === undefined) desks.set(installation, [entity])
    else own.push(entity)
  }
  return [...desks.values()].map(own => own.sort((a, b) => (a < b ? 1 : -1)))
}
