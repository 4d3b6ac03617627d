import { useMemo } from 'react'
import type { ActionId, EntityId } from '#shared/change/action.ts'
import { entityId } from '#shared/change/action.ts'
import type { Official } from '#shared/official/model.ts'
import type { Plan } from '#shared/plan/model.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { type MonthKnown, useMonthState, useOfficials } from '../../app/desk-rows.ts'
import { type Heads, usePlan } from '../plan/use-plan.ts'
import { factsOf, type MonthFacts } from './month-facts.ts'
import { type MonthWork, useMonthDraft } from './use-month-draft.ts'

/** A month of a quarter under work. */
export interface QuarterMonth {
  readonly month: PlainMonth
  readonly known: MonthKnown
  readonly work: MonthWork
}

export interface PlannedQuarter {
  readonly months: readonly [QuarterMonth, QuarterMonth, QuarterMonth]
  readonly officials: readonly Official[]
  readonly plan: Plan
  readonly facts: MonthFacts
  readonly heads: Heads
}

type Months = readonly [PlainMonth, PlainMonth, PlainMonth]

/** Three months with all that their view shows; null until it is known. */
export function usePlannedQuarter([first, second, third]: Months): PlannedQuarter | null {
  const officials = useOfficials()
  const one = useQuarterMonth(first, officials)
  const two = useQuarterMonth(second, officials)
  const three = useQuarterMonth(third, officials)
  const planned = usePlan(first, third)
  const facts = useMemo(() => (planned === undefined ? null : factsOf(planned.plan)), [planned])
  if (officials === undefined || one === null || two === null || three === null) return null
  if (planned === undefined || facts === null) return null
  const months = [one, two, three] as const
  return { months, officials, plan: planned.plan, facts, heads: headsOf(months) }
}

function useQuarterMonth(month: PlainMonth, officials: readonly Official[] | undefined): QuarterMonth | null {
  const known = useMonthState(month)
  const work = useMonthDraft(month, officials, known === undefined ? undefined : known.state)
  return known === undefined || work === null ? null : { month, known, work }
}

function headsOf(months: readonly QuarterMonth[]): Heads {
  return new Map<EntityId, ActionId | null>(months.map(({ month, known }) => [entityId('schedule', month), known.head]))
}
