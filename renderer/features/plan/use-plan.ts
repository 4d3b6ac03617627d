import { useMemo } from 'react'
import type { ActionId, EntityId } from '#shared/change/action.ts'
import type { Office } from '#shared/office/model.ts'
import type { Plan, PlanAct } from '#shared/plan/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { useOffice, useOfficials, useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { newRequestId } from '../../components/request-id.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState, PlannedRow } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'

const NOTHING = {}

/** No month is after it: planning up to here is of every month that has a schedule. */
export const LAST_MONTH = PlainMonth.parse('2199-12')

/** The heads on which acts are decided: what was seen when they were composed. */
export type Heads = ReadonlyMap<EntityId, ActionId | null>

/** Planning as it stands, with what screens show of it. */
export interface PlanKnown {
  readonly plan: Plan
  readonly rows: ReadonlyMap<EntityId, PlannedRow>
  /** Months asked for and those in which somebody is booked, drafts and versions too. */
  readonly schedules: readonly EntityState<'schedule'>[]
  readonly heads: Heads
}

/**
 * Planning of some months, both included, always as it stands; undefined until the store has answered. Months beyond them in
 * which somebody is booked are in the plan too, as is the present one: who is placed is told over all of them.
 */
export function usePlan(from: PlainMonth, to: PlainMonth): PlanKnown | undefined {
  const today = useToday()
  const office = useOffice()
  const officials = useOfficials()
  const calendar = useWorkCalendar()
  const people = useRows('plan.people', NOTHING)?.rows
  const months = useMemo(() => people && monthsOf(people, [from, to], today), [people, from, to, today])
  const schedules = useSchedules(months)
  const absences = useRows('absences.all', NOTHING)
  const restrictions = useRows('restrictions.all', NOTHING)
  return useMemo(() => {
    if (!office || officials === undefined || people === undefined || schedules === undefined) return undefined
    if (absences === undefined || restrictions === undefined) return undefined
    const plan: Plan = {
      officials,
      receptions: schedules.flatMap(({ approved }) => approved?.schedule.receptions ?? []),
      people: people.map(({ person }) => person),
      absences: standingAbsences(absences),
      restrictions: standingRestrictions(restrictions),
      calendar,
      today,
      profile: profileOn(office, today),
      lunch: lunchOf(office),
    }
    const rows = new Map(people.map(one => [one.person.application, one]))
    const heads: Heads = new Map(
      [
        ...people.map(({ person, head }) => ({ id: person.application, head })),
        ...[...schedules, ...absences, ...restrictions],
      ].map(({ id, head }) => [id, head]),
    )
    return { plan, rows, schedules, heads }
  }, [today, office, officials, calendar, people, schedules, absences, restrictions])
}

/** What can be done with a plan. Each waits until the lists show it. */
export interface PlanActs {
  readonly call: Call
  /** Does all of it or nothing, in one. False where it was refused: why, the call says. */
  readonly apply: (acts: readonly PlanAct[], heads: Heads) => Promise<boolean>
  /** Takes back what an absence or a restriction moved; null where it was refused. */
  readonly undo: (entity: EntityId) => Promise<Undone | null>
}

/** Applications that were put back, and those that a person has changed since and that stay. */
export interface Undone {
  readonly restored: readonly EntityId[]
  readonly kept: readonly EntityId[]
}

/** The acts of planning: `apply` what the engine proposed, `undo` what an absence or a restriction moved. */
export function usePlanActs(): PlanActs {
  const store = useStore()
  const call = useCall()
  return {
    call,
    async apply(acts, heads) {
      if (acts.length === 0) return true
      const request = newRequestId()
      const intents = acts.map(act => ({ ...act, basedOn: heads.get(act.entity) ?? null }))
      const done = await call.run(async () => {
        const answer = await window.desk.planApply({ request, acts: intents })
        if (answer.ok) await store.caughtUp(answer.value.last)
        return answer
      })
      return done !== null
    },
    undo: entity =>
      call.run(async () => {
        const answer = await window.desk.planUndo({ entity })
        if (answer.ok) await store.caughtUp(answer.value.last)
        return answer
      }),
  }
}

/** Absences that stand, by their keys. */
export function standingAbsences(absences: readonly EntityState<'absence'>[]): Plan['absences'] {
  return absences.flatMap(({ key, status, absence }) => (status === 'standing' && absence ? [{ ...absence, key }] : []))
}

/** Restrictions that stand, by their keys. */
export function standingRestrictions(restrictions: readonly EntityState<'restriction'>[]): Plan['restrictions'] {
  return restrictions.flatMap(({ key, status, restriction }) =>
    status === 'standing' && restriction ? [{ ...restriction, key }] : [],
  )
}

function useSchedules(months: { from: PlainMonth; to: PlainMonth } | undefined) {
  // Until it is known who is booked where nothing is asked twice: the present month is asked and not shown.
  const found = useRows('plan.schedules', months ?? NO_MONTHS)
  return months === undefined ? undefined : found
}

const NO_MONTHS = { from: PlainMonth.parse('2000-02'), to: PlainMonth.parse('2000-01') }

/** The months to be looked at: those asked for, the present one, and all in which somebody is booked from today on. */
function monthsOf(people: readonly PlannedRow[], asked: readonly PlainMonth[], today: string) {
  const booked = people.flatMap(({ person: { booking } }) => booking?.date ?? []).filter(date => date >= today)
  const months = [...asked, today, ...booked].map(date => PlainMonth.parse(date.slice(0, 7))).sort()
  return { from: months[0] ?? NO_MONTHS.from, to: months.at(-1) ?? NO_MONTHS.to }
}

function lunchOf({ hours: { lunchFrom, lunchTo } }: Office): Plan['lunch'] {
  return { from: lunchFrom, to: lunchTo }
}
