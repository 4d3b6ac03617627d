import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { batchesOf, type EntityRecord, foldRecords, gatherKeys, subjectsOf } from '#shared/change/project.ts'
import { type Attention, settleSums, sumKeys } from '#shared/change/project-sums.ts'
import { claimsOf, countableOf, dayOf } from '#shared/change/project-view.ts'
import { NO_RELATED, type Related } from '#shared/change/related.ts'
import { applyCount, type Counts, noCounts } from '#shared/report/counts.ts'
import { findPlainDate } from '#shared/time/plain-date.ts'
import { makeOfficial, TestDesk } from '#test/unit/change/make-actions.ts'

const SEED = 20261121
const parameters = { seed: SEED, numRuns: 400, verbose: fc.VerbosityLevel.Verbose }

/** The store of the model: everything in maps, loaded by the same keys as the real one. */
class ModelStore {
  records = new Map<string, EntityRecord>()
  days = new Map<number, Counts>()
  attentions = new Map<string, Attention>()
  related: Related = NO_RELATED
  applications = 0
  marked = 0

  fold(actions: readonly Action[]): void {
    const keys = gatherKeys(actions)
    const all = [...this.records.values()]
    const loaded = all.filter(
      one =>
        keys.entities.includes(one.id) ||
        batchesOf(one).some(batch => keys.batches.includes(batch)) ||
        subjectsOf(one).some(subject => keys.subjects.includes(subject)),
    )
    const folded = foldRecords({ records: new Map(loaded.map(one => [one.id, one])), related: this.related }, actions)
    const wanted = sumKeys(folded.changes)
    const days = new Map(wanted.days.flatMap(day => (this.days.has(day) ? [[day, this.days.get(day)!] as const] : [])))
    const holders = new Map(
      wanted.claims.map(claim => [
        claim,
        all
          .filter(one => claimsOf(one.view).includes(claim))
          .map(one => ({ entity: one.id, since: one.actions[0]!.date })),
      ]),
    )
    const sums = settleSums(folded.changes, { days, holders })
    for (const { after } of folded.changes) this.records.set(after.id, after)
    for (const [day, counts] of sums.days) {
      if (counts.rows === 0) this.days.delete(day)
      else this.days.set(day, counts)
    }
    for (const id of sums.dropped) this.attentions.delete(id)
    for (const one of sums.attentions) this.attentions.set(one.id, one)
    this.related = folded.related
    this.applications += sums.applications
    this.marked += sums.marked
  }

  snapshot() {
    const sorted = <K extends string | number, V>(map: Map<K, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      records: sorted(this.records),
      days: sorted(this.days),
      attentions: sorted(this.attentions),
      undone: [...this.related.undoneBatches].sort(),
      erased: [...this.related.erasedSubjects].sort(),
      applications: this.applications,
      marked: this.marked,
    }
  }
}

/** The counts of what stands, from nothing. */
function countAnew(records: Iterable<EntityRecord>): Map<number, Counts> {
  const days = new Map<number, Counts>()
  for (const { view } of records) {
    const day = dayOf(view)
    const one = countableOf(view)
    if (day !== null && one !== null) days.set(day, applyCount(days.get(day) ?? noCounts(), one, 1))
  }
  return days
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('imported' as const),
      key: fc.nat(5),
      batch: fc.nat(3),
      person: fc.nat(3),
      day: fc.nat(3),
      number: fc.nat(3),
      marked: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), batch: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase' as const), person: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('approve' as const), month: fc.nat(1), based: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('official' as const),
      key: fc.nat(1),
      batch: fc.option(fc.nat(3)),
      room: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('changed' as const),
      key: fc.nat(1),
      room: fc.nat(9),
      batch: fc.option(fc.nat(2)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('letter' as const), letter: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unknown' as const), key: fc.nat(5), version: fc.boolean() }) },
)
const history = fc.array(fc.tuple(fc.nat(2), step, fc.nat(5000)), { minLength: 1, maxLength: 40 })
type Steps = typeof history extends fc.Arbitrary<infer T> ? T : never

