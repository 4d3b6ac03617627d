import { numberText } from '#shared/application/number.ts'
import { type Booking, slotOf } from '#shared/application/registration.ts'
import type { ApplicationState, Registered } from '#shared/application/transitions.ts'
import type { EntityId } from '#shared/change/action.ts'
import { claimsOf } from '#shared/change/project-view.ts'
import { type PlanRule, planClause } from '#shared/plan/clauses.ts'
import { type LookedOver, lookOver } from '#shared/plan/looked-over.ts'
import type { Plan } from '#shared/plan/model.ts'
import { type WhyFallen, whyFallen } from '#shared/plan/stands.ts'
import { capacityOf, timesOf } from '#shared/plan/times.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { OpenDesk } from './open-desk.ts'
import { applicationStates } from './plan-standing.ts'
import { givenPlaces } from './slots.ts'

/** Bookings as they will be: null is a booking dropped. */
export type Bookings = ReadonlyMap<EntityId, Booking | null>

type Refused = Map<EntityId, ExpectedError>

/** A time may be noted afterwards, from paper: that a day has passed is no ground to refuse it. */
const BEFORE_ALL = PlainDate.parse('1800-01-01')

/**
 * Why a booking may not be, by application, as all will stand: the day, the official, the reception and the consent (clauses
 * 2, 12, 13, 15), then whether a time is given twice and a reception takes more than it can. `plan` is as it will be too.
 */
export async function bookingFaults(desk: OpenDesk, bookings: Bookings, plan: Plan): Promise<Refused> {
  const stateOf = applicationStates(desk)
  const looked = lookOver({ ...plan, today: BEFORE_ALL })
  const refused: Refused = new Map()
  for (const [entity, booking] of bookings) {
    const { registered } = await stateOf(entity)
    // What cannot be booked at all, the gate says.
    const fault = booking && registered && faultOf(booking, registered, looked)
    if (fault) refused.set(entity, fault)
  }
  await findTaken({ desk, bookings, looked, stateOf, refused })
  return refused
}

/** Throws the first fault there is: `plan.*`, `application.slot_taken` (number). */
export async function demandBookings(desk: OpenDesk, bookings: Bookings, plan: Plan): Promise<void> {
  const [fault] = (await bookingFaults(desk, bookings, plan)).values()
  if (fault !== undefined) throw fault
  const places = await givenPlaces(desk.journal)
  for (const [entity, booking] of bookings) if (booking !== null) places.given(entity, booking)
}

type Say = (date: PlainDate, clauseOf: (rule: PlanRule) => string) => ExpectedError | null

/** What each reason is told as. An official nobody entered is not looked for here; the rest is asked of all at once. */
const REFUSALS: Readonly<Record<WhyFallen, Say>> = {
  not_received: () => null,
  official_unknown: () => null,
  time_twice: () => null,
  over_capacity: () => null,
  official_absent: (date, clauseOf) => new ExpectedError('plan.absent', { date, clause: clauseOf('absence_told') }),
  out_of_office: date => new ExpectedError('plan.out_of_post', { date }),
  reception_gone: date => new ExpectedError('plan.no_such_time', { date }),
  time_gone: date => new ExpectedError('plan.no_such_time', { date }),
  room_absent: date => new ExpectedError('plan.no_place', { date }),
  link_absent: date => new ExpectedError('plan.no_place', { date }),
  restricted: (date, clauseOf) => new ExpectedError('plan.restricted', { date, clause: clauseOf('restriction') }),
  no_consent: (date, clauseOf) => new ExpectedError('plan.no_consent', { date, clause: clauseOf('video_consent') }),
}

function faultOf(booking: Booking, { profile, appointed }: Registered, looked: LookedOver): ExpectedError | null {
  const clauseOf = (rule: PlanRule) => planClause(rule, profile)?.clause ?? ''
  const say = (code: WhyFallen) => REFUSALS[code](booking.date, clauseOf)
  const why = whyFallen({ booking, profile, appointed }, looked)
  if (why?.code === 'official_unknown') return isRestricted(booking, looked) ? say('restricted') : null
  if (why !== null) return say(why.code)
  return isOfItsTimes(booking, looked) ? null : say('time_gone')
}

function isRestricted({ mode, date }: Booking, looked: LookedOver): boolean {
  return mode === 'in_person' && looked.restrictionOn(date) !== null
}

/** Whether the reception has this time, with the lunch break or through it. */
function isOfItsTimes({ reception, time }: Booking, { receptions, plan }: LookedOver): boolean {
  const held = reception === null ? undefined : receptions.get(reception)
  if (held === undefined || time === null) return true
  return [...timesOf(held, plan.lunch), ...timesOf(held)].includes(time)
}

interface Taking {
  readonly desk: OpenDesk
  readonly bookings: Bookings
  readonly looked: LookedOver
  readonly stateOf: (id: EntityId) => Promise<ApplicationState>
  readonly refused: Refused
}

/** Times given twice and receptions that take too many; of two in one call the later is refused. */
async function findTaken(asked: Taking): Promise<void> {
  const { desk, bookings, refused, looked, stateOf } = asked
  const slots = new Map<string, EntityId>()
  const counts = new Map<string, number>()
  const places = await givenPlaces(desk.journal)
  const others = async (key: Parameters<typeof places.of>[0]) => {
    const holders = [...places.of(key)].filter(id => !bookings.has(id))
    return Promise.all(holders.map(async id => ({ id, state: await stateOf(id) })))
  }
  const holderOf = async (slot: string): Promise<EntityId | null> => {
    const found = (await others(`slot:${slot}`)).find(one => holdsSlot(one.state, slot))
    return found?.id ?? slots.get(slot) ?? null
  }
  const fullAt = async (reception: Reception): Promise<boolean> => {
    const before =
      counts.get(reception.id) ?? (await others(`reception:${reception.id}`)).filter(isAt(reception)).length
    counts.set(reception.id, before + 1)
    return before >= capacityOf(reception, looked.plan.lunch)
  }
  for (const [entity, booking] of bookings) {
    if (booking === null || refused.has(entity)) continue
    const slot = slotOf(booking)
    const holder = slot === null ? null : await holderOf(slot)
    if (holder !== null) refused.set(entity, takenBy(await stateOf(holder)))
    else if (slot !== null) slots.set(slot, entity)
    const reception = looked.receptions.get(booking.reception ?? '')
    if (holder === null && reception !== undefined && (await fullAt(reception))) {
      refused.set(entity, new ExpectedError('plan.full', { date: booking.date }))
    }
  }
}

function takenBy({ registered }: ApplicationState): ExpectedError {
  const number = registered === null ? '' : numberText(registered.number)
  return new ExpectedError('application.slot_taken', { number })
}

function holdsSlot(state: ApplicationState, slot: string): boolean {
  return claimsOf({ noun: 'application', state }).includes(`slot:${slot}`)
}

function isAt({ id }: Reception): (one: { readonly state: ApplicationState }) => boolean {
  return ({ state: { status, registered } }) => status === 'open' && registered?.booking?.reception === id
}
