import type { DestructionState } from '../destruction/transitions.ts'
import { type Contribution, type Measure, type Part, partsOfKey } from './contribution.ts'

/** What hung on data that were destroyed stays counted: the act keeps the sums, by day, of whom nothing says. */
export function contributionsOfDestruction({ confirmed }: DestructionState): Contribution[] {
  return (confirmed?.kept.figures ?? []).flatMap(({ day, by }) =>
    Object.entries(by).map(([key, amount]) => {
      const { measure, part, code } = partsOfKey(key)
      return { day, measure: measure as Measure, part: part as Part | null, code, amount }
    }),
  )
}
