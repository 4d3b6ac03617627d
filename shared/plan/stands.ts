import type { Booking } from '../application/registration.ts'
import type { ProfileId } from '../office/model.ts'
import { postStanding } from '../official/post.ts'
import type { ClauseRef } from '../regulation/model.ts'
import type { Reception } from '../schedule/model.ts'
import { minutesOf, type PlainDate } from '../time/plain-date.ts'
import { type PlanRule, planClause } from './clauses.ts'
import type { LookedOver } from './looked-over.ts'
import type { PlannedPerson } from './model.ts'

/** Why a booking no longer stands, or a reception takes nobody. The words are `plan.why.<code>` in locales/. */
export const WHY_FALLEN = [
  'not_received',
  'official_absent',
  'official_unknown',
  'out_of_office',
  'reception_gone',
  'time_gone',
  'room_absent',
  'link_absent',
  'restricted',
  'no_consent',
  'time_twice',
  'over_capacity',
] as const
export type WhyFallen = (typeof WHY_FALLEN)[number]

/** What took a place away. `because`: key of the absence or restriction that did, or null. */
export interface Fallen {
  readonly code: WhyFallen
  readonly clause: ClauseRef | null
  readonly because: string | null
}

const RULES: Partial<Record<WhyFallen, PlanRule>> = {
  official_absent: 'absence_told',
  restricted: 'restriction',
  no_consent: 'video_consent',
  time_twice: 'order',
  over_capacity: 'order',
}

/** A reason with its clause. */
export function fallen(code: WhyFallen, profile: ProfileId, because: string | null = null): Fallen {
  const rule = RULES[code]
  return { code, clause: rule === undefined ? null : planClause(rule, profile), because }
}

/** Why a reception takes nobody: its official, room or link is missing, or the day allows video alone. Null: it is held. */
export function whyNotHeld(reception: Reception, looked: LookedOver): Fallen | null {
  return whyNoOfficial(reception.officialId, reception.date, looked) ?? whyNoPlace(reception, looked)
}

/** Why an official cannot receive on a day; null: can. */
export function whyNoOfficial(officialId: string, date: PlainDate, looked: LookedOver): Fallen | null {
  const { profile } = looked.plan
  const official = looked.officials.get(officialId)
  if (official === undefined) return fallen('official_unknown', profile)
  const absence = looked.absenceOf('official', officialId, date)
  if (absence !== null) return fallen('official_absent', profile, absence.key)
  return postStanding(official, date) === 'in_office' ? null : fallen('out_of_office', profile)
}

/** Why a reception has no place to be held at: room, link, restriction. Null: it has. */
export function whyNoPlace({ mode, link, room, date }: Reception, looked: LookedOver): Fallen | null {
  const { profile } = looked.plan
  if (mode === 'video') {
    const lost = looked.absenceOf('link', link, date)
    return lost === null ? null : fallen('link_absent', profile, lost.key)
  }
  const lost = looked.absenceOf('room', room, date)
  if (lost !== null) return fallen('room_absent', profile, lost.key)
  const restriction = looked.restrictionOn(date)
  return restriction === null ? null : fallen('restricted', profile, restriction)
}

/** Why the booking of one person no longer stands, whatever others have; null: it stands, or there is none. */
export function whyFallen(
  person: Pick<PlannedPerson, 'booking' | 'appointed' | 'profile'>,
  looked: LookedOver,
): Fallen | null {
  const { booking, profile } = person
  if (booking === null) return null
  if (booking.date < looked.plan.today) return fallen('not_received', profile)
  const reception = booking.reception === null ? null : (looked.receptions.get(booking.reception) ?? null)
  const why =
    whyNoOfficial(booking.officialId, booking.date, looked) ??
    (booking.reception === null ? whyDayFallen(booking, looked) : whyTimeFallen(booking, reception, looked))
  // The clause is that of the application's own act.
  if (why !== null) return fallen(why.code, profile, why.because)
  return booking.mode === 'video' && !agreesToVideo(person) ? fallen('no_consent', profile) : null
}

/** Whether the applicant agreed to be received by videoconference. */
export function agreesToVideo({ appointed, booking }: Pick<PlannedPerson, 'appointed' | 'booking'>): boolean {
  return appointed?.video === true || booking?.agreed.includes('video') === true
}

/** Whether the applicant agreed to be received by another official than the one decided on. */
export function agreesToOther({ booking }: Pick<PlannedPerson, 'booking'>): boolean {
  return booking?.agreed.includes('other_official') === true
}

/**
 * Whether a booking is with another official than was decided on, or than whose reception it is: the applicant has to agree
 * (clause 12; KZ-2026 rule 27). Asked of what is booked anew: who was decided on later is no ground to call anybody.
 */
export function needsOther(
  { booking, appointed }: Pick<PlannedPerson, 'booking' | 'appointed'>,
  { receptions }: Pick<LookedOver, 'receptions'>,
): boolean {
  if (booking === null) return false
  const { officialId, reception } = booking
  const holder = reception === null ? undefined : receptions.get(reception)?.officialId
  return [appointed?.officialId, holder].some(id => id !== undefined && id !== officialId)
}

/** A day that no schedule names stands by the official alone, and in person not on a restricted day. */
function whyDayFallen({ date, mode }: Booking, looked: LookedOver): Fallen | null {
  const restriction = mode === 'in_person' ? looked.restrictionOn(date) : null
  return restriction === null ? null : fallen('restricted', looked.plan.profile, restriction)
}

function whyTimeFallen(booking: Booking, reception: Reception | null, looked: LookedOver): Fallen | null {
  const { profile } = looked.plan
  if (reception === null || reception.date !== booking.date) return fallen('reception_gone', profile)
  const isOfOther = reception.officialId !== booking.officialId
  if (isOfOther && !isActing(booking, reception, looked)) return fallen('reception_gone', profile)
  const place = whyNoPlace(reception, looked)
  if (place !== null) return place
  if (booking.mode !== reception.mode) return whyDayFallen(booking, looked) ?? fallen('reception_gone', profile)
  return isWithin(booking, reception) ? null : fallen('time_gone', profile)
}

/** Somebody acts at the reception of an absent official, who is named by the absence or by the directory (KZ-2026 rule 27). */
function isActing({ officialId, agreed }: Booking, reception: Reception, looked: LookedOver): boolean {
  const absence = looked.absenceOf('official', reception.officialId, reception.date)
  if (absence === null || !agreed.includes('other_official')) return false
  const substitutes = looked.officials.get(reception.officialId)?.substitutes ?? []
  return absence.acting === officialId || substitutes.includes(officialId)
}

function isWithin({ time }: Booking, { from, to, slot }: Reception): boolean {
  return time === null || (from <= time && minutesOf(time) + slot <= minutesOf(to))
}
