import { describe, expect, it } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { claimsOf } from '#shared/change/claims.ts'
import { batchesOf, type EntityRecord, foldRecords, gatherKeys } from '#shared/change/project.ts'
import { settleSums, sumKeys } from '#shared/change/project-sums.ts'
import { isReadable } from '#shared/change/project-view.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { noCounts } from '#shared/report/counts.ts'
import { makeSubject, TestDesk } from './make-actions.ts'

function foldAll(actions: readonly Action[]): EntityRecord[] {
  return foldRecords({ records: new Map(), related: NO_RELATED }, actions).changes.map(change => change.after)
}

describe('what has to be gathered', () => {
  it('is the entities, and for an undo and an erasure all that they reach', () => {
    const desk = new TestDesk(0)
    desk.imported('a', 'b1', 's1', {}, {})
    desk.undo('b2')
    desk.erase('s3')
    expect(gatherKeys(desk.actions)).toEqual({
      entities: ['application:a', 'import:b2', `subject:${makeSubject('s3')}`],
      batches: ['b2'],
      subjects: [makeSubject('s3')],
    })
  })
})

describe('an action that cannot be read', () => {
  const desk = new TestDesk(0)
  const known = desk.imported('a', 'b1', 's1', {}, {})
  it.each([
    ['of a type to come', { type: 'application.called' }],
    ['of a version to come', { version: 2 }],
    ['on another noun', { entity: 'official:a' }],
    ['with a body that does not parse', { body: { batch: 1 } }],
    ['with a person that does not parse', { personal: { subject: makeSubject('s1'), value: { surname: 1 } } }],
  ])('%s is kept and changes nothing', (_, change) => {
    const strange = { ...known, ...change, id: known.id.replace(/1$/, '2') } as Action
    expect(isReadable(strange)).toBe(false)
    expect(foldAll([strange])[0]).toMatchObject({ unread: true, actions: [strange] })
    const both = foldAll([known, { ...strange, entity: known.entity, type: 'application.called' }])[0]
    expect(both).toMatchObject({ unread: true, view: foldAll([known])[0]?.view })
    expect(both?.actions).toHaveLength(2)
  })

  it('of a noun to come has no view', () => {
    const [record] = foldAll([desk.act('drone.sent', 'drone:1', {})])
    expect(record).toMatchObject({ view: null, unread: true })
    expect(record && claimsOf(record)).toEqual([])
    expect(record && batchesOf(record)).toEqual([])
  })
})

describe('e-Otinish numbers', () => {
  it.each([
    ['ЖТ-2026-00476575', ['eotinish:202600476575']],
    ['жт 2026 00476575 ', ['eotinish:202600476575']],
    ['', []],
    ['б/н', []],
    ['№ 12', []],
  ])('%j claims %j', (eotinish, claims) => {
    const desk = new TestDesk(0)
    desk.imported('a', 'b1', 's1', {}, { eotinish })
    expect(claimsOf(foldAll(desk.actions)[0]!)).toEqual(claims)
  })
})

it('a schedule approved on two desks apart is an attention until it is approved anew', () => {
  const [one, two] = [new TestDesk(0), new TestDesk(1)]
  const first = one.approve('2026-11', null)
  const second = two.approve('2026-11', null)
  const folded = foldRecords({ records: new Map(), related: NO_RELATED }, [first, second])
  const nothing = { days: new Map(), holders: new Map() }
  expect(settleSums(folded.changes, nothing).attentions.map(attention => attention.id)).toEqual([
    'schedule_twice:schedule:2026-11',
  ])
  const records = new Map(folded.changes.map(({ after }) => [after.id as string, after]))
  const later = foldRecords({ records, related: NO_RELATED }, [two.approve('2026-11', second.id)])
  expect(settleSums(later.changes, nothing)).toMatchObject({
    attentions: [],
    dropped: ['schedule_twice:schedule:2026-11'],
  })
})

it('a row that moves to another import leaves its old day and counts on its new one, once', () => {
  const desk = new TestDesk(0)
  const early = desk.imported('a', 'b1', 's1', { registered: '2026-07-01' as never }, {})
  const late = desk.imported('a', 'b2', 's1', { registered: '2026-08-01' as never, channel: 'paper' }, {})
  const before = foldRecords({ records: new Map(), related: NO_RELATED }, [early, late])
  const record = before.changes[0]?.after
  const { changes } = foldRecords({ records: new Map([['application:a', record!]]), related: NO_RELATED }, [
    desk.undo('b1'),
  ])
  expect(sumKeys(changes).days.toSorted()).toEqual([20260701, 20260801])
  const days = settleSums(before.changes, { days: new Map(), holders: new Map() }).days
  const after = settleSums(changes, { days, holders: new Map() }).days
  expect(after.get(20260701)).toEqual(noCounts())
  expect(after.get(20260801)).toMatchObject({ rows: 1, byChannel: { paper: 1 } })
})
