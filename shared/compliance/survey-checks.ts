import { profileOn } from '../regulation/profile.ts'
import { surveysOfQuarter } from '../survey/figures.ts'
import { rangeOfQuarter } from '../time/plain-date.ts'
import type { Check } from './facts.ts'
import type { CheckedRecord } from './model.ts'
import { recordOf, stateBy } from './record.ts'
import { quartersIn } from './schedule-checks.ts'

/** Regularly (clause 36, point 38): in every quarter a survey by telephone is opened and closed. */
export const surveys: Check = (facts, { profile, today }) =>
  quartersIn(facts.months).flatMap(([quarter]): CheckedRecord[] => {
    const { to } = rangeOfQuarter(quarter)
    if (to < facts.since || profileOn(facts.office, to) !== profile) return []
    const done = surveysOfQuarter(facts.surveys, quarter)[0]
    const on = done?.closedOn ?? null
    const entity = done?.id ?? null
    return [recordOf({ duty: 'survey', state: stateBy(to, on, today), day: to, by: to, on, entity })]
  })
