import type { Booking } from '../application/registration.ts'
import type { ClauseRef } from '../regulation/model.ts'
import { addDays } from '../time/plain-date.ts'
import { planClause } from './clauses.ts'
import { bookingAt } from './fill.ts'
import { lookOver } from './looked-over.ts'
import type { Plan, PlannedPerson } from './model.ts'
import { notesOf, type PlanNote } from './notes.ts'
import { receiverOf } from './offers.ts'
import { placedIn } from './placed.ts'
import { type Place, Places } from './places.ts'
import { agreesToVideo } from './stands.ts'

/** Why somebody is offered a freed time, the first first. The words are `plan.freed.<reason>` in locales/. */
export const FREED_REASONS = ['time_lost', 'waiting', 'booked_later'] as const
export type FreedReason = (typeof FREED_REASONS)[number]

/** Somebody who may have a freed time. */
export interface FreedFor {
  readonly person: PlannedPerson
  readonly reason: FreedReason
  readonly clause: ClauseRef | null
  readonly booking: Booking
  readonly notes: readonly PlanNote[]
}

/**
 * Who is offered a free place, in order: those who lost their time, those who have none yet, those who are booked for a later
 * day, each in the order of application (clause 28). By video only who agreed to it. The booking of who lost the time names
 * what took it away.
 */
export function freedOf(plan: Plan, receptionId: string, time: Booking['time']): FreedFor[] {
  const looked = lookOver(plan)
  const placed = placedIn(looked)
  const reception = looked.receptions.get(receptionId)
  if (reception === undefined) return []
  const place = findFree(new Places(looked, placed, addDays(plan.today, 1)), { reception, time })
  if (place === null) return []
  const lostBy = new Map(placed.toCall.map(({ person, because }) => [person.application, because]))
  const later = [...placed.at.values()].flat().filter(({ booking }) => booking.date > reception.date)
  const groups: Record<FreedReason, readonly PlannedPerson[]> = {
    time_lost: placed.toCall.map(({ person }) => person),
    waiting: placed.waiting,
    booked_later: [...later].sort((a, b) => (a.order < b.order ? -1 : 1)),
  }
  return FREED_REASONS.flatMap(reason =>
    groups[reason]
      .filter(one => receiverOf(one) === reception.officialId)
      .filter(one => reception.mode === 'in_person' || agreesToVideo(one))
      .map(person => {
        const because = lostBy.get(person.application) ?? null
        const booking = bookingAt(place, reception.officialId, { because })
        const clause = planClause('order', person.profile)
        return { person, reason, clause, booking, notes: notesOf(person, booking, looked) }
      }),
  )
}

function findFree(places: Places, { reception, time }: Place): Place | null {
  return places.find(reception.officialId, one => one.reception.id === reception.id && one.time === time)
}
