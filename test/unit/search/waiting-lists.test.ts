import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WaitingLists } from '#renderer/db/waiting-lists.ts'
import type { EntityRecord } from '#shared/change/project.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)

/** An application as far as its marks and its first day go. */
function recordOf(id: string, day: number, isOpen: boolean): EntityRecord {
  const registered = { talons: [], booking: null, competence: null, extendedTo: null, decisions: [], letters: [] }
  const state = { status: isOpen ? 'open' : 'withdrawn', personal: null, registered }
  const since = `2026-09-0${day}`
  return { id, actions: [{ date: since }], view: { noun: 'application', state }, unread: false } as never
}

test('whatever comes and goes, what is held is the beginning of the list as it would be read', () => {
  const put = fc.record({ key: fc.nat(30), day: fc.integer({ min: 1, max: 3 }), isOpen: fc.boolean() })
  fc.assert(
    fc.property(
      fc.array(put, { maxLength: 30 }),
      fc.array(put, { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (before, after, read) => {
        const waiting = new WaitingLists()
        const disk = new Map<string, { id: string; since: string }>()
        const days = new Map<number, number>()
        const apply = ({ key, day, isOpen }: { key: number; day: number; isOpen: boolean }) => {
          const id = `application:${String(key).padStart(2, '0')}`
          const first = days.get(key) ?? day
          days.set(key, first)
          if (isOpen) disk.set(id, { id, since: `2026-09-0${first}` })
          else disk.delete(id)
          waiting.put(recordOf(id, first, isOpen))
        }
        const inOrder = () => [...disk.values()].sort((a, b) => (`${a.since} ${a.id}` < `${b.since} ${b.id}` ? -1 : 1))
        for (const one of before) apply(one)
        expect(waiting.first('open', 1)).toBeNull()
        waiting.keep('open', inOrder().slice(0, read), disk.size < read)
        for (const one of after) {
          apply(one)
          for (const limit of [1, 3, 50]) {
            const held = waiting.first('open', limit)
            const wanted = inOrder()
              .slice(0, limit)
              .map(({ id }) => id)
            if (held !== null) expect(held).toEqual(wanted)
          }
        }
      },
    ),
    { seed: SEED, numRuns: 300 },
  )
})

test('a list is read again once too many of it have left, and of many marks the last asked for are held', () => {
  const waiting = new WaitingLists()
  const places = ['a', 'b', 'c'].map(key => ({ id: `application:${key}`, since: '2026-09-01' }))
  waiting.keep('open', places, false)
  expect(waiting.first('open', 3)).toEqual(places.map(({ id }) => id))
  waiting.put(recordOf('application:b', 1, false))
  expect(waiting.first('open', 2)).toEqual(['application:a', 'application:c'])
  expect(waiting.first('open', 3)).toBeNull()
  for (let day = 20260901; day < 20260916; day += 1) waiting.keep(`booked:${day}`, [], true)
  expect(waiting.first('open', 2)).toHaveLength(2)
  waiting.keep('booked:20260930', [], true)
  expect(waiting.first('booked:20260901', 1)).toBeNull()
  expect(waiting.first('open', 2)).toHaveLength(2)
})
