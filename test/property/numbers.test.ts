import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officeDate, officeTime } from '#electron/desk/office-date.ts'
import { type OpenDesk, openDesk as openDeskOf } from '#electron/desk/open-desk.ts'
import { type Action, entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { partsOf } from '#shared/time/plain-date.ts'
import { openDesk, readAll, testRandom } from '#test/fault/desk-rig.ts'
import { diceOf, MemoryFiles } from '#test/fault/memory-files.ts'
import { form, press, type RegisterRig, registerRig } from '#test/unit/desk/register-rig.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** 31 December 2026, 23:59 at the office (UTC+5). */
const NEW_YEARS_EVE = Date.UTC(2026, 11, 31, 18, 59)

const MOVES = { minute: MINUTE, day: DAY, year: 365 * DAY, month_back: -31 * DAY, year_back: -366 * DAY } as const

const presses = fc.array(fc.nat(40), { minLength: 1, maxLength: 6 })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('register' as const), presses }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('check_in' as const), presses }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      by: fc.constantFrom(...(Object.keys(MOVES) as (keyof typeof MOVES)[])),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const), orderly: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A desk over a disk in memory, its clock in the hand of the test. */
class World {
  files = new MemoryFiles()
  readonly #random = testRandom('numbers')
  readonly #actor = () => ({
    user: 'u1',
    role: 'clerk' as const,
    date: officeDate(this.now),
    time: officeTime(this.now),
    now: this.now,
  })
  now = NEW_YEARS_EVE
  desk!: OpenDesk
  rig!: RegisterRig
  /** What the first of each press was answered with. */
  readonly answers = new Map<string, Action>()

  async open(): Promise<void> {
    const parts = await openDesk({ files: this.files, random: this.#random, now: () => this.now })
    const reportBug = (error: unknown) => expect(error).toBeNull()
    this.desk = await openDeskOf({ ...parts, reportBug })
    this.rig = registerRig({ state: { desk: () => this.desk, actor: this.#actor } })
  }

  async begin(): Promise<void> {
    await this.open()
    const { gate, journal, keys } = this.desk
    const body = { letter: 'А', provisional: true, publicKey: keys.publicKey }
    const entity = entityId('desk', journal.installation)
    const office = {
      entity: entityId('office', 'main'),
      type: 'office.set',
      basedOn: null,
      body: { office: FIRST_RUN.office },
    }
    const opened = { entity, type: 'desk.opened', basedOn: null, body }
    await gate.act([{ intent: opened }, { intent: office }], this.#actor())
  }

  /** The same press is answered alike for ever; an answer is what the journal holds. */
  note(name: string, action: Action): void {
    const before = this.answers.get(name)
    if (before) expect(action).toEqual(before)
    this.answers.set(name, action)
  }

  async register(number: number): Promise<void> {
    this.note(`register ${number}`, (await this.rig.register(form(number))).action)
  }

  /** Whoever is in the house already is told so; everybody else gets a ticket. */
  async checkIn(number: number): Promise<void> {
    const known = [...this.answers.values()].filter(({ type }) => type === 'application.registered')
    const application = known[number % (known.length || 1)]?.entity
    if (application === undefined) return
    const asked = { request: press(number), application, officialId: null, booked: null, outOfTurn: false }
    const action = await this.rig.checkIn(asked).catch(error => {
      expect(error).toMatchObject({ detail: { code: 'visit.already_here' } })
      return null
    })
    if (action) this.note(`check_in ${number}`, action)
  }
}

async function run(world: World, one: Step, seed: number): Promise<void> {
  switch (one.kind) {
    case 'register':
      await Promise.all(one.presses.map(number => world.register(number)))
      return
    case 'check_in':
      await Promise.all(one.presses.map(number => world.checkIn(number)))
      return
    case 'move':
      world.now += MOVES[one.by]
      return
    case 'reopen':
      if (one.orderly) await world.desk.journal.close()
      else world.files.losePower(diceOf(seed))
      await world.open()
  }
}

/** Serials as they stand in the journal, by period: from 1, in the order in which they were given, none left out. */
async function expectWhole(world: World): Promise<{ registrations: number; tickets: number }> {
  const actions = await readAll(world.desk.journal, 100)
  const series = new Map<string, number[]>()
  const add = (period: string, serial: number) => series.set(period, [...(series.get(period) ?? []), serial])
  const presses = new Set<string>()
  const visitors = new Set<string>()
  for (const action of actions) {
    if (action.type === 'application.registered') {
      const { number, request } = bodyOf('application.registered', action)
      expect(number.year).toBe(partsOf(action.date).year)
      add(`year ${number.year}`, number.serial)
      presses.add(`register ${request}`)
    } else if (action.type === 'visit.checked_in') {
      const { visit } = bodyOf('visit.checked_in', action)
      expect(visit.day).toBe(action.date)
      add(`day ${visit.day}`, visit.ticket.serial)
      presses.add(`check_in ${visit.request}`)
      visitors.add(`${visit.day} ${visit.application}`)
    }
  }
  for (const serials of series.values()) expect(serials).toEqual(serials.map((_, index) => index + 1))
  const registrations = actions.filter(action => action.type === 'application.registered').length
  const tickets = actions.filter(action => action.type === 'visit.checked_in').length
  expect(presses.size).toBe(registrations + tickets)
  expect(visitors.size).toBe(tickets)
  expect(new Set(world.answers.values()).size).toBe(world.answers.size)
  expect(world.answers.size).toBe(registrations + tickets)
  return { registrations, tickets }
}

test('whatever the clock does and however often the program ends, numbers and tickets go on one by one', async () => {
  const seen = { registrations: 0, tickets: 0, reopenings: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), fc.nat(), async (steps, seed) => {
      const world = new World()
      await world.begin()
      for (const one of steps) await run(world, one, seed)
      const { registrations, tickets } = await expectWhole(world)
      seen.registrations += registrations
      seen.tickets += tickets
      seen.reopenings += steps.filter(({ kind }) => kind === 'reopen').length
      expect(await world.desk.journal.verify()).toMatchObject({ brokenAt: null })
    }),
    { numRuns: 80, seed: 20261231 },
  )
  // A test that gave few numbers, or never began anew, would prove nothing.
  expect(seen.registrations).toBeGreaterThan(700)
  expect(seen.tickets).toBeGreaterThan(300)
  expect(seen.reopenings).toBeGreaterThan(100)
})

test('two windows press fifty times each at once, every tenth press twice, as the year ends', async () => {
  const world = new World()
  await world.begin()
  const first = Array.from({ length: 50 }, (_, number) => world.register(number))
  world.now += 2 * MINUTE
  const second = Array.from({ length: 50 }, (_, number) => world.register(50 + number))
  const again = Array.from({ length: 10 }, (_, number) => world.register(number * 10))
  await Promise.all([...first, ...second, ...again])
  expect(await expectWhole(world)).toEqual({ registrations: 100, tickets: 0 })
  const years = [...world.answers.values()].map(action => bodyOf('application.registered', action).number.year)
  expect(years.filter(year => year === 2026)).toHaveLength(50)
  expect(years.filter(year => year === 2027)).toHaveLength(50)
})

test('a kill at any moment of a press: made once more it is one registration, and no number is left out', async () => {
  const stood: boolean[] = []
  await fc.assert(
    fc.asyncProperty(fc.nat(80), async turns => {
      const world = new World()
      await world.begin()
      await world.register(1)
      const unanswered = world.rig.register(form(2))
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      const left = world.files.copy()
      await unanswered
      world.files = left
      await world.open()
      stood.push(world.desk.journal.entitiesOf('application').length === 2)
      await world.register(2)
      await world.register(3)
      expect(await expectWhole(world)).toEqual({ registrations: 3, tickets: 0 })
    }),
    { numRuns: 100, seed: 20261231 },
  )
  expect(new Set(stood)).toEqual(new Set([true, false]))
})
