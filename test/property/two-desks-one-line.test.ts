import { expect, test } from 'vitest'
import { type ActionId, chainPlaceOf, type EntityId } from '#shared/change/action.ts'
import { foldLine, mayCall } from '#shared/line/transitions.ts'
import { diceOf } from '#test/fault/memory-files.ts'
import { readSamples } from '#test/fixtures/action-samples.ts'
import { ApartDesk } from './apart-model.ts'
import { ModelStore } from './model-store.ts'

const VISITORS = 1000
const LINE = 'line:20261123-akim-1' as EntityId

/** The body of the golden sample of a type. */
function bodyOf(type: string): Record<string, unknown> {
  const sample = readSamples().find(({ value }) => (value as { type: string }).type === type)
  if (sample === undefined) throw new Error(type)
  return (sample.value as { body: Record<string, unknown> }).body
}

function visitOf(number: number): EntityId {
  return `visit:20261123-line-${String(number).padStart(4, '0')}` as EntityId
}

/** Whether a desk knows of no call of a visitor. */
function isWaiting(desk: ApartDesk, visit: EntityId): boolean {
  const own = desk.seen.get(visit) ?? []
  return own.length > 0 && own.every(({ type }) => type !== 'visit.called')
}

function firstWaiting(desk: ApartDesk, from: number): number {
  let number = from
  while (number < VISITORS && !isWaiting(desk, visitOf(number))) number += 1
  return number
}

/** How the wire is: how often it is cut, at how many of a hundred tries, and for how long at most. */
interface Wire {
  readonly seed: number
  readonly cuts: number
  /** Tries at a call out of a hundred at which a desk takes the line over that another one has. */
  readonly takes: number
}

/** What came of a day: the two desks, what they did, how often a call was refused as the line is another desk's. */
interface Day {
  readonly desks: readonly [ApartDesk, ApartDesk]
  readonly known: ReadonlyMap<ActionId, ReadonlySet<ActionId>>
  readonly did: { calls: number; takes: number; refused: number }
}

/** Both desks call whoever is first in what they see of one line, as main lets them (ADR 35); the wire comes and goes. */
function runLine({ seed, cuts, takes }: Wire): Day {
  const dice = diceOf(seed)
  const known = new Map<ActionId, ReadonlySet<ActionId>>()
  let now = 1_790_000_000_000
  const wall = () => (now += 700)
  const desks = [new ApartDesk(0, wall, known), new ApartDesk(1, wall, known)] as const
  const exchange = () => {
    desks[0].takeFrom(desks[1])
    desks[1].takeFrom(desks[0])
  }
  standInLine(desks)
  exchange()
  const did = { calls: 0, takes: 0, refused: 0 }
  const from = [0, 0]
  for (let cut = 0; Math.min(...from) < VISITORS; ) {
    const which = dice() < 0.5 ? 0 : 1
    const desk = desks[which]
    const takesOver = dice() * 100 < takes
    from[which] = firstWaiting(desk, from[which] ?? 0)
    if (from[which] < VISITORS) did[callOrTake(desk, desks[1 - which]!, visitOf(from[which]), takesOver)] += 1
    cut = cut > 0 ? cut - 1 : dice() * 100 < cuts ? Math.floor(dice() * 30) : 0
    if (cut === 0) exchange()
  }
  exchange()
  return { desks, known, did }
}

function standInLine(desks: Day['desks']): void {
  const [checkedIn, checked] = [bodyOf('visit.checked_in'), bodyOf('visit.identity_checked')]
  for (let number = 0; number < VISITORS; number++) {
    const desk = desks[number % 2 === 0 ? 0 : 1]
    desk.act('visit.checked_in', visitOf(number), { visit: { ...(checkedIn.visit as object), members: 0 } })
    desk.act('visit.identity_checked', visitOf(number), checked)
  }
}

function callOrTake(
  desk: ApartDesk,
  other: ApartDesk,
  visit: EntityId,
  takesOver: boolean,
): 'calls' | 'takes' | 'refused' {
  const right = mayCall(foldLine(desk.seen.get(LINE) ?? []), desk.installation, [other])
  const before = desk.actions.length
  if (right === 'other') {
    if (takesOver) desk.act('line.taken', LINE, { ground: 'nobody' })
    return takesOver ? 'takes' : 'refused'
  }
  desk.act('visit.called', visit, bodyOf('visit.called'))
  desk.act('line.called', LINE, { ticket: { letter: 'А', serial: 14 }, begins: right === 'begins' })
  if (desk.actions.length !== before + 2) throw new Error(`${visit} could not be called`)
  return 'calls'
}

