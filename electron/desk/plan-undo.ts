import { isDeepStrictEqual } from 'node:util'
import { type Booking, bookingKey } from '#shared/application/registration.ts'
import { type Action, type EntityId, type Intent, inOrder, keyOf, nounOf } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { withActs } from '#shared/plan/apply.ts'
import type { PlanAct } from '#shared/plan/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { MonthSchedule, Reception } from '#shared/schedule/model.ts'
import { inScheduleOrder } from '#shared/schedule/move.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Actor } from './act.ts'
import { actionsOf } from './letters.ts'
import type { OpenDesk } from './open-desk.ts'
import { type Bookings, bookingFaults } from './plan-bookings.ts'
import { applicationStates, planStanding, scheduleOf } from './plan-standing.ts'
import { demanded } from './registrations.ts'
import { givenPlaces } from './slots.ts'

/**
 * Takes an absence or a restriction back with what it moved, by acts of their own in one flush: bookings that still are where
 * it put them go back to what they were before, schedules to the version before. A booking that a person changed since, that
 * is closed, or whose former time is gone, passed or given away stays: `kept`. What was said to people stays in the contacts.
 * Throws `plan.letters_out` (count), `change.not_lawful`.
 */
export async function undoPlan(desk: OpenDesk, entity: EntityId, actor: Actor): Promise<ResultOf<'plan.undo'>> {
  const type = undoType(entity)
  return desk.gate.inTurn(async actNow => {
    const moved = await demandNoLetters(desk, keyOf(entity))
    const acts: PlanAct[] = [{ entity, type, body: {} }, ...(await schedulesBefore(desk, keyOf(entity), actor.date))]
    const restored = await restorable(desk, moved, acts, actor.date)
    for (const [id, booking] of restored) acts.push(bookingAct(id, booking))
    const actions = await actNow(
      acts.map(act => ({ intent: { ...act, basedOn: desk.journal.headOf(act.entity) } satisfies Intent })),
      actor,
    )
    const places = await givenPlaces(desk.journal)
    for (const [id, booking] of restored) if (booking !== null) places.given(id, booking)
    const kept = moved.flatMap(({ id }) => (restored.has(id) ? [] : id))
    return { restored: [...restored.keys()], kept, last: demanded(actions.at(-1)).id }
  })
}

function undoType(entity: EntityId): 'absence.undone' | 'restriction.lifted' {
  const noun = nounOf(entity)
  if (noun === 'absence') return 'absence.undone'
  if (noun === 'restriction') return 'restriction.lifted'
  throw new ExpectedError('change.wrong_entity', { type: 'absence.undone' })
}

/** Somebody whom an absence or a restriction moved. */
export interface Moved {
  readonly id: EntityId
  /** The booking before it; undefined: a person changed it since, or the application is closed. */
  readonly before: Booking | null | undefined
  /** A letter about the time it put them at was signed off and stands. */
  readonly isOut: boolean
}

/**
 * Nothing that people were told by letter is taken back in silence. Throws `plan.letters_out` (count); else answers whom the
 * absence or the restriction moved.
 */
export async function demandNoLetters(desk: OpenDesk, key: string): Promise<readonly Moved[]> {
  const moved = await movedBy(desk, key)
  const count = moved.filter(({ isOut }) => isOut).length
  if (count > 0) throw new ExpectedError('plan.letters_out', { count })
  return moved
}

async function movedBy(desk: OpenDesk, key: string): Promise<Moved[]> {
  const stateOf = applicationStates(desk)
  const found: Moved[] = []
  for (const id of (await givenPlaces(desk.journal)).of(`because:${key}`)) {
    const { status, registered } = await stateOf(id)
    const booking = registered?.booking ?? null
    const isThere = status === 'open' && booking?.because === key
    const about = booking === null ? '' : bookingKey(booking)
    found.push({
      id,
      before: isThere ? bookingBefore(await actionsOf(desk.journal, id), key) : undefined,
      isOut: isThere && (registered?.letters.some(letter => letter.about === about) ?? false),
    })
  }
  return found
}

