import { z } from 'zod'
import { Absence } from '../absence/model.ts'
import { Booking } from '../application/registration.ts'
import { keyOf } from '../change/action.ts'
import { Restriction } from '../restriction/model.ts'
import { MonthSchedule } from '../schedule/model.ts'
import { addDays } from '../time/plain-date.ts'
import type { Plan, PlanAct } from './model.ts'

/** A plan as it will be when acts are done: for showing what they make of it. Acts planning does not look at change nothing. */
export function withActs(plan: Plan, acts: readonly PlanAct[]): Plan {
  return acts.reduce(withAct, plan)
}

function withAct(plan: Plan, { entity, type, body }: PlanAct): Plan {
  const key = keyOf(entity)
  switch (type) {
    case 'application.booked':
      return withBooking(plan, entity, z.object({ booking: Booking }).parse(body).booking)
    case 'application.booking_dropped':
      return withBooking(plan, entity, null)
    case 'absence.set': {
      const { absence } = z.object({ absence: Absence }).parse(body)
      return { ...plan, absences: [...plan.absences.filter(one => one.key !== key), { ...absence, key }] }
    }
    case 'absence.undone':
      return { ...plan, absences: plan.absences.filter(one => one.key !== key) }
    case 'restriction.set': {
      const { restriction } = z.object({ restriction: Restriction }).parse(body)
      return { ...plan, restrictions: [...plan.restrictions.filter(one => one.key !== key), { ...restriction, key }] }
    }
    case 'restriction.lifted':
      return {
        ...plan,
        restrictions: plan.restrictions.flatMap(one => (one.key === key ? heldUntil(one, plan) : [one])),
      }
    case 'schedule.changed':
    case 'schedule.approved': {
      const { schedule } = z.object({ schedule: MonthSchedule }).parse(body)
      const others = plan.receptions.filter(({ date }) => !date.startsWith(schedule.month))
      return { ...plan, receptions: [...others, ...schedule.receptions] }
    }
    default:
      return plan
  }
}

/** A time that is new was told to nobody yet. */
function withBooking(plan: Plan, application: string, booking: Booking | null): Plan {
  return {
    ...plan,
    people: plan.people.map(one => (one.application === application ? { ...one, booking, told: false } : one)),
  }
}

/** Lifted on a day, a restriction still held until the day before. */
function heldUntil(one: Plan['restrictions'][number], { today }: Plan): Plan['restrictions'] {
  return one.from < today ? [{ ...one, to: addDays(today, -1) }] : []
}