function write(steps: Steps): Action[] {
  const desks = [0, 1, 2].map(number => new TestDesk(number))
  for (const [number, one, wait] of steps) {
    const desk = desks[number]!
    const more = {}
    if (one.kind === 'imported') {
      const registered = one.day === 0 ? null : findPlainDate(2026, 7, one.day)
      const problems = one.marked ? [{ field: 'phone', code: 'unreadable', params: {} }] : []
      const eotinish = one.number === 0 ? '' : `ЖТ-2026-0000${one.number}`
      const category = one.number === 1 ? 'disability' : null
      desk.imported(
        `a${one.key}`,
        `batch${one.batch}`,
        `p${one.person}`,
        { registered, problems },
        { eotinish, category },
      )
    } else if (one.kind === 'undo') desk.undo(`batch${one.batch}`)
    else if (one.kind === 'erase') desk.erase(`p${one.person}`)
    else if (one.kind === 'letter') desk.open(one.letter === 0 ? 'А' : 'Ә')
    else if (one.kind === 'official')
      desk.official(`o${one.key}`, String(one.room), one.batch === null ? null : `batch${one.batch}`)
    else if (one.kind === 'changed') {
      desk.act(
        'official.changed',
        `official:o${one.key}`,
        {
          official: makeOfficial(`o${one.key}`, String(one.room)),
          ...(one.batch === null ? {} : { batch: `batch${one.batch}` }),
        },
        more,
        wait,
      )
    } else if (one.kind === 'approve')
      desk.approve(`2026-0${one.month + 1}`, one.based ? (desk.actions.at(-1)?.id ?? null) : null)
    else if (one.version)
      desk.act('application.imported', `application:a${one.key}`, { later: true }, { version: 2 }, wait)
    else desk.act('application.called', `application:a${one.key}`, { window: 3 }, {}, wait)
  }
  return desks.flatMap(desk => desk.actions)
}

describe('the projection', () => {
  it('gives the same rows, counts and attentions in any order, any batching, with repeats', () => {
    fc.assert(
      fc.property(
        history,
        fc.infiniteStream(fc.nat(1_000_000)),
        fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
        (steps, keys, sizes) => {
          const actions = write(steps)
          const once = new ModelStore()
          once.fold(actions)
          const repeated = [...actions, ...actions.filter((_, index) => index % 3 === 0)]
          const shuffled = repeated
            .map(action => [keys.next().value as number, action] as const)
            .sort(([a], [b]) => a - b)
            .map(([, action]) => action)
          const late = new ModelStore()
          for (let start = 0; start < shuffled.length; ) {
            const size = sizes.next().value as number
            late.fold(shuffled.slice(start, start + size))
            start += size
          }
          expect(late.snapshot()).toEqual(once.snapshot())
        },
      ),
      parameters,
    )
  })

  it('counts what counting the live rows from nothing counts, after every page', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 6 }), (steps, size) => {
        const actions = write(steps)
        const store = new ModelStore()
        for (let start = 0; start < actions.length; start += size) {
          store.fold(actions.slice(start, start + size))
          const anew = countAnew(store.records.values())
          expect(store.days).toEqual(anew)
          expect(store.applications).toBe([...anew.values()].reduce((sum, one) => sum + one.rows, 0))
          expect(store.marked).toBe([...anew.values()].reduce((sum, one) => sum + one.marked, 0))
        }
      }),
      parameters,
    )
  })

  it('keeps every action, known or not, and nothing personal of the erased', () => {
    fc.assert(
      fc.property(history, steps => {
        const actions = write(steps)
        const store = new ModelStore()
        for (const action of actions.toReversed()) store.fold([action])
        const kept = [...store.records.values()].flatMap(one => one.actions)
        expect(kept.map(one => one.id).sort()).toEqual(actions.map(one => one.id).sort())
        const gone = new Set(actions.filter(one => one.type === 'subject.erased').map(one => one.entity.slice(8)))
        for (const action of kept) {
          if (action.personal && gone.has(action.personal.subject)) expect(action.personal.value).toBeNull()
        }
        for (const record of store.records.values()) {
          const strange = record.actions.some(one => one.type === 'application.called' || one.version > 1)
          expect(store.attentions.has(`needs_update:${record.id}`)).toBe(strange)
        }
      }),
      parameters,
    )
  })

  it('raises an attention exactly while two hold what one may', () => {
    fc.assert(
      fc.property(history, steps => {
        const store = new ModelStore()
        for (const action of write(steps)) store.fold([action])
        const holders = new Map<string, string[]>()
        for (const record of store.records.values()) {
          for (const claim of claimsOf(record.view)) holders.set(claim, [...(holders.get(claim) ?? []), record.id])
        }
        const twice = [...holders].filter(([, ids]) => ids.length > 1).map(([claim, ids]) => [claim, ids.sort()])
        const raised = [...store.attentions.values()]
          .filter(one => one.kind === 'desk_letter_twice' || one.kind === 'eotinish_twice')
          .map(one => [one.id, one.entities])
        expect(raised.sort()).toEqual(twice.sort())
      }),
      parameters,
    )
  })
})
