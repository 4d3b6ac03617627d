import { type PartOfDay, partOfDay } from '../application/working-time.ts'
import { officeTime } from '../time/office-time.ts'
import type { ApplicationFact, Check } from './facts.ts'
import type { CheckState, Why } from './model.ts'
import { recordOfApplication } from './record.ts'
import { ofAct } from './term-checks.ts'

const OUTSIDE: readonly PartOfDay[] = ['after', 'day_off']

/** Registered in working time, or said to be of another moment (clause 4, point 5). */
export const workingTime: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const { at, on, registration } = one.registered
    // The time of day is dear to tell: it is asked of the days that are looked at.
    if (on < asked.period.from || on > asked.period.to) return []
    const part = partOfDay(
      { on, at: officeTime(Date.parse(at)) },
      { hours: facts.office.hours, calendar: facts.calendar },
    )
    const isSaid = registration.asOf !== null || registration.catchUp !== null
    const why = OUTSIDE.includes(part) && !isSaid ? 'outside_hours' : null
    const state = why === null ? 'kept' : 'broken'
    return [recordOfApplication(one, { duty: 'working_time', state, day: on, on, why })]
  })

/** Received by somebody of the directory, where it is said by whom (clause 2). */
export const receivers: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const { received, officialId } = one
    if (received === null || officialId === null) return []
    const isKnown = facts.officials.some(({ id }) => id === officialId)
    return [
      recordOfApplication(one, {
        duty: 'receiver',
        state: isKnown ? 'kept' : 'broken',
        day: received,
        on: received,
        officialId,
        why: isKnown ? null : 'unknown_official',
      }),
    ]
  })

/** For a foreigner or a stateless person: the language of the interpreter, where one is needed (clause 10). */
export const interpreters: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const { registration, personal, on } = one.registered
    if (!['foreigner', 'stateless'].includes(registration.applicant) || personal === null) return []
    const isNamed = !registration.needs.includes('interpreter') || personal.interpreterLanguage !== ''
    const [state, why] = isNamed ? (['kept', null] as const) : unnamed(one)
    const day = one.received ?? on
    return [recordOfApplication(one, { duty: 'interpreter', state, day, on: isNamed ? day : null, why })]
  })

/** Until the reception there is time to find out which language it is. */
function unnamed({ received }: ApplicationFact): [CheckState, Why | null] {
  return received === null ? ['due', null] : ['broken', 'no_language']
}
