import type { Action, EntityId } from '#shared/change/action.ts'
import type { Stamp } from '#shared/time/stamp.ts'
import type { Chain } from './chain.ts'
import type { EntityList, Reference } from './entity-index.ts'
import { type Reading, readSequences } from './reading.ts'

/** Nouns that grow with every visitor. Told by their text: one that this program does not know yet may be among them. */
const BIG = [
  'application',
  'visit',
  'line',
  'contact',
  'letter',
  'protocol',
  'instruction',
  'demand',
  'feedback',
  'answer',
]

/** So many entities of the big nouns are brought forward: about a quarter of a busy reception room, folded in seconds. */
const MOST = 6000

/** An entity and the greatest stamp of its actions. */
export interface EntityHead {
  readonly entity: EntityId
  readonly stamp: Stamp
}

/**
 * What a desk needs before it can work, in the order in which it is brought: every entity of the small nouns (office,
 * officials, schedules, imports, erased people, on which the others hang), then the newest of the big ones.
 */
export function hotEntities(heads: Iterable<EntityHead>, most = MOST): EntityId[] {
  const small: EntityId[] = []
  const big: EntityHead[] = []
  for (const head of heads) {
    if (BIG.some(noun => head.entity.startsWith(`${noun}:`))) big.push(head)
    else small.push(head.entity)
  }
  return [...small, ...newestOf(big, most).map(({ entity }) => entity)]
}

/** Looks from the end, where the newest mostly are, so that hundreds of thousands are passed over and few are sorted. */
function newestOf(heads: readonly EntityHead[], most: number): EntityHead[] {
  const newest = (some: EntityHead[]) => some.sort((a, b) => (a.stamp < b.stamp ? 1 : -1)).slice(0, most)
  let kept: EntityHead[] = []
  let least = ''
  for (const head of heads.toReversed()) {
    if (head.stamp <= least) continue
    kept.push(head)
    if (kept.length < 2 * most) continue
    kept = newest(kept)
    least = kept.at(-1)?.stamp ?? ''
  }
  return newest(kept)
}

/** The records of whole entities from `offset` on, as many as `limit` allows but at least one entity; and the next offset. */
export function hotPage(
  entities: EntityList,
  recordsOf: (entity: EntityId) => readonly Reference[],
  offset: number,
  limit: number,
): { references: Reference[]; next: number | null } {
  const references: Reference[] = []
  let next = offset
  for (; next < entities.size; next++) {
    const own = recordsOf(entities.at(next))
    if (next > offset && references.length + own.length > limit) break
    references.push(...own)
  }
  return { references, next: next < entities.size ? next : null }
}

/** The actions at these places; neighbours are read in one piece. Throws ExpectedError `start.journal_damaged`. */
export async function readPlaces(
  chains: readonly Chain[],
  references: readonly Reference[],
  reading: Reading,
): Promise<Action[]> {
  const actions: Action[] = []
  for (const [chain, own] of Map.groupBy(references, one => one.chain)) {
    const source = chains[chain]
    if (source === undefined) throw new Error('no chain')
    const sequences = own.map(({ sequence }) => sequence).sort((a, b) => a - b)
    actions.push(...(await readSequences(source, sequences, reading)))
  }
  return actions
}
