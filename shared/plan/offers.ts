import type { Booking, BookingConsent } from '../application/registration.ts'
import type { ClauseRef } from '../regulation/model.ts'
import { addDays } from '../time/plain-date.ts'
import { type PlanRule, planClause } from './clauses.ts'
import { bookingAt, type NoPlace, noneOf } from './fill.ts'
import type { LookedOver } from './looked-over.ts'
import type { PlannedPerson } from './model.ts'
import { notesOf, type PlanNote } from './notes.ts'
import type { Placed } from './placed.ts'
import { type Place, Places } from './places.ts'
import { agreesToOther, agreesToVideo, whyNoOfficial } from './stands.ts'

/** Kinds of what is offered, the best first. The words are `plan.offer.<kind>` in locales/. */
export const OFFER_KINDS = [
  'same_time_video',
  'same_official',
  'acting',
  'substitute',
  'video',
  'substitute_video',
] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

/**
 * Another time for a person. `needs` is what the applicant has to agree to first (clauses 12, 13, KZ-2026 rules 24 and 27);
 * `booking.agreed` already holds it, as it is when he has.
 */
export interface Offer {
  readonly kind: OfferKind
  readonly booking: Booking
  readonly needs: readonly BookingConsent[]
  readonly clause: ClauseRef | null
  readonly notes: readonly PlanNote[]
}

const RULES: Readonly<Record<OfferKind, PlanRule>> = {
  same_time_video: 'video_consent',
  same_official: 'absence_told',
  acting: 'acting',
  substitute: 'acting',
  video: 'video_consent',
  substitute_video: 'video_consent',
}

/** Looks for other times in one plan. What `take` is given, nobody else is offered. */
export interface Offering {
  /** Every lawful offer for a person, the best first, at most so many of one kind. */
  readonly all: (person: PlannedPerson, ofKind?: number) => Offer[]
  readonly best: (person: PlannedPerson) => Offer | null
  readonly take: (offer: Offer) => void
  /** Why there is none. */
  readonly why: (person: PlannedPerson) => NoPlace
}

/** Offers in a plan. `because`: key of the absence or restriction for which a booking is moved. */
export function offering(looked: LookedOver, placed: Placed, because: string | null): Offering {
  const places = new Places(looked, placed, addDays(looked.plan.today, 1))
  const asked = { looked, places, because }
  return {
    all: (person, ofKind = 3) => OFFER_KINDS.flatMap(kind => offersOfKind(kind, person, asked, ofKind)),
    best: person => {
      for (const kind of OFFER_KINDS) {
        const [offer] = offersOfKind(kind, person, asked, 1)
        if (offer !== undefined) return offer
      }
      return null
    },
    take: ({ booking }) => places.take(booking),
    why: person => noneOf(receiverOf(person), looked),
  }
}

interface Asked {
  readonly looked: LookedOver
  readonly places: Places
  readonly because: string | null
}

/** Who is to receive a person: decided, else booked with. */
export function receiverOf({ appointed, booking }: PlannedPerson): string {
  return appointed?.officialId ?? booking?.officialId ?? ''
}

function offersOfKind(kind: OfferKind, person: PlannedPerson, asked: Asked, most: number): Offer[] {
  const receiver = receiverOf(person)
  switch (kind) {
    case 'same_time_video':
      return sameTime(person, asked)
    case 'same_official':
      return at(kind, person, receiver, freeOf(receiver, person, asked, isFree(person)), asked, most)
    case 'video':
      return at(kind, person, receiver, freeOf(receiver, person, asked, needsVideo(person)), asked, most)
    case 'acting':
      return acting(person, asked)
    case 'substitute':
    case 'substitute_video': {
      const fits = kind === 'substitute' ? isFree(person) : needsVideo(person)
      return substitutesOf(person, asked).flatMap(id =>
        at(kind, person, id, freeOf(id, person, asked, fits), asked, most),
      )
    }
  }
}

/** The same time, where the reception is held by video now (clause 13). */
function sameTime(person: PlannedPerson, asked: Asked): Offer[] {
  const { booking } = person
  if (booking === null || booking.mode === 'video') return []
  const place = asked.places.find(
    booking.officialId,
    ({ reception, time }) => reception.id === booking.reception && reception.mode === 'video' && time === booking.time,
  )
  return place === null ? [] : at('same_time_video', person, booking.officialId, [place], asked, 1)
}

/** Another holds the reception of the official who is absent (KZ-2026 rule 27): the first who can. */
function acting(person: PlannedPerson, asked: Asked): Offer[] {
  const { booking } = person
  const reception = asked.looked.receptions.get(booking?.reception ?? '')
  if (booking === null || reception === undefined || reception.date !== booking.date) return []
  if (asked.looked.absenceOf('official', reception.officialId, reception.date) === null) return []
  if (reception.mode === 'video' && !agreesToVideo(person)) return []
  const place = { reception, time: booking.time }
  const id = substitutesOf(person, asked).find(
    one => whyNoOfficial(one, reception.date, asked.looked) === null && asked.places.canAct(one, place),
  )
  return id === undefined ? [] : at('acting', person, id, [place], asked, 1)
}

/** Who may stand in, the one the absence names first, then as the directory has them. */
function substitutesOf(person: PlannedPerson, { looked }: Asked): string[] {
  const receiver = receiverOf(person)
  const { booking } = person
  const absence = booking === null ? null : looked.absenceOf('official', receiver, booking.date)
  const named = [absence?.acting ?? '', ...(looked.officials.get(receiver)?.substitutes ?? [])]
  return [...new Set(named)].filter(id => id !== receiver && looked.officials.has(id))
}

/** Free places that fit: from the day that was told on, and where there are none before it. */
function freeOf(officialId: string, { booking }: PlannedPerson, { places }: Asked, fits: (place: Place) => boolean) {
  const free = places.of(officialId).filter(place => isOffered(place) && fits(place))
  const later = booking === null ? free : free.filter(({ reception }) => reception.date >= booking.date)
  return later.length > 0 ? later : free
}

function isOffered({ reception: { kind } }: Place): boolean {
  return kind === 'scheduled' || kind === 'off_schedule'
}

function isFree(person: PlannedPerson): (place: Place) => boolean {
  const agrees = agreesToVideo(person)
  return ({ reception }) => reception.mode === 'in_person' || agrees
}

function needsVideo(person: PlannedPerson): (place: Place) => boolean {
  const agrees = agreesToVideo(person)
  return ({ reception }) => reception.mode === 'video' && !agrees
}

function at(
  kind: OfferKind,
  person: PlannedPerson,
  officialId: string,
  places: readonly Place[],
  { looked, because }: Asked,
  most: number,
): Offer[] {
  return places.slice(0, most).map(place => {
    const needs: BookingConsent[] = []
    if (place.reception.mode === 'video' && !agreesToVideo(person)) needs.push('video')
    if (officialId !== receiverOf(person) && !agreesToOther(person)) needs.push('other_official')
    const kept = agreesToVideo(person) && place.reception.mode === 'video' ? ['video' as const] : []
    const agreed = [...new Set([...(person.booking?.agreed ?? []), ...kept, ...needs])]
    const booking = bookingAt(place, officialId, { agreed, because })
    return {
      kind,
      booking,
      needs,
      clause: planClause(RULES[kind], person.profile),
      notes: notesOf(person, booking, looked),
    }
  })
}
