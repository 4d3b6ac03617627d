import type { Absence } from '../absence/model.ts'
import type { ClauseRef } from '../regulation/model.ts'
import { getTerm } from '../regulation/terms.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { TOLD_ON_THE_DAY } from './clauses.ts'
import type { Plan } from './model.ts'

/** When an absence was told: in time, lawfully on the day itself, or out of order. The words are `plan.told.<state>` in locales/. */
export const TOLD_STATES = ['in_time', 'on_the_day', 'out_of_order'] as const
export type ToldState = (typeof TOLD_STATES)[number]

/** How an absence was told for one reception. `by`: the last day to tell it ahead. */
export interface Told {
  readonly state: ToldState
  readonly clause: ClauseRef | null
  readonly by: PlainDate
}

/**
 * How the absence of an official was told for a reception (clause 15, KZ-2026 rule 26): two working days before, or on the
 * day, which the rules of 2026 allow for illness alone. What lies between, and what comes after, is out of order. Of a room
 * or a link no act says anything: null.
 */
export function toldOf(
  { missing, ground, toldOn }: Pick<Absence, 'missing' | 'ground' | 'toldOn'>,
  date: PlainDate,
  { profile, calendar }: Pick<Plan, 'profile' | 'calendar'>,
): Told | null {
  if (missing.kind !== 'official') return null
  const { by, clause } = getTerm('official_tells', profile, date, calendar)
  const onTheDay = toldOn === date && (TOLD_ON_THE_DAY[profile] === 'any' || ground === TOLD_ON_THE_DAY[profile])
  return { state: toldOn <= by ? 'in_time' : onTheDay ? 'on_the_day' : 'out_of_order', clause, by }
}
