import { useMemo } from 'react'
import { entityId } from '#shared/change/action.ts'
import type { Official } from '#shared/official/model.ts'
import type { Plan } from '#shared/plan/model.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { type MonthKnown, useMonthState, useOfficials } from '../../app/desk-rows.ts'
import { type Heads, usePlan } from '../plan/use-plan.ts'
import { factsOf, type MonthFacts } from './month-facts.ts'
import { monthAfter } from './months.ts'
import { type MonthWork, useMonthDraft } from './use-month-draft.ts'

/** A month under work with what is known around it. */
export interface PlannedMonth {
  readonly month: PlainMonth
  readonly officials: readonly Official[]
  readonly known: MonthKnown
  readonly work: MonthWork
  readonly plan: Plan
  readonly facts: MonthFacts
  readonly heads: Heads
}

/** A month and all that its views show; null until it is known. */
export function usePlannedMonth(month: PlainMonth): PlannedMonth | null {
  const officials = useOfficials()
  const known = useMonthState(month)
  const work = useMonthDraft(month, officials, known === undefined ? undefined : known.state)
  const planned = usePlan(month, monthAfter(month, 1))
  const facts = useMemo(() => (planned === undefined ? null : factsOf(planned.plan)), [planned])
  if (officials === undefined || known === undefined || work === null) return null
  if (planned === undefined || facts === null) return null
  const heads: Heads = new Map([[entityId('schedule', month), known.head]])
  return { month, officials, known, work, plan: planned.plan, facts, heads }
}