/** What was booked before the last acts that were for this cause. */
function bookingBefore(actions: readonly Action[], key: string): Booking | null {
  const bookings = inOrder(actions).flatMap(action => {
    if (action.type === 'application.booked') return [bodyOf('application.booked', action).booking]
    return action.type === 'application.booking_dropped' ? [null] : []
  })
  return bookings.findLast(booking => booking?.because !== key) ?? null
}

function bookingAct(entity: EntityId, booking: Booking | null): PlanAct {
  return booking === null
    ? { entity, type: 'application.booking_dropped', body: { ground: 'mistake' } }
    : { entity, type: 'application.booked', body: { booking } }
}

/** Those who can be put back together: who cannot keeps the time there is, which another may then not have again. */
async function restorable(
  desk: OpenDesk,
  moved: readonly Moved[],
  acts: readonly PlanAct[],
  today: PlainDate,
): Promise<Bookings> {
  const bookings = new Map<EntityId, Booking | null>()
  for (const { id, before } of moved) {
    if (before !== undefined && (before === null || before.date >= today)) bookings.set(id, before)
  }
  const months = [...bookings.values()].flatMap(booking => (booking === null ? [] : booking.date.slice(0, 7)))
  const plan = withActs(await planStanding(desk, months, today), acts)
  for (;;) {
    const faults = await bookingFaults(desk, bookings, plan, true)
    if (faults.size === 0) return bookings
    for (const id of faults.keys()) bookings.delete(id)
  }
}

/** The schedules as they were before it changed them. One that was approved anew since stays as it was approved. */
async function schedulesBefore(desk: OpenDesk, key: string, today: PlainDate): Promise<PlanAct[]> {
  const acts: PlanAct[] = []
  for (const entity of desk.journal.entitiesOf('schedule')) {
    const schedule = withoutChanges(await scheduleOf(desk, entity), key, today)
    if (schedule === null) continue
    acts.push({ entity, type: 'schedule.changed', body: { schedule, change: { code: 'undone', ref: key } } })
  }
  return acts
}

/** The version that stands without the changes made for a cause since it was approved; null: there are none. */
function withoutChanges({ versions, approved }: ScheduleState, key: string, today: PlainDate): MonthSchedule | null {
  if (approved === null) return null
  let schedule = approved.schedule
  for (let at = versions.length - 1; at > 0; at -= 1) {
    const [changed, before] = [versions[at], versions[at - 1]]
    if (changed === undefined || before === undefined || changed.change === null) break
    const isOfCause = changed.change.ref === key && changed.change.code !== 'undone'
    if (isOfCause) schedule = turnedBack(schedule, changed.schedule, before.schedule, today)
  }
  return isDeepStrictEqual(schedule, approved.schedule) ? null : schedule
}

/**
 * Each reception that stands as a change left it is as it was before that change; what was done to others since stays, and
 * days that have passed stay as they were held: by video, they do not become receptions in person (clauses 6, 13).
 */
function turnedBack(
  now: MonthSchedule,
  changed: MonthSchedule,
  before: MonthSchedule,
  today: PlainDate,
): MonthSchedule {
  const byId = ({ receptions }: MonthSchedule) => new Map(receptions.map(one => [one.id, one]))
  const [standing, after, former] = [byId(now), byId(changed), byId(before)]
  const receptions: Reception[] = []
  for (const id of new Set([...standing.keys(), ...former.keys()])) {
    const isAsLeft = isDeepStrictEqual(standing.get(id), after.get(id))
    const isToCome = [standing.get(id), former.get(id)].every(one => one === undefined || one.date >= today)
    const reception = isAsLeft && isToCome ? former.get(id) : standing.get(id)
    if (reception !== undefined) receptions.push(reception)
  }
  return { month: now.month, receptions: inScheduleOrder(receptions) }
}
