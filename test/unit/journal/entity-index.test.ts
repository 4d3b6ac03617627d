import { expect, it } from 'vitest'
import { EntityIndex, type IndexedSegment, STAMP_LENGTH } from '#electron/journal/entity-index.ts'
import {
  actionId,
  type Cursor,
  type EntityId,
  entityId,
  type InstallationId,
  type Noun,
} from '#shared/change/action.ts'
import { Stamp } from '#shared/time/stamp.ts'
import { seededRandom } from '#test/fixtures/spellings.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

interface Taken {
  readonly chain: number
  readonly sequence: number
  readonly entity: EntityId
  readonly stamp: Stamp
}

const NOUNS = ['application', 'visit', 'contact', 'drone'] as const
const DAYS = [20_261_122, 20_261_123]
const CHAINS = [0, 1].map(number => new TestDesk(number).installation) as [InstallationId, InstallationId]

/** Enough that what the index keeps grows some times. */
const RECORDS = 12_000
const SEGMENT = 500

function entityOf(n: number): EntityId {
  const noun = NOUNS[n % NOUNS.length] as string
  const day = noun === 'visit' || noun === 'contact' ? `${DAYS[n % 3 === 0 ? 0 : 1]}-` : ''
  return entityId(noun as Noun, `${day}${CHAINS[n % 2 === 0 ? 0 : 1]}-${n}`)
}

/** Records of two chains, in segments as they come; stamps of one entity do not rise with its sequences. */
function makeRecords(): Taken[][] {
  const random = seededRandom(20_261_123)
  const below = (end: number) => Math.floor(random() * end)
  const segments: Taken[][] = []
  for (let made = 0, ends = [0, 0]; made < RECORDS; made += SEGMENT) {
    const chain = below(2)
    const own = Array.from({ length: SEGMENT }, (_, at): Taken => {
      const entity = entityOf(below(Math.max(10, Math.floor((made + at) / 2))))
      const millis = String(1_700_000_000_000 + below(1_000_000)).padStart(15, '0')
      const count = String(made + at).padStart(6, '0')
      return {
        chain,
        sequence: (ends[chain] ?? 0) + at + 1,
        entity,
        stamp: Stamp.parse(`${millis}.${count}.${CHAINS[chain === 0 ? 0 : 1]}`),
      }
    })
    ends = ends.map((end, at) => end + (at === chain ? SEGMENT : 0))
    segments.push(own)
  }
  return segments
}

function entitiesIn(records: readonly Taken[]): EntityId[] {
  return [...new Set(records.map(({ entity }) => entity))]
}

function segmentOf(records: readonly Taken[]): IndexedSegment {
  const entities = entitiesIn(records)
  const own = entities.map(entity => records.filter(one => one.entity === entity))
  const newest = own.map(some => some.reduce((head, one) => (one.stamp > head.stamp ? one : head)))
  let end = 0
  return {
    after: (records[0]?.sequence ?? 1) - 1,
    names: Buffer.from(entities.join('')),
    nameEnds: Uint32Array.from(entities, entity => {
      end += entity.length
      return end
    }),
    stamps: Buffer.from(newest.map(({ stamp }) => stamp).join('')),
    newest: Uint32Array.from(newest, one => records.indexOf(one)),
    of: Uint32Array.from(records, ({ entity }) => entities.indexOf(entity)),
  }
}

/** Of which segments something is done. */
type Choice = (at: number) => boolean
const NEVER: Choice = () => false

/** The index as a next start has it, where this one was kept. */
function kept(index: EntityIndex): EntityIndex {
  const read = index.columns().map(column => {
    const room = new Uint8Array((column.length + 100) * column.BYTES_PER_ELEMENT)
    room.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
    return { room: room.buffer, count: column.length }
  })
  return EntityIndex.restored(index.chains, read)
}

function makeIndex(segments: readonly Taken[][], isWhole: Choice, isKept: Choice = NEVER): EntityIndex {
  let index = new EntityIndex()
  for (const desk of CHAINS) index.addChain(desk)
  for (const [at, own] of segments.entries()) {
    if (isKept(at)) index = kept(index)
    if (isWhole(at)) index.addSegment(own[0]?.chain ?? 0, segmentOf(own))
    else for (const { entity, chain, sequence, stamp } of own) index.add(entity, chain, sequence, stamp)
  }
  return index
}

it.each([
  ['one by one', () => false, NEVER],
  ['by segments', () => true, NEVER],
  ['by segments and one by one', at => at < 15, NEVER],
  ['by segments and one by one, kept before the first, between and near the end,', at => at < 15, at => at % 10 === 0],
] satisfies [string, Choice, Choice][])('what is taken %s is found as it was taken', (_, isWhole, isKept) => {
  const segments = makeRecords()
  const records = segments.flat()
  const index = makeIndex(segments, isWhole, isKept)
  const byEntity = Map.groupBy(records, ({ entity }) => entity)
  const entities = [...byEntity.keys()]
  expect(records[0]?.stamp).toHaveLength(STAMP_LENGTH)
  expect(Array.from({ length: index.size }, (_, at) => index.at(at))).toEqual(entities)
  for (const [entity, own] of byEntity) {
    const head = own.reduce((greatest, one) => (one.stamp > greatest.stamp ? one : greatest))
    expect(index.recordsOf(entity)).toEqual(own.map(({ chain, sequence }) => ({ chain, sequence })))
    expect(index.headStampOf(entity)).toBe(head.stamp)
    expect(index.headOf(entity)).toBe(actionId(CHAINS[head.chain === 0 ? 0 : 1], head.sequence))
  }
  for (const noun of NOUNS) {
    expect(index.entitiesOf(noun as Noun)).toEqual(entities.filter(entity => entity.startsWith(`${noun}:`)))
    for (const day of DAYS) {
      const own = entities.filter(entity => entity.startsWith(`${noun}:${day}-`))
      expect(index.entitiesOfDay(noun as Noun, day)).toEqual(own)
    }
  }
  expect(index.entitiesOf('letter')).toEqual([])
  expect(index.has(entityOf(RECORDS * 2))).toBe(false)
})

it('knows what moved beyond a cursor, and of that what was begun beyond it', () => {
  const segments = makeRecords()
  const records = segments.flat()
  const index = makeIndex(segments, at => at < 15)
  for (const [own, other] of [
    [0, 0],
    [700, 0],
    [2_000, 3_100],
    [RECORDS, RECORDS],
  ] as const) {
    const cursor: Cursor = own + other === 0 ? {} : { [CHAINS[0]]: own, [CHAINS[1]]: other }
    const isBeyond = ({ chain, sequence }: Taken) => sequence > (chain === 0 ? own : other)
    const beyond = new Set(records.filter(isBeyond).map(({ entity }) => entity))
    const before = new Set(records.filter(one => !isBeyond(one)).map(({ entity }) => entity))
    const moved = index.movedAfter(cursor)
    expect(new Set(Array.from({ length: moved.size }, (_, at) => moved.at(at)))).toEqual(beyond)
    expect(index.begunAfter(cursor, records)).toEqual(
      entitiesIn(records).filter(one => beyond.has(one) && !before.has(one)),
    )
  }
})
