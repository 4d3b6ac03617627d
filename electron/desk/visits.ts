import { foldApplication } from '#shared/application/transitions.ts'
import type { Action, EntityId } from '#shared/change/action.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { toDayNumber } from '#shared/time/plain-date.ts'
import type { CheckIn } from '#shared/visit/model.ts'
import { serialOfVisit, visitKey } from '#shared/visit/number.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { type Act, type Actor, intentNow } from './act.ts'
import { demandGone, visitOf } from './line.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded, firstOf, letterOf } from './registrations.ts'
import { openSeries, type Series } from './series.ts'

/** The visits this desk has numbered: a series per day. And the application of each, which never changes. */
export interface Visits {
  readonly series: Series
  applicationOf(visit: EntityId): Promise<EntityId | null>
}

export function openVisits(journal: Journal): Visits {
  const applications = new Map<EntityId, EntityId | null>()
  return {
    series: openSeries({
      journal,
      noun: 'visit',
      type: 'visit.checked_in',
      requestOf: body => (body.visit as Partial<CheckIn> | undefined)?.request,
      placeOf(key) {
        const place = serialOfVisit(journal.installation, key)
        return place && { period: place.day, serial: place.serial }
      },
    }),
    async applicationOf(visit) {
      const known = applications.get(visit) ?? (await visitOf(journal, visit)).checkIn?.application ?? null
      applications.set(visit, known)
      return known
    },
  }
}

/**
 * Gives a visitor the next ticket of the day, or answers what the same press gave before. The time that was given is the
 * booking's of this day, whatever the page knew of it. Throws `visit.not_open` where
 * there is nothing to be received for, `visit.already_here` (ticket) where the same application is in the house.
 */
export async function checkIn(
  desk: OpenDesk,
  visits: Visits,
  asked: ParsedArgsOf<'visit.checkIn'>,
  actor: Actor,
): Promise<Action> {
  const { gate, journal } = desk
  const { series } = visits
  return gate.inTurn(async actNow => {
    const before = await series.find(asked.request)
    if (before !== null) return firstOf(journal, before)
    const { registered, status } = await applicationOf(desk, asked.application)
    if (registered === null || status !== 'open') throw new ExpectedError('visit.not_open')
    const day = actor.date
    const period = toDayNumber(day)
    for (const visit of series.ofPeriod(period)) {
      if ((await visits.applicationOf(visit)) === asked.application) demandGone(await visitOf(journal, visit))
    }
    const { letter } = await letterOf(journal)
    const ticket = { letter, serial: series.next(period) }
    const { booking, registration } = registered
    const booked = booking?.date === day ? booking.time : null
    const visit: CheckIn = { ...asked, booked, ticket, day, language: registration.language }
    const key = visitKey(day, journal.installation, ticket.serial)
    const intent = intentNow(journal, 'visit', key, 'visit.checked_in', { visit })
    const [appended] = await actNow([{ intent }], actor)
    series.given(intent.entity, asked.request)
    return demanded(appended)
  })
}

/** Ends a visit and closes its application: both or neither. */
export async function finish(
  desk: OpenDesk,
  { entity, basedOn, result }: ParsedArgsOf<'visit.finish'>,
  actor: Actor,
): Promise<Action> {
  const { gate, journal } = desk
  const [action] = await gate.inTurn(async actNow => {
    const acts: Act[] = [{ intent: { entity, type: 'visit.finished', basedOn, body: { result } } }]
    const visit = (await visitOf(journal, entity)).checkIn
    if (visit !== null) {
      const { application, officialId } = visit
      const body = { visit: entity, on: actor.date, officialId, result }
      const received = { entity: application, type: 'application.received', basedOn: journal.headOf(application), body }
      acts.push({ intent: received })
    }
    return actNow(acts, actor)
  })
  return demanded(action)
}

async function applicationOf({ gate, journal }: OpenDesk, entity: EntityId) {
  return foldApplication(await readableActionsOf(journal, entity), gate.related())
}
