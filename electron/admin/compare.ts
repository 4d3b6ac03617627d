import { createHash } from 'node:crypto'
import { placeOfId } from '#shared/sync/document.ts'
import type { SyncDatabase } from '../sync/database.ts'
import { BEFORE_ALL, PAST_ALL } from './standing.ts'

/** Documents read at once, of each side. */
const PAGE = 500

/** Most ids that are named; what is more is counted. */
const MOST_NAMED = 20

/** What a copy of the office's database is beside the living one. */
export interface Comparison {
  readonly same: number
  /** Written after the copy was made: greater than anything the copy has of that chain. */
  readonly newer: number
  /** What the copy should have and has not, by id. */
  readonly missing: readonly string[]
  /** What is not the same in both. */
  readonly different: readonly string[]
  /** What the copy alone has: the living one has lost it. */
  readonly lost: readonly string[]
  readonly counts: { readonly missing: number; readonly different: number; readonly lost: number }
}

interface Sum {
  readonly id: string
  readonly hash: string
}

/** Reads both from the first id to the last and compares each document by the hash of what it says. */
export async function compareDatabases(live: SyncDatabase, copy: SyncDatabase): Promise<Comparison> {
  const [ours, theirs] = [sumsOf(live), sumsOf(copy)]
  const absent: string[] = []
  const [different, lost]: [string[], string[]] = [[], []]
  const greatest = new Map<string, number>()
  let same = 0
  let [one, other] = [await next(ours), await next(theirs)]
  while (one !== null || other !== null) {
    if (other !== null) noteGreatest(greatest, other.id)
    if (one !== null && (other === null || one.id < other.id)) {
      absent.push(one.id)
      one = await next(ours)
    } else if (other !== null && (one === null || other.id < one.id)) {
      lost.push(other.id)
      other = await next(theirs)
    } else {
      if (one?.hash === other?.hash) same++
      else different.push((one as Sum).id)
      ;[one, other] = [await next(ours), await next(theirs)]
    }
  }
  const missing = absent.filter(id => !isNewer(greatest, id))
  return {
    same,
    newer: absent.length - missing.length,
    missing: missing.slice(0, MOST_NAMED),
    different: different.slice(0, MOST_NAMED),
    lost: lost.slice(0, MOST_NAMED),
    counts: { missing: missing.length, different: different.length, lost: lost.length },
  }
}

function noteGreatest(greatest: Map<string, number>, id: string): void {
  const place = placeOfId(id)
  if (place !== null) greatest.set(place.installation, Math.max(place.sequence, greatest.get(place.installation) ?? 0))
}

/** Whatever is no record has no order: it may have come after the copy. */
function isNewer(greatest: ReadonlyMap<string, number>, id: string): boolean {
  const place = placeOfId(id)
  return place === null || place.by !== null || place.sequence > (greatest.get(place.installation) ?? 0)
}

async function next(sums: AsyncGenerator<Sum>): Promise<Sum | null> {
  const { value, done } = await sums.next()
  return done ? null : value
}

async function* sumsOf(database: SyncDatabase): AsyncGenerator<Sum> {
  let from = BEFORE_ALL
  for (;;) {
    const page = (await database.range({
      from,
      to: PAST_ALL,
      limit: PAGE,
      content: 'documents',
    })) as readonly Standing[]
    for (const document of page) {
      if (document._id !== from && !document._id.startsWith('_')) yield { id: document._id, hash: hashOf(document) }
    }
    const last = page.at(-1)?._id
    if (last === undefined || page.length < PAGE) return
    from = last
  }
}

interface Standing {
  readonly _id: string
  readonly [field: string]: unknown
}

/** Of what a document says, whatever order its fields are in; the revision is the server's own. */
function hashOf({ _rev, ...said }: Standing): string {
  const fields = Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
