import { z } from 'zod'
import { InstallationId } from '#shared/change/action.ts'
import { Stamp } from '#shared/time/stamp.ts'
import type { Chain } from './chain.ts'
import { readColumns, writeColumns } from './columns.ts'
import { EntityIndex } from './entity-index.ts'
import type { FileSystem } from './file-system.ts'
import { demandSpace } from './free-space.ts'
import type { Head } from './head-file.ts'
import type { JournalKeys } from './record.ts'
import { segmentName } from './segments.ts'

const Known = z.strictObject({
  installation: InstallationId,
  closed: z.array(z.strictObject({ size: z.int(), hash: z.string(), records: z.int() })),
  lastStamp: Stamp.nullable(),
  lastAt: z.string(),
})
const Said = z.strictObject({
  /** Every chain the index numbers, in the order of their numbers, and those of them that have closed segments. */
  numbered: z.array(InstallationId),
  chains: z.array(Known),
})

/** So many closed segments are read by their sidecars before the index is kept anew: at ten years each costs a start about 7 ms. */
export const SEGMENTS_BEHIND = 8

/** The index of the first closed segments of each chain, and those chains as they stand after them. */
interface KeptIndex {
  readonly index: EntityIndex
  readonly chains: readonly { readonly known: z.infer<typeof Known>; readonly ends: readonly Uint32Array[] }[]
}

function pathIn(folder: string): string {
  return `${folder}/index`
}

/**
 * Keeps the index while it holds closed segments alone, so that the next start copies it instead of making it. Never needed for
 * correctness: a failure, or a disk without room above its floor, only makes that start slower.
 */
export async function keepIndex(
  files: FileSystem,
  folder: string,
  { index, chains }: { readonly index: EntityIndex; readonly chains: readonly Chain[] },
  { keys, floor }: { readonly keys: JournalKeys; readonly floor: number },
): Promise<void> {
  const known = chains.filter(({ closed }) => closed.length > 0).map(chain => chain.known())
  const said = { numbered: index.chains, chains: known.map(({ chain }) => chain) }
  const columns = [...known.map(({ ends }) => ends), ...index.columns()]
  const bytes = columns.reduce((sum, { byteLength }) => sum + byteLength, 0)
  await demandSpace(files, folder, floor, bytes)
    .then(() => writeColumns(files, pathIn(folder), { said, columns }, keys))
    .catch(() => undefined)
}

/** The index as it was kept, or null: missing, damaged, or of segments that are not the first of those that lie there now. */
export async function readKeptIndex(
  files: FileSystem,
  folder: string,
  head: Head | null,
  keys: JournalKeys,
): Promise<KeptIndex | null> {
  const read = await readColumns(files, pathIn(folder), keys).catch(() => null)
  const said = read && Said.safeParse(read.said).data
  if (!read || !said) return null
  const standing = await Promise.all(said.chains.map(known => isStanding(files, folder, known, head)))
  if (standing.includes(false)) return null
  const { columns } = read
  const chains = said.chains.map(known => {
    const all = new Uint32Array(columns.shift()?.room ?? new ArrayBuffer())
    let start = 0
    const ends = known.closed.map(({ records }) => {
      start += records
      return all.subarray(start - records, start)
    })
    return { known, ends }
  })
  return { index: EntityIndex.restored(said.numbered, columns), chains }
}

/** Whether those segments lie there, another behind them, and the head knows them as they are. */
async function isStanding(
  files: FileSystem,
  folder: string,
  { installation, closed }: z.infer<typeof Known>,
  head: Head | null,
): Promise<boolean> {
  const place = `${folder}/journal/${installation}`
  const headed = head?.chains[installation]?.closed ?? []
  if (
    headed.some(({ size, hash }, at) => at < closed.length && !(size === closed[at]?.size && hash === closed[at]?.hash))
  )
    return false
  const sizes = await Promise.all(closed.map((_, at) => files.sizeOf(`${place}/${segmentName(at + 1)}`)))
  const isFollowed = (await files.sizeOf(`${place}/${segmentName(closed.length + 1)}`)) !== null
  return isFollowed && closed.every(({ size }, at) => size === sizes[at])
}
