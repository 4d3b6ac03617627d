import type { Booking } from '../application/registration.ts'
import type { Reception } from '../schedule/model.ts'
import { minutesOf, type PlainDate, type PlainTime } from '../time/plain-date.ts'
import { type LookedOver, pushTo } from './looked-over.ts'
import type { Placed } from './placed.ts'
import { whyNoPlace, whyNotHeld } from './stands.ts'
import { timesOf } from './times.ts'

/** A place nobody has: of a reception that is held, with a time, or without where it takes more than there are times. */
export interface Place {
  readonly reception: Reception
  readonly time: PlainTime | null
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Free places of a plan from a day on. What is taken is gone for those who come after. */
export class Places {
  readonly #looked: LookedOver
  readonly #placed: Placed
  readonly #from: PlainDate
  readonly #busy = new Map<string, Span[]>()
  readonly #free = new Map<string, Place[]>()

  constructor(looked: LookedOver, placed: Placed, from: PlainDate) {
    this.#looked = looked
    this.#placed = placed
    this.#from = from
    for (const person of [...placed.elsewhere, ...[...placed.at.values()].flat()]) this.#occupy(person.booking)
  }

  /** Free places at an official's own receptions, the earliest first. */
  of(officialId: string): readonly Place[] {
    const known = this.#free.get(officialId)
    if (known !== undefined) return known
    const places = (this.#looked.ofOfficial.get(officialId) ?? [])
      .filter(one => one.date >= this.#from && whyNotHeld(one, this.#looked) === null)
      .flatMap(one => this.#freeAt(one))
    this.#free.set(officialId, places)
    return places
  }

  /** The earliest free place of an official that will do; null where there is none. */
  find(officialId: string, willDo: (place: Place) => boolean): Place | null {
    return this.of(officialId).find(willDo) ?? null
  }

  /** Whether somebody else than its official can hold a place of a reception: nobody has it, and no reception of his own is then. */
  canAct(officialId: string, { reception, time }: Place): boolean {
    if (reception.date < this.#from || whyNoPlace(reception, this.#looked) !== null) return false
    const span = spanOf(reception, time)
    const isOwn = (this.#looked.ofOfficial.get(officialId) ?? []).some(
      own => own.date === reception.date && overlap(span, { start: minutesOf(own.from), end: minutesOf(own.to) }),
    )
    return !isOwn && !this.#isBusy(officialId, reception.date, span)
  }

  /** Takes what a booking takes: places of the official that overlap it are free no more. */
  take(booking: Booking): void {
    const span = this.#occupy(booking)
    const known = this.#free.get(booking.officialId)
    if (known === undefined) return
    if (booking.time === null) {
      const at = known.findIndex(one => one.reception.id === booking.reception && one.time === null)
      if (at >= 0) known.splice(at, 1)
      return
    }
    const isTaken = ({ reception, time }: Place) =>
      reception.date === booking.date && time !== null && span !== null && overlap(span, spanOf(reception, time))
    this.#free.set(
      booking.officialId,
      known.filter(place => !isTaken(place)),
    )
  }

  #freeAt(reception: Reception): Place[] {
    const { lunch } = this.#looked.plan
    const times = timesOf(reception, lunch)
    const here = this.#placed.at.get(reception.id) ?? []
    const capacity = reception.capacity ?? times.length
    const left = Math.max(0, capacity - here.length)
    const free = times
      .filter(time => !this.#isBusy(reception.officialId, reception.date, spanOf(reception, time)))
      .slice(0, left)
    const untimed = here.filter(({ booking }) => booking.time === null).length
    const more = Math.max(0, Math.min(left - free.length, capacity - times.length - untimed))
    return [
      ...free.map(time => ({ reception, time })),
      ...Array.from({ length: more }, () => ({ reception, time: null })),
    ]
  }

  #isBusy(officialId: string, date: PlainDate, span: Span): boolean {
    return (this.#busy.get(`${officialId} ${date}`) ?? []).some(other => overlap(span, other))
  }

  #occupy(booking: Booking): Span | null {
    if (booking.time === null) return null
    const { slot, buffer } = (booking.reception === null
      ? undefined
      : this.#looked.receptions.get(booking.reception)) ??
      this.#looked.officials.get(booking.officialId) ?? { slot: 1, buffer: 0 }
    const start = minutesOf(booking.time)
    const span = { start, end: start + slot + buffer }
    pushTo(this.#busy, `${booking.officialId} ${booking.date}`, span)
    return span
  }
}

function spanOf({ from, slot, buffer }: Reception, time: PlainTime | null): Span {
  const start = minutesOf(time ?? from)
  return { start, end: start + slot + buffer }
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
