import type { Booking } from '../application/registration.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type LookedOver, lookOver, pushTo } from './looked-over.ts'
import type { Plan, PlannedPerson } from './model.ts'
import { meet, type Span, spanOf } from './spans.ts'
import { type Fallen, fallen, whyFallen } from './stands.ts'
import { capacityOf } from './times.ts'

/** A person with a booking. */
export interface Booked extends PlannedPerson {
  readonly booking: Booking
}

/** Who is to be called, because the time told no longer stands. */
export interface ToCall extends Fallen {
  readonly person: Booked
}

/** Where everybody of a plan is. Who has a booking is in exactly one of `at`, `elsewhere` and `toCall`. */
export interface Placed {
  /** Who is to come to a reception, by time, then in the order of application. */
  readonly at: ReadonlyMap<string, readonly Booked[]>
  /** Booked for a day that no schedule names. */
  readonly elsewhere: readonly Booked[]
  /** In the order of application. */
  readonly toCall: readonly ToCall[]
  /** Appointed and without a time, in the order of application. */
  readonly waiting: readonly PlannedPerson[]
}

/** Finds where everybody is. Of two who have one time, the one told by letter keeps it, else the earlier applicant. */
export function placedOf(plan: Plan): Placed {
  return placedIn(lookOver(plan))
}

/** As `placedOf`, of a plan that is looked over already. */
export function placedIn(looked: LookedOver): Placed {
  const people = inOrderOf(looked.plan.people)
  const at = new Map<string, Booked[]>()
  const elsewhere: Booked[] = []
  const toCall: ToCall[] = []
  const held = new Held(looked)
  const booked = people.filter(isBooked)
  for (const person of [...booked].sort((a, b) => Number(b.told) - Number(a.told) || byOrder(a, b))) {
    const why = whyFallen(person, looked) ?? held.whyNotTaken(person)
    if (why !== null) {
      toCall.push({ person, ...why })
      continue
    }
    held.take(person)
    if (person.booking.reception === null) elsewhere.push(person)
    else pushTo(at, person.booking.reception, person)
  }
  for (const list of at.values()) list.sort(byTime)
  return {
    at,
    elsewhere: elsewhere.sort(byOrder),
    toCall: toCall.sort((a, b) => byOrder(a.person, b.person)),
    waiting: people.filter(one => one.booking === null && one.appointed !== null),
  }
}

/** Everybody once, in the order of application (clause 28). Of an application given twice the last counts. */
export function inOrderOf(people: readonly PlannedPerson[]): PlannedPerson[] {
  return [...new Map(people.map(one => [one.application, one])).values()].sort(byOrder)
}

/** The order of application. */
export function byOrder(a: PlannedPerson, b: PlannedPerson): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : a.application < b.application ? -1 : 1
}

function isBooked(person: PlannedPerson): person is Booked {
  return person.booking !== null
}

function byTime(a: Booked, b: Booked): number {
  const [one, other] = [a.booking.time ?? '~', b.booking.time ?? '~']
  return one < other ? -1 : one > other ? 1 : byOrder(a, b)
}

/** Minutes an official is taken up by those who were placed, and how many each reception holds. */
class Held {
  readonly #looked: LookedOver
  readonly #spans = new Map<string, Span[]>()
  readonly #counts = new Map<string, number>()
  constructor(looked: LookedOver) {
    this.#looked = looked
  }

  whyNotTaken({ booking, profile }: Booked): Fallen | null {
    const span = spanOf(booking, this.#looked)
    const others = this.#spans.get(dayKey(booking.officialId, booking.date)) ?? []
    if (span !== null && others.some(other => meet(other, span))) {
      return fallen('time_twice', profile)
    }
    const reception = booking.reception === null ? undefined : this.#looked.receptions.get(booking.reception)
    if (reception === undefined) return null
    // A time told by hand beside the grid counts as a place, too: the reception says how many it takes.
    const most = Math.max(capacityOf(reception, this.#looked.plan.lunch), 0)
    const isFull = (this.#counts.get(reception.id) ?? 0) >= most
    return isFull ? fallen('over_capacity', profile) : null
  }

  take({ booking }: Booked): void {
    const span = spanOf(booking, this.#looked)
    if (span !== null) pushTo(this.#spans, dayKey(booking.officialId, booking.date), span)
    if (booking.reception !== null) {
      this.#counts.set(booking.reception, (this.#counts.get(booking.reception) ?? 0) + 1)
    }
  }
}

function dayKey(officialId: string, date: PlainDate): string {
  return `${officialId} ${date}`
}
