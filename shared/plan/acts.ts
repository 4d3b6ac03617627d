import type { Absence } from '../absence/model.ts'
import type { Booking } from '../application/registration.ts'
import { type EntityId, entityId } from '../change/action.ts'
import type { Restriction } from '../restriction/model.ts'
import type { Reception, ScheduleChange } from '../schedule/model.ts'
import { inScheduleOrder } from '../schedule/move.ts'
import type { Keyed, Plan, PlanAct } from './model.ts'

/** Gives an application a time. */
export function bookedAct(application: EntityId, booking: Booking): PlanAct {
  return { entity: application, type: 'application.booked', body: { booking } }
}

/** Tells an absence under its key. */
export function absenceAct({ key, ...absence }: Absence & Keyed): PlanAct {
  return { entity: entityId('absence', key), type: 'absence.set', body: { absence } }
}

/** Sets a restriction under its key. */
export function restrictionAct({ key, ...restriction }: Restriction & Keyed): PlanAct {
  return { entity: entityId('restriction', key), type: 'restriction.set', body: { restriction } }
}

/**
 * Changes the schedules that stand so that `changed` receptions are as they are given here and `dropped` are gone: one act
 * for each month concerned. No new approval is needed for what `change` names.
 */
export function scheduleActs(
  plan: Plan,
  { changed = [], dropped = [] }: { readonly changed?: readonly Reception[]; readonly dropped?: readonly string[] },
  change: ScheduleChange,
): PlanAct[] {
  const gone = new Set([...dropped, ...changed.map(({ id }) => id)])
  const before = plan.receptions.filter(({ id }) => gone.has(id))
  const months = new Set([...changed, ...before].map(({ date }) => date.slice(0, 7)))
  const receptions = [...plan.receptions.filter(({ id }) => !gone.has(id)), ...changed]
  return [...months].sort().map(month => ({
    entity: entityId('schedule', month),
    type: 'schedule.changed',
    body: {
      schedule: { month, receptions: inScheduleOrder(receptions.filter(({ date }) => date.startsWith(month))) },
      change,
    },
  }))
}
