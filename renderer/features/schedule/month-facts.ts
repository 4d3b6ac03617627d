import type { Absence } from '#shared/absence/model.ts'
import { lookOver } from '#shared/plan/looked-over.ts'
import type { Keyed, Plan } from '#shared/plan/model.ts'
import { type Fallen, whyNotHeld } from '#shared/plan/stands.ts'
import { capacityOf } from '#shared/plan/times.ts'
import { isRestricted } from '#shared/restriction/model.ts'
import type { ScheduleFacts } from '#shared/schedule/findings.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** What stands beside the receptions of a month: how many are booked, who or what is away, where only video is allowed. */
export interface MonthFacts {
  /** Applications booked on it. One that names no reception belongs to the reception of its official and day. */
  readonly bookedOn: (reception: Reception) => number
  /** How many it takes. */
  readonly placesOf: (reception: Reception) => number
  /** Why it cannot be held as it stands; null: it can. */
  readonly whyNotHeld: (reception: Reception) => Fallen | null
  readonly absencesOn: (day: PlainDate) => readonly (Absence & Keyed)[]
  readonly isRestrictedOn: (day: PlainDate) => boolean
}

/** The facts of a plan. */
export function factsOf(plan: Plan): MonthFacts {
  const { people, absences, restrictions, lunch } = plan
  const looked = lookOver(plan)
  const counts = new Map<string, number>()
  for (const { booking } of people) {
    if (booking === null) continue
    const key = booking.reception ?? placeOf(booking)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return {
    bookedOn: reception => (counts.get(reception.id) ?? 0) + (counts.get(placeOf(reception)) ?? 0),
    placesOf: reception => capacityOf(reception, lunch),
    whyNotHeld: reception => whyNotHeld(reception, looked),
    absencesOn: day => absences.filter(({ from, to }) => from <= day && day <= to),
    isRestrictedOn: day => isRestricted(day, restrictions),
  }
}

function placeOf({ officialId, date }: { readonly officialId: string; readonly date: PlainDate }): string {
  return `${officialId} ${date}`
}

/** What of a plan findings about a schedule take into account. */
export function knownOf({ profile, officials, absences, restrictions, today }: Plan): ScheduleFacts {
  return { profile, officials, absences, restrictions, today }
}
