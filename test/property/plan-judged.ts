import assert from 'node:assert/strict'
import { Booking } from '#shared/application/registration.ts'
import { withActs } from '#shared/plan/apply.ts'
import type { Plan, PlanAct, PlannedPerson } from '#shared/plan/model.ts'
import { type Asking, refusedBookings } from '#shared/plan/new-bookings.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { type Reception, Reception as ReceptionModel } from '#shared/schedule/model.ts'
import { refusedReception } from '#shared/schedule/refused.ts'
import { refusedIn, unlawfulDayOf } from './plan-model.ts'

/** Main refuses of these acts what the model refuses, and nothing of what the engine found while nobody was to be called. */
export function expectJudged(before: Plan, acts: readonly PlanAct[]): void {
  const refused = expectAlike(withActs(before, acts), askedBy(acts))
  const asked = new Set<string>(askedBy(acts))
  const others = placedOf(before).toCall.filter(({ person }) => !asked.has(person.application))
  if (others.length === 0) assert.deepEqual([...refused.keys()], [])
}

/** Two desks ask for a time each in one press, lawful or not: main and the model are of one mind. */
export function expectHandJudged(plan: Plan, people: readonly PlannedPerson[]): void {
  const given = new Map(people.map(one => [one.application, one]))
  const asked = [...given.values()].filter(one => one.booking !== null).map(one => one.application)
  expectAlike({ ...plan, people: plan.people.map(one => given.get(one.application) ?? one) }, asked)
}

function expectAlike(plan: Plan, asked: readonly string[]): ReturnType<typeof refusedBookings> {
  const booked = plan.people.filter((one): one is PlannedPerson & Asking => one.booking !== null)
  const byId = new Map<string, Asking>(booked.map(one => [one.application, one]))
  const standing = booked.filter(one => !asked.includes(one.application))
  const inTurn = asked.flatMap(id => byId.get(id) ?? [])
  const refused = refusedBookings(plan, standing, inTurn)
  assert.deepEqual(new Set<string>(refused.keys()), refusedIn(plan, asked))
  // What is not refused stands: nobody is told a time that the plan calls at once.
  const accepted = booked.filter(one => asked.includes(one.application) && !refused.has(one.application))
  for (const { code } of placedOf({ ...plan, people: accepted }).toCall) assert.equal(code, 'not_received')
  return refused
}

function askedBy(acts: readonly PlanAct[]): PlanAct['entity'][] {
  return acts.flatMap(({ entity, type, body }) =>
    type === 'application.booked' && Booking.safeParse(body.booking).success ? [entity] : [],
  )
}

/** A schedule with one reception as no law or as the law has it: approved, and as a change of what stands. */
export function expectScheduleJudged(plan: Plan, at: number, as: number): void {
  const { receptions, restrictions, today } = plan
  const one = receptions[at % Math.max(1, receptions.length)]
  if (one === undefined) return
  const changed = ReceptionModel.parse({ ...one, ...CHANGES(one)[as % 6] })
  const after = receptions.map(each => (each === one ? changed : each))
  const month = { month: '2026-10', receptions: after } as Parameters<typeof refusedReception>[0]
  const asked = { restrictions, today }
  assert.equal(refusedReception(month, { ...asked, before: null })?.date ?? null, unlawfulDayOf(after, plan))
  const before = { ...month, receptions: [...receptions] }
  const isChanged = as % 6 !== 0
  const judged = isChanged ? unlawfulDayOf([changed], plan) : null
  assert.equal(refusedReception(month, { ...asked, before })?.date ?? null, judged)
}

const CHANGES = ({ from, room, mode }: Reception): readonly object[] => [
  {},
  { to: from },
  { from: '23:00', to: '09:00' },
  { kind: 'off_schedule', instruction: null, room: `${room}x` },
  { kind: 'off_schedule', instruction: { on: '2026-10-01', number: '', text: '' }, room: `${room}x` },
  { mode: mode === 'video' ? 'in_person' : 'video', link: 'L' },
]
