import { describe, expect, it } from 'vitest'
import { type Coming, type SimulatedCall, simulateDay } from '#shared/visit/simulate-day.ts'

const OPENS = 9 * 60
const PROMISE = 90
const OFFICIALS = 20
const VISITORS = 600

/** mulberry32: the same day from the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Six hundred who come over the day: four in ten booked, one in six of them late, one in ten out of turn, one in fifteen away when called. */
function massDay(seed: number, takes: { readonly least: number; readonly most: number }): Coming[] {
  const random = seeded(seed)
  const within = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  return Array.from({ length: VISITORS }, (_, at) => {
    const isBooked = random() < 0.4
    const booked = isBooked ? OPENS + 20 * within(0, 24) : null
    const late = random() < 1 / 6 ? within(1, 60) : -within(0, 40)
    return {
      officialId: `o${at % OFFICIALS}`,
      came: booked === null ? within(OPENS - 30, OPENS + 500) : Math.max(OPENS - 30, booked + late),
      booked,
      outOfTurn: random() < 0.1,
      takes: within(takes.least, takes.most),
      backAfter: random() < 1 / 15 ? within(5, 40) : null,
    }
  })
}

const isOnTime = ({ booked, came }: Coming) => booked !== null && came - booked <= 15
const since = (one: Coming) => (isOnTime(one) ? Math.max(one.booked as number, one.came) : one.came)
const dueOf = (one: Coming) => (isOnTime(one) ? (one.booked as number) : one.came) + PROMISE

/**
 * Whether arithmetic alone breaks the promise in a line. Knows nothing of the rule: minute by minute an official who may break off and
 * go on works at whatever must be ended first, after those out of turn. Where even that official is late, every order is. `spare`: minutes
 * before the end of the promise by which a call is wanted: a real official does not send out who is inside, nor foresees who comes next.
 */
function isForbidden(line: readonly Coming[], spare: number): boolean {
  const left = line.map(one => ({
    from: Math.max(one.came, OPENS),
    minutes: one.takes + (one.backAfter === null ? 0 : 2),
    by: one.outOfTurn ? 0 : dueOf(one) + one.takes - spare,
  }))
  for (let now = OPENS; left.length > 0; now++) {
    const here = left.filter(({ from }) => from <= now)
    if (here.some(({ by, minutes }) => by > 0 && now + minutes > by)) return true
    const [next] = here.sort((a, b) => a.by - b.by)
    if (next !== undefined && --next.minutes === 0) left.splice(left.indexOf(next), 1)
  }
  return false
}

/** First calls only: a promise is kept once somebody was called, whether they came in or not. */
function waitsOf(people: readonly Coming[], calls: readonly SimulatedCall[]) {
  const first = new Map<number, SimulatedCall>()
  for (const call of calls) if (!first.has(call.visitor)) first.set(call.visitor, call)
  return people.map((one, visitor) => ({ one, wait: (first.get(visitor)?.at ?? Number.NaN) - since(one) }))
}

function figures(name: string, people: readonly Coming[], calls: readonly SimulatedCall[]): void {
  const waits = waitsOf(people, calls)
  const told = (label: string, of: (one: Coming) => boolean) => {
    const sorted = waits
      .filter(({ one }) => of(one))
      .map(({ wait }) => wait)
      .sort((a, b) => a - b)
    return `${label} ${sorted.length}: median ${sorted[sorted.length >> 1]}, longest ${sorted.at(-1)} min`
  }
  const past = waits.filter(({ wait }) => wait > PROMISE).length
  const moved = calls.filter(({ reason }) => reason === 'promise').length
  console.info(
    `${name}: ${told('out of turn', one => one.outOfTurn)}; ${told('booked', one => !one.outOfTurn && isOnTime(one))}; ` +
      `${told('same-day and late', one => !one.outOfTurn && !isOnTime(one))}; past ${PROMISE} min: ${past}; called by the promise: ${moved}`,
  )
}

function linesOf(people: readonly Coming[]): Coming[][] {
  return [...Map.groupBy(people, ({ officialId }) => officialId).values()]
}

const DAYS = [
  { name: 'a day that fits', takes: { least: 6, most: 16 } },
  { name: 'a full day', takes: { least: 8, most: 24 } },
  { name: 'a day past capacity', takes: { least: 15, most: 35 } },
]

describe('a day of six hundred visitors and twenty officials', () => {
  for (const { name, takes } of DAYS) {
    it(`${name}: everybody is called, and nobody past one of a better right`, () => {
      const people = massDay(20261123, takes)
      const calls = simulateDay(people, { opens: OPENS, promise: PROMISE })
      figures(name, people, calls)
      expect(new Set(calls.filter(({ missed }) => !missed).map(({ visitor }) => visitor)).size).toBe(VISITORS)
      for (const call of calls) expect(inversion(people, call)).toBeNull()
    })
  }

  it('nobody waits past the promise but where arithmetic forbids it, on twelve days of each kind', () => {
    const sums = { lines: 0, surely: 0, nearly: 0, broken: 0, unforced: 0, most: 0 }
    for (const { takes } of DAYS) {
      for (let seed = 1; seed <= 12; seed++) {
        const people = massDay(seed, takes)
        const past = waitsOf(people, simulateDay(people, { opens: OPENS, promise: PROMISE })).filter(
          ({ wait }) => wait > PROMISE,
        )
        for (const line of linesOf(people)) {
          const [surely, nearly] = [
            isForbidden(line, 0),
            isForbidden(line, 2 * Math.max(...line.map(one => one.takes))),
          ]
          const late = past.filter(({ one }) => one.officialId === line[0]?.officialId)
          sums.lines++
          sums.surely += surely ? 1 : 0
          sums.nearly += nearly ? 1 : 0
          sums.broken += late.length > 0 ? 1 : 0
          sums.unforced += late.length > 0 && !surely ? 1 : 0
          if (late.length > 0 && !nearly) sums.most = Math.max(sums.most, ...late.map(({ wait }) => wait - PROMISE))
        }
      }
    }
    console.info(
      `lines ${sums.lines}; beyond any order ${sums.surely}; broken ${sums.broken}, of them not forced by arithmetic ${sums.unforced}; ` +
        `with less than two receptions to spare ${sums.nearly}; broken with more to spare, by minutes: ${sums.most}`,
    )
    expect(sums.broken).toBeGreaterThan(0)
    expect(sums.lines - sums.nearly).toBeGreaterThan(0)
    expect(sums.most).toBe(0)
  })
})

/** Who of a better right stood in the line when a call was made, or null: the reason of the call has to be true. */
function inversion(people: readonly Coming[], { at, visitor, reason, waiting }: SimulatedCall): string | null {
  const own = people[visitor] as Coming
  const others = waiting.filter(one => one !== visitor).map(one => people[one] as Coming)
  if (own.outOfTurn) {
    return others.some(one => one.outOfTurn && one.came < own.came) ? 'an earlier one out of turn' : null
  }
  if (others.some(one => one.outOfTurn)) return 'one out of turn'
  const isDue = (one: Coming) => isOnTime(one) && (one.booked as number) <= at
  if (others.some(one => isDue(one) && isDue(own) && (one.booked as number) < (own.booked as number)))
    return 'an earlier time'
  if (others.some(one => !isOnTime(one) && !isOnTime(own) && one.came < own.came)) return 'an earlier arrival'
  const isPassed = others.some(one => isDue(one) && !isDue(own))
  if (isPassed)
    return reason === 'promise' && dueOf(own) <= Math.min(...others.map(dueOf)) ? null : 'one whose time came'
  return reason === 'by_hand' ? 'no reason' : null
}
