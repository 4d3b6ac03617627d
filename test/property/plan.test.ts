import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import type { Booking } from '#shared/application/registration.ts'
import { isWorkingDay } from '#shared/calendar/rules.ts'
import { withActs } from '#shared/plan/apply.ts'
import {
  actsOfAbsence,
  actsOfRestriction,
  type Cascade,
  cascadeOf,
  cascadeOfRestriction,
} from '#shared/plan/cascade.ts'
import { conflictsOf } from '#shared/plan/conflicts.ts'
import { fillTimes } from '#shared/plan/fill.ts'
import type { Plan, PlanAct, PlannedPerson } from '#shared/plan/model.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { timeOf, timesOf } from '#shared/plan/times.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { addDays, PlainTime } from '#shared/time/plain-date.ts'
import { absence, away, booking, person, planOf, reception, restriction, TODAY } from '#test/fixtures/plan.ts'
import { official } from '#test/fixtures/schedule.ts'
import { expectHandJudged, expectJudged, expectScheduleJudged } from './plan-judged.ts'
import { gridOf, isLawful, minute, modelOf, unlawfulDayOf } from './plan-model.ts'

const SEED = 20261122
const RUNS = 2_200
const OFFICIALS = ['1', '2', '3']

const CONSENTS = [[], ['video'], ['other_official'], ['video', 'other_official']]

interface World {
  readonly plan: Plan
  /** What stood before each absence or restriction, by key. */
  readonly undo: ReadonlyMap<string, Pick<Plan, 'people' | 'receptions'>>
}

const days = (count: number) => addDays(TODAY, count)
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

const anyReception = fc.record({
  official: fc.constantFrom(...OFFICIALS),
  day: fc.integer({ min: 1, max: 40 }),
  hour: fc.constantFrom('09', '10', '11', '15'),
  slot: fc.constantFrom(15, 20, 30),
  buffer: fc.constantFrom(0, 5, 10),
  capacity: fc.constantFrom(null, null, 2, 5),
  video: fc.boolean(),
  room: fc.constantFrom('301', '302'),
})
const anyPerson = fc.record({
  official: fc.constantFrom(...OFFICIALS),
  video: fc.boolean(),
  outOfTurn: fc.boolean(),
  order: fc.nat(999_999),
  briefed: fc.boolean(),
})
const anyOp = fc.record({
  what: fc.constantFrom(
    'fill',
    'fill',
    'soonest',
    'away',
    'away',
    'room',
    'link',
    'restrict',
    'undo',
    'by_hand',
    'told',
    'drop',
    'gone',
    'later',
  ),
  a: fc.nat(99),
  b: fc.nat(99),
  agreed: fc.nat(),
})
const anyWorld = fc.record({
  receptions: fc.array(anyReception, { minLength: 2, maxLength: 9 }),
  people: fc.uniqueArray(anyPerson, { minLength: 2, maxLength: 14, selector: one => one.order }),
  ops: fc.array(anyOp, { minLength: 2, maxLength: 8 }),
})
type Drawn = typeof anyWorld extends fc.Arbitrary<infer T> ? T : never
type Op = Drawn['ops'][number]

function begin({ receptions, people }: Drawn): World {
  const held = receptions.map(({ official: id, day, hour, slot, buffer, capacity, video, room }, n) => {
    const to = `${String(Number(hour) + 1).padStart(2, '0')}:30`
    const mode = video ? { mode: 'video', link: 'L' } : {}
    return reception(`r${n}`, id, days(day), { from: `${hour}:00`, to, room, slot, buffer, capacity, ...mode })
  })
  const waiting = people.map((one, n) =>
    person(n, {
      order: String(one.order).padStart(7, '0'),
      appointed: { officialId: one.official, video: one.video },
      outOfTurn: one.outOfTurn,
      briefedOn: one.briefed ? days(-7) : null,
    }),
  )
  const officials = OFFICIALS.map(id =>
    official(id, 'akim', null, {
      substitutes: OFFICIALS.filter(one => one !== id),
      until: id === '3' ? days(25) : null,
    }),
  )
  return { plan: planOf({ officials, receptions: held, people: waiting }), undo: new Map() }
}

