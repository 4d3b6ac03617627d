import { foldAbsence } from '#shared/absence/transitions.ts'
import { type ApplicationState, foldApplication } from '#shared/application/transitions.ts'
import { type EntityId, entityId, keyOf, type Noun } from '#shared/change/action.ts'
import type { Plan } from '#shared/plan/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { foldRestriction } from '#shared/restriction/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { foldSchedule, type ScheduleState } from '#shared/schedule/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { actionsOf } from './letters.ts'
import { findCalendar } from './office-calendar.ts'
import { activeOfficials, findOffice, type OpenDesk } from './open-desk.ts'

/** Planning as the journal has it, for these months; nobody of those who wait is in it. */
export async function planStanding(desk: OpenDesk, months: Iterable<string>, today: PlainDate): Promise<Plan> {
  const office = await findOffice(desk)
  if (office === null) throw new ExpectedError('desk.not_ready')
  const receptions: Plan['receptions'][number][] = []
  for (const month of new Set(months)) {
    const { approved } = await scheduleOf(desk, entityId('schedule', month))
    receptions.push(...(approved?.schedule.receptions ?? []))
  }
  return {
    officials: await activeOfficials(desk),
    receptions,
    people: [],
    absences: await standing(desk, 'absence', actions => {
      const { status, absence } = foldAbsence(actions)
      return status === 'standing' ? absence : null
    }),
    restrictions: await standing(desk, 'restriction', actions => {
      const { status, restriction } = foldRestriction(actions)
      return status === 'standing' ? restriction : null
    }),
    calendar: await findCalendar(desk),
    today,
    profile: profileOn(office, today),
    lunch: { from: office.hours.lunchFrom, to: office.hours.lunchTo },
  }
}

/** A month's schedule as the journal has it. */
export async function scheduleOf({ journal }: OpenDesk, entity: EntityId): Promise<ScheduleState> {
  return foldSchedule(await actionsOf(journal, entity))
}

/** Asks for the states of applications: each is folded once in a turn of the gate, in which nothing else moves. */
export function applicationStates({ journal, gate }: OpenDesk): (id: EntityId) => Promise<ApplicationState> {
  const known = new Map<EntityId, Promise<ApplicationState>>()
  return id => {
    const found = known.get(id) ?? actionsOf(journal, id).then(actions => foldApplication(actions, gate.related()))
    known.set(id, found)
    return found
  }
}

async function standing<T extends object>(
  { journal }: OpenDesk,
  noun: Noun,
  find: (actions: Awaited<ReturnType<typeof actionsOf>>) => T | null,
): Promise<(T & { readonly key: string })[]> {
  const found: (T & { readonly key: string })[] = []
  for (const entity of journal.entitiesOf(noun)) {
    const state = find(await actionsOf(journal, entity))
    if (state !== null) found.push({ ...state, key: keyOf(entity) })
  }
  return found
}
