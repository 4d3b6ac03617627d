import { z } from 'zod'
import { Absence } from '../absence/model.ts'
import { Booking } from '../application/registration.ts'
import { type EntityId, keyOf } from '../change/action.ts'
import { Restriction } from '../restriction/model.ts'
import { MonthSchedule } from '../schedule/model.ts'
import { addDays } from '../time/plain-date.ts'
import type { Plan, PlanAct, PlannedPerson } from './model.ts'

const BookedBody = z.object({ booking: Booking })
const AbsenceBody = z.object({ absence: Absence })
const RestrictionBody = z.object({ restriction: Restriction })
const ScheduleBody = z.object({ schedule: MonthSchedule })

/** A plan as it will be when acts are done: for showing what they make of it. Acts planning does not look at change nothing. */
export function withActs(plan: Plan, acts: readonly PlanAct[]): Plan {
  const bookings = new Map<EntityId, Booking | null>()
  for (const { entity, type, body } of acts) {
    if (type === 'application.booked') bookings.set(entity, BookedBody.parse(body).booking)
    else if (type === 'application.booking_dropped') bookings.set(entity, null)
  }
  const people = bookings.size === 0 ? plan.people : plan.people.map(one => withBooking(one, bookings))
  return acts.reduce(withAct, { ...plan, people })
}

function withAct(plan: Plan, { entity, type, body }: PlanAct): Plan {
  const key = keyOf(entity)
  switch (type) {
    case 'absence.set': {
      const { absence } = AbsenceBody.parse(body)
      return { ...plan, absences: [...plan.absences.filter(one => one.key !== key), { ...absence, key }] }
    }
    case 'absence.undone':
      return { ...plan, absences: plan.absences.filter(one => one.key !== key) }
    case 'restriction.set': {
      const { restriction } = RestrictionBody.parse(body)
      return { ...plan, restrictions: [...plan.restrictions.filter(one => one.key !== key), { ...restriction, key }] }
    }
    case 'restriction.lifted':
      return {
        ...plan,
        restrictions: plan.restrictions.flatMap(one => (one.key === key ? heldUntil(one, plan) : [one])),
      }
    case 'schedule.changed':
    case 'schedule.approved': {
      const { schedule } = ScheduleBody.parse(body)
      const others = plan.receptions.filter(({ date }) => !date.startsWith(schedule.month))
      return { ...plan, receptions: [...others, ...schedule.receptions] }
    }
    default:
      return plan
  }
}

/** A time that is new was told to nobody yet. */
function withBooking(person: PlannedPerson, bookings: ReadonlyMap<EntityId, Booking | null>): PlannedPerson {
  const booking = bookings.get(person.application)
  return booking === undefined ? person : { ...person, booking, told: false }
}

/** Lifted on a day, a restriction still held until the day before. */
function heldUntil(one: Plan['restrictions'][number], { today }: Plan): Plan['restrictions'] {
  return one.from < today ? [{ ...one, to: addDays(today, -1) }] : []
}