/** Visitors whom two desks called. */
function calledTwice([desk]: Day['desks']): string[] {
  const twice: string[] = []
  for (let number = 0; number < VISITORS; number++) {
    const visit = visitOf(number)
    const calls = (desk.seen.get(visit) ?? []).filter(({ type }) => type === 'visit.called')
    expect(calls.length, `${visit} was called`).toBeGreaterThan(0)
    if (new Set(calls.map(({ id }) => chainPlaceOf(id).installation)).size > 1) twice.push(`apart:${visit}`)
  }
  return twice
}

/** Whether two desks called from the line or took it, neither knowing of the other, and nobody who knew of both took it since. */
function isLineApart({ desks: [desk], known }: Pick<Day, 'desks' | 'known'>): boolean {
  const own = desk.seen.get(LINE) ?? []
  const taken = own.filter(({ type }) => type === 'line.taken')
  const knew = (one: ActionId, other: ActionId) => one === other || known.get(one)?.has(other) === true
  const isOver = (one: ActionId, two: ActionId) =>
    taken.some(({ id }) => known.get(id)?.has(one) === true && known.get(id)?.has(two) === true)
  return own.some(({ id: one }) => own.some(({ id: two }) => !knew(one, two) && !knew(two, one) && !isOver(one, two)))
}

function toldAt(desk: ApartDesk): string[] {
  const store = new ModelStore()
  store.fold(desk.arrived)
  return [...store.attentions.keys()].filter(id => id.startsWith('apart:')).sort()
}

test('two desks that see each other at one line of a thousand, taken over again and again: nobody is called twice', () => {
  const { desks, did } = runLine({ seed: 1, cuts: 0, takes: 5 })
  expect(did.calls).toBe(VISITORS)
  expect(did.takes).toBeGreaterThan(20)
  expect(did.refused).toBeGreaterThan(VISITORS / 2)
  expect(calledTwice(desks)).toEqual([])
  for (const desk of desks) expect(toldAt(desk)).toEqual([])
}, 300_000)

test('the wire cut again and again: whoever both called apart is told, and nobody else; the line is settled by one act', () => {
  const { desks, known, did } = runLine({ seed: 2, cuts: 5, takes: 10 })
  const twice = calledTwice(desks)
  expect(did.calls).toBe(VISITORS + twice.length)
  expect(did.takes).toBeGreaterThan(20)
  expect(twice.length).toBeGreaterThan(20)
  const line = isLineApart({ desks, known }) ? [`apart:${LINE}`] : []
  for (const desk of desks) expect(toldAt(desk)).toEqual([...line, ...twice].sort())
  const [one, other] = desks
  // One who had both sides goes on: the line is theirs, and nothing of it waits any more.
  other.act('line.taken', LINE, { ground: 'agreed' })
  one.takeFrom(other)
  for (const desk of desks) {
    expect(toldAt(desk)).toEqual(twice)
    expect(foldLine(desk.seen.get(LINE) ?? []).owner).toBe(other.installation)
  }
}, 300_000)

test('of many short days a line is told where desks really were apart in it, and only there', () => {
  let told = 0
  for (let seed = 1; seed <= 200; seed++) {
    const { desks, known } = shortDay(seed)
    const isApart = isLineApart({ desks, known })
    expect(toldAt(desks[0]), `seed ${seed}`).toEqual(isApart ? [`apart:${LINE}`] : [])
    if (isApart) told += 1
    expect(toldAt(desks[1])).toEqual(toldAt(desks[0]))
  }
  expect(told).toBeGreaterThan(50)
  expect(told).toBeLessThan(200)
}, 300_000)

/** Twelve tries of two desks at a line, with cuts. */
function shortDay(seed: number) {
  const dice = diceOf(seed)
  const known = new Map<ActionId, ReadonlySet<ActionId>>()
  let now = 1_790_000_000_000
  const wall = () => (now += 700)
  const desks = [new ApartDesk(0, wall, known), new ApartDesk(1, wall, known)] as const
  for (let tried = 0; tried < 12; tried++) {
    const which = dice() < 0.5 ? 0 : 1
    const desk = desks[which]
    const right = mayCall(foldLine(desk.seen.get(LINE) ?? []), desk.installation, [desks[1 - which]!])
    const ticket = { letter: 'А', serial: 1 + tried }
    if (right !== 'other') desk.act('line.called', LINE, { ticket, begins: right === 'begins' })
    else if (dice() < 0.3) desk.act('line.taken', LINE, { ground: 'broken' })
    if (dice() < 0.7) {
      desks[0].takeFrom(desks[1])
      desks[1].takeFrom(desks[0])
    }
  }
  desks[0].takeFrom(desks[1])
  desks[1].takeFrom(desks[0])
  return { desks, known }
}
