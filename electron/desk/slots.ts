import { numberText } from '#shared/application/number.ts'
import { type Booking, slotOf } from '#shared/application/registration.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import type { Action, Cursor, EntityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { claimsOf, isReadable } from '#shared/change/project-view.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import type { OpenDesk } from './open-desk.ts'

/** Who was ever given a time: whether they still have it is asked of their own actions. */
type Given = Map<string, Set<EntityId>>

const known = new WeakMap<Journal, Promise<Given>>()

/**
 * Throws `application.slot_taken` (number of who has it) where an open application has this time with this official. Asked in
 * a turn of the gate, so that of two windows one is refused. Two desks apart cannot know: that becomes an attention.
 */
export async function demandFreeSlot(desk: OpenDesk, entity: EntityId, booking: Booking): Promise<void> {
  const slot = slotOf(booking)
  if (slot === null) return
  const given = await givenSlots(desk.journal)
  const holders = given.get(slot) ?? new Set()
  for (const holder of holders) {
    if (holder === entity) continue
    const state = foldApplication(await readableActionsOf(desk.journal, holder), desk.gate.related())
    const { registered } = state
    if (registered === null || !claimsOf({ noun: 'application', state }).includes(`slot:${slot}`)) continue
    throw new ExpectedError('application.slot_taken', { number: numberText(registered.number) })
  }
  // Before it stands: one that is refused after all is found not to have it.
  given.set(slot, holders.add(entity))
}

/** Reads the given times while nobody waits for them. */
export async function warmSlots({ journal }: Pick<OpenDesk, 'journal'>): Promise<void> {
  await givenSlots(journal)
}

/** Read once, and kept from then on by what is asked for. */
function givenSlots(journal: Journal): Promise<Given> {
  const found = known.get(journal) ?? readSlots(journal)
  known.set(journal, found)
  // What could not be read is read anew at the next booking.
  found.catch(() => known.delete(journal))
  return found
}

/** So many records of each chain are looked through: half a year of a busy room. An older time given twice is an attention. */
const NEWEST = 20_000
const PAGE = 500

async function readSlots(journal: Journal): Promise<Given> {
  const given: Given = new Map()
  const head = Object.entries(journal.head().cursor)
  let after: Cursor = Object.fromEntries(head.map(([chain, last]) => [chain, Math.max(0, last - NEWEST)]))
  for (let atEnd = false; !atEnd; ) {
    const page = await journal.read(after, PAGE)
    for (const action of page.actions) {
      const slot = isReadable(action) && action.type === 'application.booked' ? slotIn(action) : null
      if (slot !== null) given.set(slot, (given.get(slot) ?? new Set()).add(action.entity))
    }
    after = page.next
    atEnd = page.atEnd
  }
  return given
}

function slotIn(action: Action): string | null {
  return slotOf(bodyOf('application.booked', action).booking)
}
