import { keyOf } from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import type { Plan } from '#shared/plan/model.ts'
import { calledInFault, coverageFault } from '#shared/reception/day-faults.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { Actor } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import type { PlannedAct } from './plan-guards.ts'
import { scheduleOf } from './plan-standing.ts'

interface Around {
  readonly desk: OpenDesk
  readonly plan: Plan
  readonly actor: Actor
}

/**
 * What is told of a reception is told of one that a schedule names, or did. Throws `schedule.reception_not_found`, and of the
 * mass media and of staff called in `reception.*`, `plan.no_official`.
 */
export async function demandOfReception(around: Around, { type, entity, body }: PlannedAct): Promise<void> {
  const { plan, actor } = around
  const { date } = await getReception(around, keyOf(entity))
  if (type === 'reception.covered') {
    const fault = coverageFault(ACTION_TYPES[type].body.parse(body).coverage, date, actor.date)
    if (fault !== null) throw new ExpectedError(fault)
  }
  if (type === 'reception.called_in') {
    const { calledIn } = ACTION_TYPES[type].body.parse(body)
    const fault = calledInFault(calledIn, date, actor.date)
    if (fault !== null) throw new ExpectedError(fault)
    const isKnown = calledIn.officialId === null || plan.officials.some(({ id }) => id === calledIn.officialId)
    if (!isKnown) throw new ExpectedError('plan.no_official')
  }
}

/** A reception as the newest version of a schedule that names it has it: the newest months are looked at first. */
async function getReception({ desk, plan }: Around, id: string): Promise<Reception> {
  const standing = plan.receptions.find(one => one.id === id)
  if (standing !== undefined) return standing
  const schedules = desk.journal.entitiesOf('schedule').sort().reverse()
  for (const entity of schedules) {
    const { versions } = await scheduleOf(desk, entity)
    for (const { schedule } of versions.toReversed()) {
      const found = schedule.receptions.find(one => one.id === id)
      if (found !== undefined) return found
    }
  }
  throw new ExpectedError('schedule.reception_not_found')
}
