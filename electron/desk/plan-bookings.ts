import { numberText } from '#shared/application/number.ts'
import type { Booking } from '#shared/application/registration.ts'
import type { EntityId } from '#shared/change/action.ts'
import { type PlanRule, planClause } from '#shared/plan/clauses.ts'
import type { Plan } from '#shared/plan/model.ts'
import { type Asking, type RefusedBooking, refusedBookings } from '#shared/plan/new-bookings.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { OpenDesk } from './open-desk.ts'
import { applicationStates } from './plan-standing.ts'
import { givenPlaces, placeKeys } from './slots.ts'

/** Bookings as they will be: null is a booking dropped. */
export type Bookings = ReadonlyMap<EntityId, Booking | null>

type StateOf = ReturnType<typeof applicationStates>

/** Why a booking may not be, by application, as all will stand. `plan` is as it will be too; `isPutBack`: each stood before. */
export async function bookingFaults(
  desk: OpenDesk,
  bookings: Bookings,
  plan: Plan,
  isPutBack = false,
): Promise<ReadonlyMap<EntityId, ExpectedError>> {
  const stateOf = applicationStates(desk)
  const asked: Asking[] = []
  for (const [application, booking] of bookings) {
    const { registered } = await stateOf(application)
    // What cannot be booked at all, the gate says.
    if (booking === null || registered === null) continue
    const { profile, appointed } = registered
    asked.push({ application, booking, profile, appointed, isPutBack })
  }
  const refused = refusedBookings(plan, await standingBeside(desk, bookings, asked, stateOf), asked)
  const faults = new Map<EntityId, ExpectedError>()
  for (const one of asked) {
    const found = refused.get(one.application)
    if (found !== undefined) faults.set(one.application, await told(one, found, stateOf))
  }
  return faults
}

/** Throws the first fault there is: `plan.*`, `application.slot_taken` (number). */
export async function demandBookings(desk: OpenDesk, bookings: Bookings, plan: Plan): Promise<void> {
  const [fault] = (await bookingFaults(desk, bookings, plan)).values()
  if (fault !== undefined) throw fault
  const places = await givenPlaces(desk.journal)
  for (const [entity, booking] of bookings) if (booking !== null) places.given(entity, booking)
}

/** Others who are booked with the same officials on the same days, or at the same receptions. */
async function standingBeside(
  { journal }: OpenDesk,
  bookings: Bookings,
  asked: readonly Asking[],
  stateOf: StateOf,
): Promise<Asking[]> {
  const places = await givenPlaces(journal)
  const keys = new Set(asked.flatMap(({ booking }) => placeKeys({ ...booking, because: null })))
  const ids = new Set([...keys].flatMap(key => [...places.of(key)]))
  const found: Asking[] = []
  for (const application of ids) {
    if (bookings.has(application)) continue
    const { status, registered } = await stateOf(application)
    if (status !== 'open' || !registered?.booking) continue
    const { booking, profile, appointed } = registered
    found.push({ application, booking, profile, appointed })
  }
  return found
}

type Say = (date: PlainDate, clauseOf: (rule: PlanRule) => string) => ExpectedError

const noSuchTime: Say = date => new ExpectedError('plan.no_such_time', { date })

/** What each reason is told as. */
const REFUSALS: Readonly<Record<Exclude<RefusedBooking['code'], 'time_twice'>, Say>> = {
  not_received: noSuchTime,
  official_unknown: () => new ExpectedError('plan.no_official'),
  official_absent: (date, clauseOf) => new ExpectedError('plan.absent', { date, clause: clauseOf('absence_told') }),
  out_of_office: date => new ExpectedError('plan.out_of_post', { date }),
  reception_gone: noSuchTime,
  time_gone: noSuchTime,
  room_absent: date => new ExpectedError('plan.no_place', { date }),
  link_absent: date => new ExpectedError('plan.no_place', { date }),
  restricted: (date, clauseOf) => new ExpectedError('plan.restricted', { date, clause: clauseOf('restriction') }),
  no_consent: (date, clauseOf) => new ExpectedError('plan.no_consent', { date, clause: clauseOf('video_consent') }),
  no_consent_other: () => new ExpectedError('plan.no_consent_other'),
  over_capacity: date => new ExpectedError('plan.full', { date }),
}

async function told(
  { booking, profile }: Asking,
  { code, by }: RefusedBooking,
  stateOf: StateOf,
): Promise<ExpectedError> {
  if (code !== 'time_twice') return REFUSALS[code](booking.date, rule => planClause(rule, profile)?.clause ?? '')
  const { registered } = by === null ? { registered: null } : await stateOf(by.application)
  const number = registered === null ? '' : numberText(registered.number)
  const time = by?.booking.time ?? ''
  return time === booking.time
    ? new ExpectedError('application.slot_taken', { number })
    : new ExpectedError('plan.overlaps', { number, time })
}
