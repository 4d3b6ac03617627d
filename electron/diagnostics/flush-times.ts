import path from 'node:path'
import { nodeFiles } from '../journal/file-system.ts'

const ROUNDS = 20
/** About a record of the journal. */
const BYTES = 1200

/**
 * Milliseconds which the disk of the data folder takes for a small piece of bytes with its flush, one for each round. Throws what
 * the file system throws; the file of the probe is removed.
 */
export async function flushTimes(folder: string): Promise<number[]> {
  // Of the form of our own unfinished files: one that a power failure leaves is removed at the next start.
  const file = path.join(folder, `speed.${'0'.repeat(12)}.tmp`)
  await nodeFiles.remove(file).catch(() => undefined)
  const open = await nodeFiles.open(file, 'create')
  try {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now()
      await open.write(round * BYTES, Buffer.alloc(BYTES))
      await open.flush()
      times.push(performance.now() - began)
    }
    return times
  } finally {
    await open.close()
    await nodeFiles.remove(file).catch(() => undefined)
  }
}
