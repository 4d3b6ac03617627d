import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityId } from '#shared/change/action.ts'
import { PlainTime } from '#shared/time/plain-date.ts'
import { type InLine, orderOfLine, reasonOf } from '#shared/visit/queue.ts'
import { foldVisit } from '#shared/visit/transitions.ts'
import { modelFirst, type Person } from './line-model.ts'

const SEED = 20261123
const OPENS = 9 * 60
const SHUTS = 18 * 60

const timeOf = (minute: number) =>
  PlainTime.parse(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)

function visitOf({ name, came, booked, outOfTurn }: Person): InLine {
  const checkIn = { officialId: 'o1', outOfTurn, booked: booked === null ? null : timeOf(booked), keptFrom: null }
  const arrivedAt = new Date(Date.UTC(2026, 10, 22, 19) + came * 60_000).toISOString()
  const id = `visit:${String(name).padStart(3, '0')}` as EntityId
  return { id, state: { ...foldVisit([]), status: 'waiting', checkIn, arrivedAt } }
}

const minute = fc.integer({ min: OPENS, max: SHUTS })
const people = fc
  .array(
    fc.record({
      came: minute,
      booked: fc.option(
        minute.map(at => at - (at % 10)),
        { freq: 2 },
      ),
      outOfTurn: fc.integer({ min: 0, max: 6 }).map(of => of === 0),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map(list => list.map((one, name) => ({ ...one, name })))
const days = fc.record({
  people,
  promise: fc.constantFrom(30, 60, 90, 120),
  seen: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }),
})

const nameOf = ({ id }: InLine) => Number(id.slice(6))

describe('whose turn it is (clause 11; point 23 of the Rules of 2026)', () => {
  it('is told the same by a model in other words, call after call of two thousand days', () => {
    fc.assert(
      fc.property(days, ({ people: all, promise, seen }) => {
        let now = OPENS
        let waiting: Person[] = []
        const left = new Set(all)
        for (let step = 0; left.size > 0 || waiting.length > 0; step++) {
          now = Math.min(now + (seen[step % seen.length] ?? 0) + 1, SHUTS + 300)
          for (const one of left) if (one.came <= now && left.delete(one)) waiting.push(one)
          if (waiting.length === 0) continue
          const line = waiting.map(visitOf)
          const [first] = orderOfLine(line, { now: timeOf(now), promise })
          const next = modelFirst(waiting, now, promise)
          expect(first && nameOf(first), `at ${timeOf(now)}`).toBe(next?.name)
          waiting = waiting.filter(one => one !== next)
        }
      }),
      { numRuns: 2000, seed: SEED },
    )
  }, 20_000)

  it('passes nobody of their own kind, and moves nobody of it when another goes, is called in vain or comes back', () => {
    fc.assert(
      fc.property(people, minute, fc.nat(), (all, now, one) => {
        const rule = { now: timeOf(now), promise: 90 }
        const here = all.filter(({ came }) => came <= now)
        const line = here.map(visitOf)
        const order = orderOfLine(line, rule)
        expect(orderOfLine([...line].reverse(), rule)).toEqual(order)
        const gone = order[one % Math.max(1, order.length)]
        const without = orderOfLine(
          line.filter(visit => visit !== gone),
          rule,
        ).map(nameOf)
        for (const kind of kindsOf(here, now)) {
          const names = order.map(nameOf).filter(name => kind.has(name))
          expect(names).toEqual([...kind])
          expect(without.filter(name => kind.has(name))).toEqual(names.filter(name => name !== (gone && nameOf(gone))))
        }
        // Back by the same right: the place hangs on nothing that was done with the visit.
        expect(orderOfLine([...line.filter(visit => visit !== gone), ...(gone ? [gone] : [])], rule)).toEqual(order)
      }),
      { numRuns: 500, seed: SEED },
    )
  })

  it('gives every call a reason, and every call but the first only one by hand', () => {
    fc.assert(
      fc.property(people, minute, (all, now) => {
        const rule = { now: timeOf(now), promise: 90 }
        const line = all.filter(({ came }) => came <= now).map(visitOf)
        const [first, ...others] = orderOfLine(line, rule)
        if (first === undefined) return
        expect(reasonOf(first, line, rule)).not.toBe('by_hand')
        for (const other of others) expect(reasonOf(other, line, rule)).toBe('by_hand')
      }),
      { numRuns: 200, seed: SEED },
    )
  })
})

/** Names by kind, each as it must stand: out of turn and same-day as they came, booked by their times. */
function kindsOf(here: readonly Person[], now: number): Set<number>[] {
  const came = (a: Person, b: Person) => a.came - b.came || a.name - b.name
  const isOnTime = ({ booked, came: at }: Person) => booked !== null && at - booked <= 15
  const ordinary = here.filter(({ outOfTurn }) => !outOfTurn)
  const booked = ordinary.filter(one => isOnTime(one) && (one.booked ?? 0) <= now)
  const kinds = [
    here.filter(({ outOfTurn }) => outOfTurn).sort(came),
    booked.sort((a, b) => (a.booked ?? 0) - (b.booked ?? 0) || came(a, b)),
    ordinary.filter(one => !isOnTime(one)).sort(came),
  ]
  return kinds.map(kind => new Set(kind.map(({ name }) => name)))
}