function step(world: World, op: Op, at: number): World {
  const { plan } = world
  const key = `k${at}`
  const span = [days((op.a % 30) + 1), days((op.a % 30) + 1 + (op.b % 12))] as const
  switch (op.what) {
    case 'fill':
    case 'soonest':
      return then(world, filled(plan, op))
    case 'away': {
      const id = pick(OFFICIALS, op.b) ?? ''
      const acting = op.agreed % 2 === 0 ? (pick(OFFICIALS, op.b + 1) ?? null) : null
      return told(world, away(key, id, ...span, { acting }), op)
    }
    case 'room':
      return told(world, absence(key, { kind: 'room', room: op.b % 2 ? '301' : '302' }, ...span), op)
    case 'link':
      return told(world, absence(key, { kind: 'link', link: 'L' }, ...span), op)
    case 'restrict': {
      const set = restriction(key, span[0], op.agreed % 2 === 0 ? null : span[1])
      const found = cascadeOfRestriction(plan, set)
      const next = kept(world, key, actsOfRestriction(checked(found), set, agreedOf(found, op)))
      assert.equal(unlawfulDayOf(next.plan.receptions, { ...next.plan, restrictions: [set] }), null)
      return next
    }
    case 'undo':
      return undone(world, op)
    default:
      return { ...world, plan: byHand(plan, op) }
  }
}

function told(world: World, gone: Plan['absences'][number], op: Op): World {
  const found = cascadeOf(world.plan, gone)
  return kept(world, gone.key, actsOfAbsence(checked(found), gone, agreedOf(found, op)))
}

/** Offers are in the order of application and stand, all at once. */
function checked(found: Cascade): Cascade {
  const { plan, affected } = found
  const orders = affected.map(({ person: { order } }) => order)
  assert.deepEqual(orders, [...orders].sort())
  const offers = new Map(affected.map(({ person: { application }, offer }) => [application, offer?.booking ?? null]))
  const people = plan.people.map(one => ({ ...one, booking: offers.get(one.application) ?? one.booking }))
  const { stands } = modelOf({ ...plan, people })
  for (const [application, offer] of offers) {
    if (offer === null) continue
    assert.equal(stands.get(application), offer.reception)
    const at = plan.receptions.find(({ id }) => id === offer.reception)
    assert.ok(offer.time === null || at === undefined || offer.date > plan.today)
  }
  return found
}

function agreedOf({ affected }: Cascade, { agreed }: Op) {
  return new Set(affected.filter((_, n) => (agreed >> (n % 20)) % 3 !== 0).map(({ person: one }) => one.application))
}

function kept(world: World, key: string, acts: readonly PlanAct[]): World {
  expectJudged(world.plan, acts)
  const undo = new Map(world.undo).set(key, world.plan)
  return { plan: withActs(world.plan, acts), undo }
}

function then(world: World, acts: readonly PlanAct[]): World {
  expectJudged(world.plan, acts)
  return { ...world, plan: withActs(world.plan, acts) }
}

/** Whoever still carries the key goes back to where he was, and so do the receptions; a new order never comes of it. */
function undone({ plan, undo }: World, op: Op): World {
  const key = pick([...undo.keys()], op.b)
  const before = undo.get(key ?? '')
  if (key === undefined || before === undefined) return { plan, undo }
  const was = new Map(before.people.map(one => [one.application, one.booking]))
  const rest = new Map(undo)
  rest.delete(key)
  return {
    undo: rest,
    plan: {
      ...plan,
      absences: plan.absences.filter(one => one.key !== key),
      restrictions: plan.restrictions.filter(one => one.key !== key),
      receptions: before.receptions,
      people: plan.people.map(one =>
        one.booking?.because === key ? { ...one, booking: was.get(one.application) ?? null } : one,
      ),
    },
  }
}

/** What desks do without asking the engine: two of them give one time, a letter goes out, a time is dropped, a day goes by. */
function byHand(plan: Plan, { what, a, b, agreed }: Op): Plan {
  const who = pick(plan.people, a)
  const set = (change: Partial<PlannedPerson>) => ({
    ...plan,
    people: plan.people.map(one => (one === who ? { ...one, ...change } : one)),
  })
  switch (what) {
    case 'by_hand': {
      const at = pick(plan.receptions, b)
      const time = PlainTime.parse(`${String(9 + (b % 8)).padStart(2, '0')}:${String((a % 12) * 5).padStart(2, '0')}`)
      if (at === undefined || who === undefined) return plan
      const officialId = pick([at.officialId, who.appointed?.officialId ?? '', ...OFFICIALS, 'nobody'], agreed)
      const said = { agreed: CONSENTS[agreed % CONSENTS.length], officialId: officialId }
      const onGrid = pick(timesOf(at), a) ?? time
      const given = booking(at, b % 5 === 0 ? null : b % 2 === 0 ? onGrid : time, a % 3 === 0 ? {} : said)
      const beside = { ...given, reception: null, time: timeOf(minute(given.time ?? time) + (agreed % 9) * 5 - 20) }
      const other = pick(plan.people, a + 1 + b) ?? who
      expectHandJudged(plan, [
        { ...other, booking: agreed % 4 === 0 ? { ...given, time: onGrid } : beside },
        { ...who, booking: given },
      ])
      return set({ booking: given, told: false })
    }
    case 'told':
      return who?.booking ? set({ told: true }) : plan
    case 'drop':
      return set({ booking: null, told: false })
    case 'gone':
      return { ...plan, receptions: plan.receptions.filter((_, n) => n !== b % 9) }
    default:
      return { ...plan, today: addDays(plan.today, a % 4) }
  }
}

