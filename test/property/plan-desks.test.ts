import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findState } from '#renderer/db/rows.ts'
import { bookingKey } from '#shared/application/registration.ts'
import type { Action } from '#shared/change/action.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { ModelStore } from './model-store.ts'

const parameters = { seed: 20261122, numRuns: 200, verbose: fc.VerbosityLevel.Verbose }
const PEOPLE = 6
const MONTH = 'schedule:2035-03'

/** A cascade of a desk: which absence it is told as, and which of a few times each person is moved to; null stays. */
const cascade = fc.record({
  key: fc.constantFrom('a1', 'a2'),
  times: fc.array(fc.option(fc.nat(4)), { minLength: PEOPLE, maxLength: PEOPLE }),
  changes: fc.boolean(),
})

type Said = typeof cascade extends fc.Arbitrary<infer T> ? T : never

it('two desks that each move people away from one absence come to one state in any order; what cannot both be is told', () => {
  fc.assert(
    fc.property(cascade, cascade, fc.infiniteStream(fc.nat()), fc.nat(20), (one, other, dice, cut) => {
      const base = new TestDesk(2)
      const people = Array.from({ length: PEOPLE }, (_, at) => base.register(at + 1, `s${at}`))
      const approved = base.act('schedule.approved', MONTH, {
        schedule: scheduleOf('2035-03', [['r1', 'o1', '2035-03-06']]),
        approvedBy: 'head',
        approvedOn: '2035-02-01',
      })
      const desks = [one, other].map((said, number) => {
        // Both begin after what they have in common.
        const desk = new TestDesk(number, 1_790_000_100_000)
        write(desk, said, people, approved)
        return desk.actions
      })
      const both = desks.flat()
      const store = new ModelStore()
      store.fold([...base.actions, ...both])
      const shuffled = both.map(action => ({ action, at: dice.next().value as number })).sort((a, b) => a.at - b.at)
      const again = new ModelStore()
      again.fold(shuffled.slice(0, cut).map(({ action }) => action))
      again.fold(base.actions)
      again.fold(shuffled.slice(cut).map(({ action }) => action))
      expect(again.snapshot()).toEqual(store.snapshot())
      const told = [...store.attentions.keys()]
      const apart = told.filter(id => id.startsWith('apart:'))
      expect(told.filter(id => !apart.includes(id)).sort()).toEqual(
        expectedAttentions(store, one.changes && other.changes),
      )
      expect(apart.sort()).toEqual(movedApart(one, other, people))
    }),
    parameters,
  )
})

function write(desk: TestDesk, { key, times, changes }: Said, people: readonly Action[], approved: Action): void {
  const absence = {
    ...{ missing: { kind: 'official', id: 'o1' }, from: '2035-03-06', to: '2035-03-06', ground: 'illness' },
    ...{ toldOn: '2035-03-05', acting: null, note: '' },
  }
  desk.act('absence.set', `absence:${key}`, { absence })
  if (changes) {
    const schedule = scheduleOf('2035-03', [['r1', 'o1', '2035-03-13']])
    const body = { schedule, change: { code: 'absence', ref: key } }
    desk.act('schedule.changed', MONTH, body, { basedOn: approved.id })
  }
  for (const [at, time] of times.entries()) {
    if (time === null) continue
    const booking = { officialId: 'o1', date: '2035-03-13', time: `1${time}:00`, reception: 'r1', because: key }
    desk.onApplication('booked', people[at]!, { booking })
  }
}

/** Times that two people have, from nothing; and the month that both desks changed. */
function expectedAttentions(store: ModelStore, changedTwice: boolean): string[] {
  const held = new Map<string, number>()
  for (const record of store.records.values()) {
    const booking = findState('application', record)?.registered?.booking
    if (booking) held.set(bookingKey(booking), (held.get(bookingKey(booking)) ?? 0) + 1)
  }
  const twice = [...held].flatMap(([key, count]) => (count > 1 ? [`slot:${key}`] : []))
  return [...twice, ...(changedTwice ? [`schedule_twice:${MONTH}`] : [])].sort()
}

/** People whom both desks moved away, each to another time or because of another absence. */
function movedApart(one: Said, other: Said, people: readonly Action[]): string[] {
  const moved = people.filter((_, at) => {
    const [a = null, b = null] = [one.times[at], other.times[at]]
    return a !== null && b !== null && (a !== b || one.key !== other.key)
  })
  return moved.map(({ entity }) => `apart:${entity}`).sort()
}
