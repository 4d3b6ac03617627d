import { expect, test } from 'vitest'
import type { ActionId, EntityId } from '#shared/change/action.ts'
import { diceOf } from '#test/fault/memory-files.ts'
import { readSamples } from '#test/fixtures/action-samples.ts'
import { ApartDesk } from './apart-model.ts'
import { ModelStore } from './model-store.ts'

const VISITORS = 1000
const RUNS = 2

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

/** Both desks call whoever is first in what they see of one line; the wire comes and goes. Answers with the two and the calls. */
function runLine(seed: number): { readonly desks: readonly [ApartDesk, ApartDesk]; readonly calls: number } {
  const dice = diceOf(seed)
  const known = new Map<ActionId, ReadonlySet<ActionId>>()
  let now = 1_790_000_000_000
  const wall = () => (now += 700)
  const desks = [new ApartDesk(0, wall, known), new ApartDesk(1, wall, known)] as const
  const exchange = () => {
    desks[0].takeFrom(desks[1])
    desks[1].takeFrom(desks[0])
  }
  const [checkedIn, checked] = [bodyOf('visit.checked_in'), bodyOf('visit.identity_checked')]
  for (let number = 0; number < VISITORS; number++) {
    const desk = desks[number % 2 === 0 ? 0 : 1]
    desk.act('visit.checked_in', visitOf(number), { visit: { ...(checkedIn.visit as object), members: 0 } })
    desk.act('visit.identity_checked', visitOf(number), checked)
  }
  exchange()
  const called = bodyOf('visit.called')
  const from = [0, 0]
  let calls = 0
  for (let cut = 0; Math.min(...from) < VISITORS; ) {
    const which = dice() < 0.5 ? 0 : 1
    const desk = desks[which]
    from[which] = firstWaiting(desk, from[which] ?? 0)
    const visit = visitOf(from[which])
    if (from[which] < VISITORS) {
      const before = desk.actions.length
      desk.act('visit.called', visit, called)
      if (desk.actions.length === before) throw new Error(`${visit} could not be called`)
      calls += 1
    }
    cut = cut > 0 ? cut - 1 : dice() < 0.05 ? Math.floor(dice() * 30) : 0
    if (cut === 0) exchange()
  }
  exchange()
  return { desks, calls }
}

test('two desks at one line of a thousand, the wire cut again and again: whoever was called by both apart is told, and nobody else', () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const { desks, calls } = runLine(seed)
    const twice = new Set<string>()
    for (let number = 0; number < VISITORS; number++) {
      const visit = visitOf(number)
      const all = (desks[0].seen.get(visit) ?? []).filter(({ type }) => type === 'visit.called')
      expect(all.length, `${visit} was called`).toBeGreaterThan(0)
      if (new Set(all.map(({ id }) => id.slice(0, 16))).size > 1) twice.add(`apart:${visit}`)
    }
    expect(calls).toBe(VISITORS + twice.size)
    expect(twice.size).toBeGreaterThan(20)
    for (const desk of desks) {
      const store = new ModelStore()
      store.fold(desk.arrived)
      const told = [...store.attentions.keys()].filter(id => id.startsWith('apart:'))
      expect(told.sort(), `seed ${seed}`).toEqual([...twice].sort())
    }
  }
})