function filled(plan: Plan, { what, a }: Op): readonly PlanAct[] {
  const options = { soonest: what === 'soonest', categoriesFirst: a % 3 === 0 }
  const found = fillTimes(plan, options)
  const waiting = plan.people.filter(one => one.booking === null)
  assert.equal(found.proposed.length + found.left.length, waiting.length)
  const given = new Map<string, Booking>(found.proposed.map(one => [one.person.application, one.booking]))
  const turns = [...waiting].sort((x, y) => (turn(x, options) < turn(y, options) ? -1 : 1))
  for (const [n, one] of turns.entries()) {
    const own = given.get(one.application)
    if (own !== undefined) expectOnGrid(own, plan)
    for (const later of turns.slice(n + 1)) expectNoEnvy(one, own, given.get(later.application), plan, options.soonest)
  }
  return found.acts
}

const turn = ({ outOfTurn, order }: PlannedPerson, { categoriesFirst }: { categoriesFirst: boolean }) =>
  `${categoriesFirst && outOfTurn ? 0 : 1} ${order}`

/** Nobody who comes later has a place that the earlier one could have had and that is before his own. */
function expectNoEnvy(
  one: PlannedPerson,
  own: Booking | undefined,
  other: Booking | undefined,
  plan: Plan,
  soonest: boolean,
) {
  if (other === undefined || other.officialId !== one.appointed?.officialId) return
  const isBriefed = one.briefedOn !== null || soonest || fillable(one, other, plan)
  if (!isBriefed || !isLawful({ ...one, booking: { ...other, agreed: [] } }, plan)) return
  if (own === undefined || placeKey(own) > placeKey(other)) throw new Error(`${one.application}: out of order`)
}

/** Who is not briefed yet can have what keeps five working days from today. */
function fillable({ briefedOn }: PlannedPerson, { date }: Booking, { today, calendar }: Plan): boolean {
  let left = briefedOn === null ? 5 : 0
  let day = addDays(date, -1)
  for (; left > 0 && day > today; day = addDays(day, -1)) left -= isWorkingDay(day, calendar) ? 1 : 0
  return left === 0 || (left === 1 && day === today && isWorkingDay(today, calendar))
}

const placeKey = ({ date, time }: Booking) => `${date} ${time ?? '~'}`

function expectOnGrid({ reception: id, time, date, mode }: Booking, plan: Plan) {
  const at = plan.receptions.find(one => one.id === id) as Reception
  assert.ok(date > plan.today && mode === at.mode)
  if (time !== null) assert.ok(gridOf(at).includes(minute(time)))
}

function expectWhole(plan: Plan) {
  const placed = placedOf(plan)
  const model = modelOf(plan)
  const at = [...placed.at].flatMap(([id, list]) => list.map(one => [one.application as string, id] as const))
  const stands = [...at, ...placed.elsewhere.map(one => [one.application as string, 'day'] as const)]
  assert.deepEqual(new Map(stands), model.stands)
  assert.equal(stands.length, model.stands.size)
  assert.deepEqual(placed.toCall.map(one => one.person.application as string).sort(), [...model.toCall].sort())
  const orders = placed.toCall.map(one => one.person.order)
  assert.deepEqual(orders, [...orders].sort())
  const off = plan.receptions.filter(one => one.date >= plan.today && !isWorkingDay(one.date, plan.calendar))
  const told = new Set(
    conflictsOf(plan)
      .filter(one => one.code === 'non_working_day')
      .flatMap(one => one.receptions),
  )
  assert.ok(off.every(one => told.has(one.id)))
}

test('whatever is planned, filled, moved and undone: nobody has the time of another, the order of application holds, and everybody booked is in exactly one place or to be called', () => {
  fc.assert(
    fc.property(anyWorld, drawn => {
      let world = begin(drawn)
      for (const [at, op] of drawn.ops.entries()) {
        world = step(world, op, at)
        expectWhole(world.plan)
        expectScheduleJudged(world.plan, op.a, op.b)
      }
    }),
    { seed: SEED, numRuns: RUNS },
  )
}, 120_000)
