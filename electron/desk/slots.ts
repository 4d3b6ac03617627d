import type { Booking } from '#shared/application/registration.ts'
import type { Action, Cursor, EntityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { isReadable } from '#shared/change/project-view.ts'
import type { Journal } from '../journal/types.ts'
import type { OpenDesk } from './open-desk.ts'

/** Who was ever given a place: whether they still have it is asked of their own actions. */
export interface GivenPlaces {
  /** Applications ever booked so: at a time of an official's day, at a reception, or because of an absence or a restriction. */
  of(key: PlaceKey): ReadonlySet<EntityId>
  /** Noted before it stands: one that is refused after all is found not to have it. */
  given(entity: EntityId, booking: Booking): void
}

/** What a booking is looked for by. */
export type PlaceKey = `day:${string}` | `reception:${string}` | `because:${string}`

const known = new WeakMap<Journal, Promise<GivenPlaces>>()

/** Reads the given places while nobody waits for them. */
export async function warmSlots({ journal }: Pick<OpenDesk, 'journal'>): Promise<void> {
  await givenPlaces(journal)
}

/** Places that other desks gave, as soon as their records are here. */
export async function notePlaces(journal: Journal, actions: readonly Action[]): Promise<void> {
  const places = await known.get(journal)?.catch(() => null)
  if (!places) return
  for (const action of actions) {
    const booking = bookingIn(action)
    if (booking !== null) places.given(action.entity, booking)
  }
}

/** Read once, and kept from then on by what is given. */
export function givenPlaces(journal: Journal): Promise<GivenPlaces> {
  const found = known.get(journal) ?? readPlaces(journal)
  known.set(journal, found)
  // What could not be read is read anew at the next booking.
  found.catch(() => known.delete(journal))
  return found
}

/** The keys of a booking. */
export function placeKeys(booking: Booking): PlaceKey[] {
  const { officialId, date, time } = booking
  return [
    ...(time === null ? [] : [`day:${officialId}:${date}` as const]),
    ...(booking.reception === null ? [] : [`reception:${booking.reception}` as const]),
    ...(booking.because === null ? [] : [`because:${booking.because}` as const]),
  ]
}

/** So many records of each chain are looked through: half a year of a busy room. An older time given twice is an attention. */
const NEWEST = 20_000
const PAGE = 500

async function readPlaces(journal: Journal): Promise<GivenPlaces> {
  const places = new Map<PlaceKey, Set<EntityId>>()
  const given = (entity: EntityId, booking: Booking) => {
    for (const key of placeKeys(booking)) places.set(key, (places.get(key) ?? new Set()).add(entity))
  }
  const head = Object.entries(journal.head().cursor)
  let after: Cursor = Object.fromEntries(head.map(([chain, last]) => [chain, Math.max(0, last - NEWEST)]))
  for (let atEnd = false; !atEnd; ) {
    const page = await journal.read(after, PAGE)
    for (const action of page.actions) {
      const booking = bookingIn(action)
      if (booking !== null) given(action.entity, booking)
    }
    after = page.next
    atEnd = page.atEnd
  }
  return { of: key => places.get(key) ?? new Set(), given }
}

function bookingIn(action: Action): Booking | null {
  return isReadable(action) && action.type === 'application.booked'
    ? bodyOf('application.booked', action).booking
    : null
}
