import { describe, expect, it, test } from 'vitest'
import { EntityIndex, type EntityList, listOf } from '#electron/journal/entity-index.ts'
import { hotEntities, hotPage } from '#electron/journal/hot.ts'
import { entityId } from '#shared/change/action.ts'
import { draft, openDesk, testRandom } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'
import { DESKS, TestDesk } from '#test/unit/change/make-actions.ts'

function headsOf(desk: TestDesk) {
  return desk.actions.map(({ entity, stamp }) => ({ entity, stamp }))
}

function idsOf(list: EntityList) {
  return Array.from({ length: list.size }, (_, place) => list.at(place))
}

describe('what a desk needs first', () => {
  it('is everything of the small nouns, then the newest of the big ones, newest first', () => {
    const desk = new TestDesk(0)
    desk.imported('old', 'b1', 's1', {}, {})
    desk.act('visit.opened', 'visit:v1', {})
    desk.startImport('b1')
    desk.imported('new', 'b1', 's2', {}, {})
    desk.act('contact.made', 'contact:c1', {})
    desk.official('o1', '1', null)
    desk.act('drone.sent', 'drone:d1', {})
    const small = ['import:b1', 'official:o1', 'drone:d1']
    expect(hotEntities(headsOf(desk))).toEqual([
      ...small,
      'contact:c1',
      'application:new',
      'visit:v1',
      'application:old',
    ])
    expect(hotEntities(headsOf(desk), 2)).toEqual([...small, 'contact:c1', 'application:new'])
    expect(hotEntities(headsOf(desk), 0)).toEqual(small)
    expect(hotEntities([])).toEqual([])
  })

  it('goes by the newest action, whichever desk made it and whenever it came', () => {
    const [own, other] = DESKS
    const index = new EntityIndex()
    const chains = [index.addChain(own!), index.addChain(other!)]
    const desks = [new TestDesk(0), new TestDesk(1)]
    desks[0]!.imported('a', 'b', 's', {}, {})
    desks[0]!.imported('b', 'b', 's', {}, {})
    for (let turn = 0; turn < 5; turn += 1) desks[1]!.imported('a', 'b', 's', {}, {})
    for (const [number, desk] of desks.entries()) {
      for (const [at, { entity, stamp }] of desk.actions.entries()) index.add(entity, chains[number]!, at + 1, stamp)
    }
    expect(hotEntities(index.heads(), 1)).toEqual(['application:a'])
    expect(idsOf(index.movedAfter({ [own!]: 1 }))).toEqual(['application:a', 'application:b'])
    expect(idsOf(index.movedAfter({ [own!]: 2, [other!]: 4 }))).toEqual(['application:a'])
    expect(idsOf(index.movedAfter({ [own!]: 2, [other!]: 5 }))).toEqual([])
  })

  it('comes in whole entities, at least one, and ends', () => {
    const entities = ['x', 'y', 'z'].map(key => entityId('application', key))
    const recordsOf = (entity: string) =>
      Array.from({ length: entity.endsWith('y') ? 5 : 1 }, (_, at) => ({ chain: 0, sequence: at + 1 }))
    expect(hotPage(listOf(entities), recordsOf, 0, 3)).toMatchObject({ references: { length: 1 }, next: 1 })
    expect(hotPage(listOf(entities), recordsOf, 1, 3)).toMatchObject({ references: { length: 5 }, next: 2 })
    expect(hotPage(listOf(entities), recordsOf, 2, 3)).toMatchObject({ references: { length: 1 }, next: null })
    expect(hotPage(listOf(entities), recordsOf, 0, 7)).toMatchObject({ references: { length: 7 }, next: null })
    expect(hotPage(listOf(entities), recordsOf, 9, 7)).toEqual({ references: [], next: null })
  })
})

test('the journal gives whole entities from its segments, each action once', async () => {
  const desk = await openDesk({ files: new MemoryFiles(), random: testRandom('hot'), segmentBytes: 3000 })
  const { journal } = desk
  await journal.append([draft(0, 'old'), draft(1, 'x'), ...Array.from({ length: 30 }, (_, at) => draft(2 + at))])
  const known = journal.head().cursor
  const later = await journal.append([draft(90, 'old'), draft(91, 'new')])
  const given = []
  for (let offset: number | null = 0; offset !== null; ) {
    const page = await journal.hot({ after: null, offset, limit: 7 })
    expect(page.actions.length).toBeLessThanOrEqual(7)
    given.push(...page.actions)
    offset = page.next
  }
  const all = (await journal.read({}, 1000)).actions
  expect(given.map(action => action.id).sort()).toEqual(all.map(action => action.id))
  expect(given.slice(0, 3).map(action => action.entity)).toContain('application:old')
  const moved = await journal.hot({ after: known, offset: 0, limit: 100 })
  expect(moved).toEqual({ actions: [all[0], ...later], next: null })
  expect(await journal.hot({ after: journal.head().cursor, offset: 0, limit: 100 })).toEqual({
    actions: [],
    next: null,
  })
})
