import { type Intent, keyOf } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType, type BodyOf } from '#shared/change/action-types.ts'
import { postStanding } from '#shared/official/post.ts'
import { withActs } from '#shared/plan/apply.ts'
import type { Plan, PlanAct } from '#shared/plan/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Actor } from './act.ts'
import { demandStandingBase } from './draft-base.ts'
import type { OpenDesk } from './open-desk.ts'
import { type Bookings, demandBookings } from './plan-bookings.ts'
import { demandChange, demandQuarter, demandSchedule, demandStanding } from './plan-schedules.ts'
import { planStanding, scheduleOf } from './plan-standing.ts'
import { demandNoLetters } from './plan-undo.ts'
import { demandReceptionDays } from './reception-days.ts'
import { demandOfReception } from './reception-guards.ts'

/** What planning does; one by one from a screen, or many at once. */
export const PLANNED = [
  'schedule.drafted',
  'schedule.approved',
  'schedule.changed',
  'schedule.posted',
  'absence.set',
  'restriction.set',
  'restriction.lifted',
  'application.booked',
  'application.booking_dropped',
  'application.appointed',
  'reception.list_handed',
  'reception.invited',
  'reception.answered',
  'reception.refusal_reported',
  'reception.prepared',
  'reception.covered',
  'reception.called_in',
  'helper.set',
] as const satisfies readonly ActionType[]
export type PlannedType = (typeof PLANNED)[number]

/** An act of planning, its body parsed. */
export interface PlannedAct extends Intent {
  readonly type: PlannedType
}

/** Whether a type is planning's. */
export function isPlanned(type: string): type is PlannedType {
  return PLANNED.some(one => one === type)
}

/**
 * Looks at acts of planning as all will stand after them. Asked in a turn of the gate. Throws `plan.*`, `schedule.*`,
 * `helper.no_reception`, `application.slot_taken`, and `change.*` for what no screen composes.
 */
export async function demandPlanned(desk: OpenDesk, acts: readonly PlannedAct[], actor: Actor): Promise<void> {
  // Composed on what has moved since: that is told before anything else is looked at.
  const moved = acts.find(({ entity, basedOn }) => desk.journal.headOf(entity) !== basedOn)
  if (moved !== undefined) throw new ExpectedError('change.conflict', { type: moved.type })
  const plan = withActs(await planStanding(desk, monthsOf(acts), actor.date), acts as readonly PlanAct[])
  for (const act of acts) await demandAct({ desk, plan, actor, acts }, act)
  await demandBookings(desk, bookingsOf(acts), plan)
}

interface Asked {
  readonly desk: OpenDesk
  readonly plan: Plan
  readonly actor: Actor
  readonly acts: readonly PlannedAct[]
}

async function demandAct(asked: Asked, act: PlannedAct): Promise<void> {
  const { desk, plan, actor } = asked
  const { type, entity, body } = act
  switch (type) {
    case 'schedule.drafted':
      // A draft may hold what is not lawful yet: findings tell it, and it is not approved so.
      return demandSchedule(keyOf(entity), ACTION_TYPES[type].body.parse(body).schedule, type)
    case 'schedule.approved': {
      const approved = ACTION_TYPES[type].body.parse(body)
      demandPast(approved.approvedOn, actor)
      await demandStanding(asked, entity, { type, schedule: approved.schedule })
      await demandQuarter(asked, approved.schedule, approvedIn(asked.acts))
      return demandStandingBase(desk, entity, approved)
    }
    case 'schedule.changed': {
      const changed = ACTION_TYPES[type].body.parse(body)
      await demandStanding(asked, entity, { type, schedule: changed.schedule })
      return demandChange(asked, entity, changed)
    }
    case 'schedule.posted': {
      const { version, on, site } = ACTION_TYPES[type].body.parse(body)
      // That it was published by itself the program alone says.
      if (site !== undefined) throw new ExpectedError('change.not_lawful', { type })
      demandPast(on, actor)
      const { versions } = await scheduleOf(desk, entity)
      if (!versions.some(({ action }) => action === version)) throw new ExpectedError('change.not_lawful', { type })
      return
    }
    case 'absence.set':
      return demandAbsence(ACTION_TYPES[type].body.parse(body), plan, actor)
    case 'application.appointed':
      return demandInPost(ACTION_TYPES[type].body.parse(body).officialId, plan, actor)
    case 'reception.list_handed':
    case 'reception.invited':
    case 'reception.answered':
    case 'reception.refusal_reported':
    case 'reception.prepared':
    case 'reception.covered':
    case 'reception.called_in':
      return demandOfReception(asked, act)
    case 'helper.set':
      return demandReceptionDays(desk, ACTION_TYPES[type].body.parse(body).helper, actor.date, asked.acts)
    case 'restriction.lifted':
      await demandNoLetters(desk, keyOf(entity))
      return
    case 'restriction.set':
    case 'application.booked':
    case 'application.booking_dropped':
      return
  }
}

/** That a schedule was approved or posted is recorded once it was (clauses 6, 7; KZ-2026 rule 19), never ahead. */
function demandPast(day: PlainDate, { date }: Actor): void {
  if (day > date) throw new ExpectedError('schedule.day_ahead', { date: day })
}

/** Told by today, of an official who is there; who acts is another one (clause 15; KZ-2026 rule 27). */
function demandAbsence(
  { absence: { missing, acting, toldOn } }: BodyOf<'absence.set'>,
  { officials }: Plan,
  { date }: Actor,
): void {
  if (toldOn > date) throw new ExpectedError('plan.told_ahead')
  const isKnown = (id: string) => officials.some(one => one.id === id)
  if (missing.kind === 'official' && !isKnown(missing.id)) throw new ExpectedError('plan.no_official')
  if (acting === null) return
  if (missing.kind !== 'official' || acting === missing.id) throw new ExpectedError('plan.acting_self')
  if (!isKnown(acting)) throw new ExpectedError('plan.no_official')
}

/** Receives who stands among the officials and is in the post (clause 2). */
function demandInPost(officialId: string | null, { officials }: Plan, { date }: Actor): void {
  if (officialId === null) return
  const official = officials.find(({ id }) => id === officialId)
  if (official === undefined) throw new ExpectedError('plan.no_official')
  if (postStanding(official, date) !== 'in_office') throw new ExpectedError('plan.out_of_post', { date })
}

function approvedIn(acts: readonly PlannedAct[]): Set<string> {
  return new Set(acts.flatMap(({ type, entity }) => (type === 'schedule.approved' ? [keyOf(entity)] : [])))
}

function bookingsOf(acts: readonly PlannedAct[]): Bookings {
  const bookings = new Map<PlannedAct['entity'], NonNullable<ReturnType<Bookings['get']>> | null>()
  for (const { type, entity, body } of acts) {
    if (type === 'application.booked') bookings.set(entity, ACTION_TYPES[type].body.parse(body).booking)
    if (type === 'application.booking_dropped') bookings.set(entity, null)
  }
  return bookings
}

/** The months whose schedules are to be known: those in which somebody is booked. */
function monthsOf(acts: readonly PlannedAct[]): string[] {
  return [...bookingsOf(acts).values()].flatMap(booking => (booking === null ? [] : booking.date.slice(0, 7)))
}
