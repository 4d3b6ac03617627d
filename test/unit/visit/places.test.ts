import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EntityId } from '#shared/change/action.ts'
import { PlainTime } from '#shared/time/plain-date.ts'
import { orderOfLine } from '#shared/visit/queue.ts'
import { foldVisit } from '#shared/visit/transitions.ts'
import { sampleAction } from '../change/sample-actions.ts'

/** What became of a visitor between the arrival and now. */
type Way = 'came' | 'missed' | 'parked' | 'forwarded' | 'served_and_back' | 'left_and_back'

const ROUTES: Record<Way, readonly [type: string, body: object][]> = {
  came: [],
  missed: [
    ['visit.called', { call: { room: '5', reason: 'by_hand' } }],
    ['visit.missed', {}],
    ['visit.returned', {}],
  ],
  parked: [
    ['visit.parked', { ground: 'documents' }],
    ['visit.returned', {}],
  ],
  forwarded: [['visit.forwarded', { forwarding: { officialId: 'o1', helper: null, ground: 'competence' } }]],
  served_and_back: [
    ['visit.called', { call: { room: '5', reason: 'by_hand' } }],
    ['visit.started', {}],
    ['visit.returned', {}],
  ],
  left_and_back: [
    ['visit.left', {}],
    ['visit.returned', {}],
  ],
}

interface Person {
  readonly came: number
  readonly booked: number | null
  readonly outOfTurn: boolean
  readonly way: Way
}

const timeOf = (minute: number) =>
  PlainTime.parse(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
const instantOf = (minute: number) => new Date(Date.UTC(2026, 10, 22, 19, minute)).toISOString()

function visitOf({ came, booked, outOfTurn, way }: Person, name: number) {
  const key = `v${String(name).padStart(3, '0')}`
  const visit = {
    ...{ request: 'k3j9x0qpl2m4n6rb', ticket: { letter: 'А', serial: name + 1 }, day: '2026-11-23', members: 0 },
    ...{ application: 'application:a1', language: 'kk', outOfTurn, keptFrom: null, paper: null },
    // Who is sent on stood in another line before.
    ...{ officialId: way === 'forwarded' ? 'o2' : 'o1', booked: booked === null ? null : timeOf(booked) },
  }
  const check = {
    ...{ member: null, result: 'matched', document: 'id_card', expired: false, digital: false, powers: 'not_needed' },
  }
  const acts = [
    ['visit.checked_in', { visit }] as const,
    ['visit.identity_checked', { check }] as const,
    ...ROUTES[way],
  ]
  const state = foldVisit(
    acts.map(([type, body], at) =>
      sampleAction(at + 1, 'visit', key, type, { ...body }, { at: instantOf(came + (at === 0 ? 0 : at)) }),
    ),
  )
  return { id: `visit:${key}` as EntityId, state }
}

/** Told in other words: one after another, who may nobody else stand before. Knows neither stamps nor keys nor actions. */
function told(people: readonly Person[], now: number): number[] {
  const left = people.map((person, name) => ({ ...person, name }))
  const given = ({ booked, came, way }: Person) =>
    booked !== null && way !== 'forwarded' && came <= booked + 15 && booked <= now ? booked : null
  const isBefore = (a: Person & { name: number }, b: Person & { name: number }) => {
    if (a.outOfTurn !== b.outOfTurn) return a.outOfTurn
    const [one, other] = a.outOfTurn ? [null, null] : [given(a), given(b)]
    if ((one === null) !== (other === null)) return one !== null
    if (one !== null && other !== null && one !== other) return one < other
    return a.came !== b.came ? a.came < b.came : a.name < b.name
  }
  return left
    .map(one => ({ name: one.name, place: left.filter(other => other !== one && isBefore(other, one)).length }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name)
}

const minute = fc.integer({ min: 540, max: 1000 })
const people = fc.array(
  fc.record({
    came: minute,
    booked: fc.option(minute, { freq: 2 }),
    outOfTurn: fc.integer({ min: 0, max: 6 }).map(of => of === 0),
    way: fc.constantFrom(...(Object.keys(ROUTES) as Way[])),
  }),
  { minLength: 1, maxLength: 12 },
)

it('one rule places who came late, who missed a call, stepped out, was sent on or came back: by the arrival, and by a time only where it was kept', () => {
  fc.assert(
    fc.property(people, minute, (all, now) => {
      // The promise is far: it weighs kinds, and has tests of its own.
      const order = orderOfLine(all.map(visitOf), { now: timeOf(now), promise: 100_000 })
      expect(order.map(({ id }) => Number(id.slice(7)))).toEqual(told(all, now))
    }),
    { seed: 20261123, numRuns: 400 },
  )
})

it('a minute makes a visitor late for everybody alike: a quarter of an hour still counts', () => {
  const early = { came: 600, booked: null, outOfTurn: false, way: 'came' } as const
  const first = (came: number, way: Way) =>
    orderOfLine([early, { came, booked: 590, outOfTurn: false, way }].map(visitOf), {
      now: timeOf(700),
      promise: 100_000,
    })[0]?.id
  const ways = ['came', 'missed', 'parked', 'served_and_back', 'left_and_back'] as const
  expect(ways.map(way => first(605, way))).toEqual(ways.map(() => 'visit:v001'))
  expect(ways.map(way => first(606, way))).toEqual(ways.map(() => 'visit:v000'))
  expect(first(601, 'forwarded')).toBe('visit:v000')
})
