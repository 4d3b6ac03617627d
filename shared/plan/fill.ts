import type { Booking } from '../application/registration.ts'
import type { ClauseRef } from '../regulation/model.ts'
import { addDays } from '../time/plain-date.ts'
import { bookedAct } from './acts.ts'
import { planClause } from './clauses.ts'
import { type LookedOver, lookOver } from './looked-over.ts'
import type { Plan, PlanAct, PlannedPerson } from './model.ts'
import { firstBriefedDay, notesOf, type PlanNote } from './notes.ts'
import { byOrder, placedIn } from './placed.ts'
import { type Place, Places } from './places.ts'
import { agreesToVideo } from './stands.ts'

/** Why somebody is given a time now. The words are `plan.reason.<code>` in locales/. */
export const FILL_REASONS = ['in_order', 'out_of_turn'] as const
export type FillReason = (typeof FILL_REASONS)[number]

/** Why there is no time for somebody. The words are `plan.no_place.<code>` in locales/. */
export const NO_PLACE = ['no_reception', 'all_taken', 'video_only', 'too_near'] as const
export type NoPlace = (typeof NO_PLACE)[number]

/** How times are given. */
export interface FillOptions {
  /** Only of these receptions; absent: of all the schedule carries, and those off it (clause 8). */
  readonly receptions?: readonly string[]
  /** Times, too, go out of turn (clause 11); else that holds for the day alone. */
  readonly categoriesFirst?: boolean
  /** Also days for which the briefing would be late; that is noted. */
  readonly soonest?: boolean
}

/** A time for a person, with the reason and what is worth knowing of it. */
export interface Proposed {
  readonly person: PlannedPerson
  readonly booking: Booking
  readonly reason: FillReason
  readonly clause: ClauseRef | null
  readonly notes: readonly PlanNote[]
}

/** What filling proposes: nobody who waits is left out of both lists. */
export interface Filled {
  readonly proposed: readonly Proposed[]
  readonly left: readonly { readonly person: PlannedPerson; readonly why: NoPlace }[]
  readonly acts: readonly PlanAct[]
}

/**
 * Gives those who wait times before the official decided on, in the order of application (clause 28): each gets the earliest
 * place that is lawful for him, so that nobody who came later has a place he could have had. By video only who agreed to it.
 */
export function fillTimes(plan: Plan, options: FillOptions = {}): Filled {
  const looked = lookOver(plan)
  const placed = placedIn(looked)
  const places = new Places(looked, placed, addDays(plan.today, 1))
  const willDo = fitting(looked, options)
  const proposed: Proposed[] = []
  const left: Filled['left'][number][] = []
  for (const person of inTurn(placed.waiting, options)) {
    const officialId = person.appointed?.officialId ?? ''
    const place = places.find(officialId, one => willDo(one, person) === null)
    if (place === null) {
      const free = places.of(officialId)
      left.push({ person, why: free.length === 0 ? noneOf(officialId, looked) : whyNone(free, person, willDo) })
      continue
    }
    const booking = bookingAt(place, officialId)
    places.take(booking)
    const outOfTurn = options.categoriesFirst === true && person.outOfTurn
    proposed.push({
      person,
      booking,
      reason: outOfTurn ? 'out_of_turn' : 'in_order',
      clause: planClause(outOfTurn ? 'out_of_turn' : 'order', person.profile),
      notes: notesOf(person, booking, looked),
    })
  }
  return { proposed, left, acts: proposed.map(({ person, booking }) => bookedAct(person.application, booking)) }
}

/** The booking of a place before an official. */
export function bookingAt({ reception, time }: Place, officialId: string, more: Partial<Booking> = {}): Booking {
  const { id, date, mode } = reception
  const agreed = mode === 'video' ? (['video'] as const) : []
  return { officialId, date, time, reception: id, mode, agreed: [...agreed], hand: null, because: null, ...more }
}

function inTurn(people: readonly PlannedPerson[], { categoriesFirst = false }: FillOptions): PlannedPerson[] {
  if (!categoriesFirst) return [...people]
  return [...people].sort((a, b) => Number(b.outOfTurn) - Number(a.outOfTurn) || byOrder(a, b))
}

/** Why a place is not for a person; null: it is. */
type WillDo = (place: Place, person: PlannedPerson) => NoPlace | null

function fitting(looked: LookedOver, { receptions, soonest = false }: FillOptions): WillDo {
  const chosen = receptions === undefined ? null : new Set(receptions)
  const firstDay = firstBriefedDay(looked)
  return ({ reception }, person) => {
    const isOurs = chosen === null ? ['scheduled', 'off_schedule'].includes(reception.kind) : chosen.has(reception.id)
    // Who comes the same day is not planned ahead (clause 3).
    if (!isOurs || reception.kind === 'same_day') return 'no_reception'
    if (reception.mode === 'video' && !agreesToVideo(person)) return 'video_only'
    return soonest || reception.date >= firstDay(person) ? null : 'too_near'
  }
}

function whyNone(free: readonly Place[], person: PlannedPerson, willDo: WillDo): NoPlace {
  const reasons = new Set(free.map(place => willDo(place, person)))
  return NO_PLACE.findLast(reason => reasons.has(reason)) ?? 'all_taken'
}

/** Nothing is free: there is no reception to come, or all times of it are given. */
export function noneOf(officialId: string, { plan, ofOfficial }: LookedOver): NoPlace {
  return ofOfficial.get(officialId)?.some(({ date }) => date > plan.today) ? 'all_taken' : 'no_reception'
}
