import { profileOn } from '../regulation/profile.ts'
import { PlainMonth } from '../time/plain-date.ts'
import type { Check } from './facts.ts'
import { recordOf, stateBy } from './record.ts'

/**
 * What of a reception the mass media were to tell, and told (clause 24). The clause sets no day and no number: what was planned
 * falls due on its own day, what was dropped owes nothing, and of a reception nothing was planned for nothing is said.
 */
export const coverage: Check = (facts, asked) => {
  const held = facts.months.flatMap(({ state }) => state?.approved?.schedule.receptions ?? [])
  const own = held.filter(({ date }) => profileOn(facts.office, date) === asked.profile)
  return own.flatMap(({ id, date, officialId }) =>
    (facts.prepared.get(id)?.coverage ?? []).flatMap(({ stage, on }) => {
      if (stage === 'dropped') return []
      const about = { officialId, month: PlainMonth.parse(date.slice(0, 7)), day: on }
      if (stage === 'held') return [recordOf({ duty: 'coverage', state: 'kept', on, ...about })]
      return [recordOf({ duty: 'coverage', state: stateBy(on, null, asked.today), by: on, ...about })]
    }),
  )
}
