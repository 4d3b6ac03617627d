import { openRecords } from './rows.ts'
import type { Sealer } from './seal.ts'
import { isOfThisShape, type SealedBlock } from './search-block.ts'
import type { SearchIndex } from './search-index.ts'
import type { StoreDatabase } from './store.ts'

const CHUNK = 1000

/**
 * Fills an empty index from its sealed blocks and the applications folded since; where there is no snapshot, or it does
 * not open, from all applications, a chunk at a time so that the worker still answers and folds.
 */
export function loadIndex(db: StoreDatabase, sealer: Sealer, index: SearchIndex): Promise<void> {
  return index.loading(() => load(db, sealer, index))
}

async function load(db: StoreDatabase, sealer: Sealer, index: SearchIndex): Promise<void> {
  const blocks = await openBlocks(db, sealer)
  for (const block of blocks) index.load(block)
  const ids =
    blocks.length > 0
      ? [...new Set((await db.unindexed.toArray()).flatMap(row => row.ids))]
      : await db.applications.toCollection().primaryKeys()
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = (await db.applications.bulkGet(ids.slice(start, start + CHUNK))).filter(row => row !== undefined)
    const records = await openRecords(sealer, rows)
    for (const [at, record] of records.entries()) index.take(record, rows[at]?.tags ?? [])
  }
}

/** Keeps the changed blocks and forgets what was folded up to `fold`, together. Must not run beside a fold. */
export async function saveIndex(db: StoreDatabase, sealer: Sealer, index: SearchIndex, fold: number): Promise<void> {
  const rows = await Promise.all(
    index
      .changedBlocks()
      .map(async ({ number, block }) => ({ number, sealed: await sealer.seal('blocks', number, block) })),
  )
  if (rows.length === 0) return
  await db.transaction('rw', db.blocks, db.unindexed, async () => {
    await db.blocks.bulkPut(rows)
    // One that was made anew may need fewer.
    await db.blocks.where('number').aboveOrEqual(index.blockCount).delete()
    await db.unindexed.where('fold').belowOrEqual(fold).delete()
  })
  index.markKept()
}

async function openBlocks(db: StoreDatabase, sealer: Sealer): Promise<SealedBlock[]> {
  const rows = await db.blocks.orderBy('number').toArray()
  if (rows.some((row, place) => row.number !== place)) return []
  try {
    const blocks = await Promise.all(rows.map(row => sealer.open<SealedBlock>('blocks', row.number, row.sealed)))
    return blocks.every(isOfThisShape) ? blocks : []
  } catch {
    // The index is derived twice over: a block that does not open, or is of an earlier program, costs time, not data.
    return []
  }
}
