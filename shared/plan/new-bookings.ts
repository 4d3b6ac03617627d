import { type Booking, slotOf } from '../application/registration.ts'
import type { EntityId } from '../change/action.ts'
import { PlainDate } from '../time/plain-date.ts'
import { type LookedOver, lookOver, pushTo } from './looked-over.ts'
import type { Plan, PlannedPerson } from './model.ts'
import { meet, type Span, spanOf } from './spans.ts'
import { needsOther, type WhyFallen, whyFallen } from './stands.ts'
import { capacityOf, timesOf } from './times.ts'

/** Somebody for whom a time is asked, or who has one. */
export type Asking = Pick<PlannedPerson, 'application' | 'appointed' | 'profile'> & {
  readonly booking: Booking
  /** It stood before and is put back: nobody is asked to agree anew because of who was decided on since (clause 12). */
  readonly isPutBack?: boolean
}

/** Why a new booking may not be. `time_twice`: `by` has the time, or one that it overlaps. */
export interface RefusedBooking {
  readonly code: WhyFallen | 'no_consent_other'
  readonly by: Asking | null
}

/** A time may be noted afterwards, from paper: that a day has passed is no ground to refuse it. */
const BEFORE_ALL = PlainDate.parse('1800-01-01')

/**
 * Which new bookings may not be, as all will stand: first the official, the day, the reception and the consents of each
 * (clauses 2, 12, 13, 15; KZ-2026 rules 24-27), then whether an official would receive two at once or a reception take more
 * than it can. Of two that are asked together the later is refused. `standing` is everybody else with a booking on those days
 * or at those receptions: they are not judged, and who has a time holds it until it is given up. `plan` as it will be.
 */
export function refusedBookings(
  plan: Plan,
  standing: readonly Asking[],
  asked: readonly Asking[],
): ReadonlyMap<EntityId, RefusedBooking> {
  const looked = lookOver({ ...plan, today: BEFORE_ALL })
  const taken = new Taken(looked)
  for (const one of standing) taken.take(one)
  const refused = new Map<EntityId, RefusedBooking>()
  for (const one of asked) {
    const code = whyUnlawful(one, looked)
    const found = code === null ? taken.whyNot(one.booking) : { code, by: null }
    if (found === null) taken.take(one)
    else refused.set(one.application, found)
  }
  return refused
}

/** The law first, then the consent: nobody is asked to agree to what cannot be. */
function whyUnlawful(asking: Asking, looked: LookedOver): RefusedBooking['code'] | null {
  const { booking } = asking
  const agreed = [...booking.agreed, 'other_official' as const]
  const why = whyFallen({ ...asking, booking: { ...booking, agreed } }, looked)
  if (why !== null) return why.code
  if (asking.isPutBack !== true && needsOther(asking, looked) && !booking.agreed.includes('other_official'))
    return 'no_consent_other'
  return isOfItsTimes(booking, looked) ? null : 'time_gone'
}

/** Whether the reception has this time, with the lunch break or through it. */
function isOfItsTimes({ reception, time }: Booking, { receptions, plan }: LookedOver): boolean {
  const held = reception === null ? undefined : receptions.get(reception)
  if (held === undefined || time === null) return true
  return [...timesOf(held, plan.lunch), ...timesOf(held)].includes(time)
}

/** What is given away: times, minutes of officials, places at receptions. */
class Taken {
  readonly #looked: LookedOver
  readonly #slots = new Map<string, Asking>()
  readonly #spans = new Map<string, { readonly span: Span; readonly by: Asking }[]>()
  readonly #counts = new Map<string, number>()
  constructor(looked: LookedOver) {
    this.#looked = looked
  }

  take(one: Asking): void {
    const { booking } = one
    const slot = slotOf(booking)
    if (slot !== null) this.#slots.set(slot, one)
    const { reception } = booking
    if (reception !== null) this.#counts.set(reception, (this.#counts.get(reception) ?? 0) + 1)
    const span = spanOf(booking, this.#looked)
    // Who is to be called anyway holds the time that was told, and no minute of another.
    if (span !== null && whyFallen(one, this.#looked) === null) pushTo(this.#spans, dayKey(booking), { span, by: one })
  }

  whyNot(booking: Booking): RefusedBooking | null {
    const by = this.#slots.get(slotOf(booking) ?? '') ?? this.#meeting(booking)
    if (by !== null) return { code: 'time_twice', by }
    const reception = this.#looked.receptions.get(booking.reception ?? '')
    if (reception === undefined) return null
    const isFull = (this.#counts.get(reception.id) ?? 0) >= capacityOf(reception, this.#looked.plan.lunch)
    return isFull ? { code: 'over_capacity', by: null } : null
  }

  #meeting(booking: Booking): Asking | null {
    const span = spanOf(booking, this.#looked)
    if (span === null) return null
    return this.#spans.get(dayKey(booking))?.find(other => meet(span, other.span))?.by ?? null
  }
}

function dayKey({ officialId, date }: Booking): string {
  return `${officialId} ${date}`
}
