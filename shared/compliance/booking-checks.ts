import { countedFrom } from '../application/working-time.ts'
import { findTerm } from '../regulation/terms.ts'
import { isRestricted } from '../restriction/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { isOutOfTurn } from '../visit/out-of-turn.ts'
import type { ApplicationFact, Asked, Check, ComplianceFacts } from './facts.ts'
import type { CheckedRecord, CheckState, Duty, Why } from './model.ts'
import { recordOfApplication, termRecord } from './record.ts'
import { ofAct } from './term-checks.ts'

type Booked = ApplicationFact & {
  readonly registered: { readonly booking: NonNullable<ApplicationFact['registered']['booking']> }
}

/** Nobody is received by video who did not agree to it (clause 12, rule 24); a restriction asks for no consent. */
export const videoConsents: Check = (facts, asked) =>
  bookedOf(facts, asked).flatMap(one => {
    const { booking, appointed } = one.registered
    if (booking.mode !== 'video' || isRestricted(booking.date, facts.restrictions)) return []
    const agreed = appointed?.video === true || booking.agreed.includes('video')
    return [ofBooking(one, 'video_consent', agreed ? null : 'no_consent', asked.today)]
  })

/** Under a restriction nobody is received in person (clause 13, rule 25). */
export const byVideoAlone: Check = (facts, asked) =>
  bookedOf(facts, asked).flatMap(one => {
    const { date, mode } = one.registered.booking
    if (!isRestricted(date, facts.restrictions)) return []
    return [ofBooking(one, 'video_alone', mode === 'video' ? null : 'in_person', asked.today)]
  })

/** Another than it was decided on receives with the applicant's consent alone (rule 27). */
export const actingConsents: Check = (facts, asked) =>
  bookedOf(facts, asked).flatMap(one => {
    const { booking, appointed } = one.registered
    if (appointed === null || appointed.officialId === booking.officialId) return []
    const agreed = booking.agreed.includes('other_official')
    return [ofBooking(one, 'acting_consent', agreed ? null : 'no_consent', asked.today)]
  })

/** The briefing is written in its term before the reception (clause 26, rule 18); who comes the same day needs none. */
export const briefings: Check = (facts, asked) =>
  bookedOf(facts, asked).flatMap(one => {
    const { booking, briefing, profile, registration } = one.registered
    const term = findTerm('briefing', profile, booking.date, facts.calendar)
    if (term === null || booking.reception === null || registration.sameDay) return []
    return [termRecord(one, 'briefing', asked.today, { by: term.by, on: briefing?.on ?? null, term })]
  })

/**
 * Of those who were given a time of one reception on one day, who applied earlier stands earlier; by hand past others only with a
 * reason (clause 28, rule 20). What was given on another day is not compared: a time may have become free since.
 */
export const bookedInOrder: Check = (facts, asked) => {
  const groups = Map.groupBy(
    bookedOf(facts, asked).filter(({ registered: { booking } }) => booking.time !== null),
    ({ registered: { booking }, history }) =>
      `${booking.reception ?? booking.officialId} ${booking.date} ${lastDay(history)}`,
  )
  return [...groups.values()].flatMap(group =>
    group.map(one => {
      // Whom a time was given to by hand, for a reason, was not passed.
      const others = group.filter(({ registered: { booking } }) => booking.hand === null)
      const isPassing = others.some(other => orderOf(other) < orderOf(one) && timeOf(other) > timeOf(one))
      const isReasoned = one.registered.booking.hand !== null || isOutOfTurn(one.registered)
      const why = isPassing && !isReasoned ? 'out_of_order' : null
      const { date } = one.registered.booking
      return recordOfApplication(one, {
        duty: 'order',
        state: why === null ? 'kept' : 'broken',
        day: date,
        on: date,
        why,
      })
    }),
  )
}

/** What was not settled at the reception is laid out in writing: handed in there, it names the visit (rule 16). The rule sets no day. */
export const writtenDown: Check = (facts, asked) => {
  const written = new Map(
    facts.applications.flatMap(({ registered }) => {
      const { atReception } = registered.registration
      return atReception === null ? [] : [[atReception as string, registered.on] as const]
    }),
  )
  return ofAct(facts, asked).flatMap(one => {
    const { received, result, registered } = one
    if (received === null || result !== 'instruction' || registered.visit === null) return []
    const on = written.get(registered.visit) ?? null
    return [recordOfApplication(one, { duty: 'written_down', state: on === null ? 'due' : 'kept', day: received, on })]
  })
}

/** Whoever speaks for another shows what gives the power to (rule 7). */
export const representedPowers: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const { registration, personal, on } = one.registered
    if (!registration.represented || personal === null) return []
    const state = personal.powers !== null ? 'kept' : one.received === null ? 'due' : 'broken'
    const why = state === 'broken' ? 'powers' : null
    return [recordOfApplication(one, { duty: 'powers', state, day: on, on: personal.powers === null ? null : on, why })]
  })

/** Who is to be received at a time, or was at theirs. What was withdrawn or refused is over. */
function bookedOf(facts: ComplianceFacts, asked: Asked): Booked[] {
  return ofAct(facts, asked).filter((one): one is Booked => {
    const { booking } = one.registered
    return booking !== null && (one.received === booking.date || (one.received === null && one.status === 'open'))
  })
}

function ofBooking(one: Booked, duty: Duty, why: Why | null, today: PlainDate): CheckedRecord {
  const { date } = one.registered.booking
  const state: CheckState = why === null ? 'kept' : date >= today ? 'due' : 'broken'
  return recordOfApplication(one, { duty, state, day: date, on: one.received, why })
}

function lastDay(history: ApplicationFact['history']): string {
  return history.findLast(({ type }) => type === 'application.booked')?.date ?? ''
}

function orderOf({ registered: { registration, on, at } }: Booked): string {
  return `${countedFrom(registration, on)} ${at}`
}

function timeOf({ registered }: Booked): string {
  return registered.booking.time ?? ''
}
