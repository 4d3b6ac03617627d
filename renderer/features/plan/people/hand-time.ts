import type { Booking, BookingConsent, HandReason } from '#shared/application/registration.ts'
import { lookOver } from '#shared/plan/looked-over.ts'
import type { Plan, PlanAct, PlannedPerson } from '#shared/plan/model.ts'
import { type Fallen, whyNotHeld } from '#shared/plan/stands.ts'
import { capacityOf, timesOf } from '#shared/plan/times.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { consentsNeeded } from '../../applications/card/booking-days.ts'
import { firstBefore } from './people-lists.ts'

/** What a time given by hand asks for before it is lawful. */
export interface HandAsked {
  /** Consents that are not recorded yet. */
  readonly consents: readonly BookingConsent[]
  /** Somebody who applied earlier has no time with the official yet: why this one goes first has to be said (clause 28). */
  readonly before: PlannedPerson | null
  /** Why the reception takes nobody; null: it is held. */
  readonly notHeld: Fallen | null
  readonly isFull: boolean
}

/** What is to be said and agreed to before a person is given a time of a reception. */
export function handAsked(
  person: PlannedPerson,
  reception: Reception,
  booked: readonly PlannedPerson[],
  plan: Plan,
): HandAsked {
  const others = booked.filter(({ application }) => application !== person.application)
  return {
    consents: consentsNeeded(person, reception),
    before: firstBefore(person, reception.officialId, plan.people),
    notHeld: whyNotHeld(reception, lookOver(plan)),
    isFull: others.length >= capacityOf(reception, plan.lunch),
  }
}

/** The times of a reception with those who have them; times told beside the grid stand in it, too. */
export function takenTimes(
  reception: Reception,
  booked: readonly PlannedPerson[],
  lunch: Plan['lunch'],
): readonly { readonly time: PlainTime; readonly by: PlannedPerson | null }[] {
  const by = new Map(booked.flatMap(one => (one.booking?.time ? [[one.booking.time, one] as const] : [])))
  const times = new Set([...timesOf(reception, lunch), ...by.keys()])
  return [...times].sort().map(time => ({ time, by: by.get(time) ?? null }))
}

/** The receptions a person may be given a time of: the official's own of today and later, in their order. */
export function offeredReceptions(officialId: string, { receptions, today }: Pick<Plan, 'receptions' | 'today'>) {
  const key = ({ date, from, id }: Reception) => `${date} ${from} ${id}`
  return receptions
    .filter(one => one.officialId === officialId && one.date >= today)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The act that gives the time. What was agreed to before stays agreed. `because`: what took the former time away. */
export function handBooking(
  person: PlannedPerson,
  { id, officialId, date, mode }: Reception,
  time: PlainTime | null,
  said: { readonly agreed: readonly BookingConsent[]; readonly hand: HandReason | null },
  because: string | null = null,
): PlanAct {
  const agreed = [...new Set([...(person.booking?.agreed ?? []), ...said.agreed])]
  const booking: Booking = { officialId, date, time, reception: id, mode, agreed, hand: said.hand, because }
  return { entity: person.application, type: 'application.booked', body: { booking } }
}
