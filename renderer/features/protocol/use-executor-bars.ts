import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { type Bar, whoMayNot } from '#shared/instruction/bars.ts'
import { assignmentsOf, casesNamedBy, type Handling } from '#shared/instruction/handled.ts'
import type { Official } from '#shared/official/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { useRows } from '../../app/use-rows.ts'
import type { ApplicationCard } from '../../db/query-types.ts'
import { useEarlierMatters } from '../applications/card/use-earlier-matters.ts'
import { type ExecutorTyped, executorOf } from './executor-form.ts'

/** Of what the executor is chosen. `before`: what an instruction that is given on to another was assigned to before. */
export interface ExecutorAsked {
  readonly card: ApplicationCard
  readonly protocol: EntityId
  /** The annulled protocol that is written anew. */
  readonly instead: EntityId | null
  readonly officials: readonly Official[]
  readonly before?: readonly Handling[]
}

/** Who may not have the matter, and the earlier cases that were looked at: they go with the instruction (`Looked`). */
export interface ExecutorBars {
  readonly earlier: readonly EntityId[]
  /** A `stop` nobody overrules (clause 35, KZ-2026 rule 12); main judges the same again. */
  readonly barsOf: (typed: ExecutorTyped) => readonly Bar[]
}

const NOTHING: readonly Handling[] = []

/** What is known of everybody who had to do with the matter of an application; undefined until the store has answered. */
export function useExecutorBars(asked: ExecutorAsked): ExecutorBars | undefined {
  const { card, protocol, instead, officials, before = NOTHING } = asked
  const matters = useEarlierMatters(card)
  const cases = useMemo(() => {
    const found = (matters ?? []).map(({ earlier }) => earlier.found.row.id)
    return [...new Set([...found, ...casesNamedBy(card)])].filter(id => id !== card.id).slice(0, 50)
  }, [matters, card])
  const handled = useRows(
    'executors.handled',
    useMemo(() => ({ applications: cases }), [cases]),
  )
  const own = useRows(
    'instructions.of',
    useMemo(() => ({ application: card.id }), [card.id]),
  )
  const profile = card.registered?.profile
  return useMemo(() => {
    if (matters === undefined || handled === undefined || own === undefined || profile === undefined) return undefined
    const others = own.filter(({ instruction }) => {
      const given = instruction?.protocol
      return given !== protocol && (instead === null || given !== instead)
    })
    const handlings = [...before, ...others.flatMap(state => assignmentsOf(card.id, state)), ...handled]
    const { bars } = profileOf(profile).executorBar
    return {
      earlier: cases,
      barsOf: typed => {
        const executor = executorOf(typed)
        return executor === null ? [] : whoMayNot(executor, bars, handlings, officials)
      },
    }
  }, [matters, handled, own, profile, protocol, instead, before, card.id, cases, officials])
}
