import { InstallationId } from '#shared/change/action.ts'
import { Chain, type Loading, loadClosed, loadLast } from './chain.ts'
import { EntityIndex } from './entity-index.ts'
import type { FileSystem } from './file-system.ts'
import { readHead } from './head-file.ts'
import { keepIndex, readKeptIndex, SEGMENTS_BEHIND } from './kept-index.ts'
import type { JournalKeys } from './record.ts'

interface Place {
  readonly files: FileSystem
  /** `desk-data`. */
  readonly folder: string
  readonly keys: JournalKeys
  /** Bytes of the disk that are never used. */
  readonly floor: () => number
}

interface Loaded {
  /** This desk's own first. */
  readonly chains: Chain[]
  readonly index: EntityIndex
  /** Bytes of torn tails that were cut. */
  readonly cutBytes: number
}

/**
 * Reads every chain of a journal, and the index of all: as it was kept, then by the sidecars behind that, then the segments that are
 * written to. Throws ExpectedError `start.journal_damaged` (segment, offset), `start.newer_data`.
 */
export async function loadChains({ files, folder, keys, floor }: Place): Promise<Loaded> {
  const head = await readHead(files, folder, keys)
  const kept = await readKeptIndex(files, folder, head, keys)
  const index = kept?.index ?? new EntityIndex()
  const names = [...(await files.list(`${folder}/journal`)), ...Object.keys(head?.chains ?? {})]
  const others = new Set(names.flatMap(name => InstallationId.safeParse(name).data ?? []))
  others.delete(keys.installation)
  const chains = [keys.installation, ...[...others].sort()].map(
    name => new Chain(name, `${folder}/journal/${name}`, index),
  )
  for (const { known, ends } of kept?.chains ?? []) {
    chains.find(({ installation }) => installation === known.installation)?.takeKnown(known, ends)
  }
  const before = segmentsOf(chains)
  const loading = (chain: Chain): Loading => ({ files, keys, head: head?.chains[chain.installation] ?? null })
  const counts: number[] = []
  for (const chain of chains) counts.push(await loadClosed(chain, loading(chain)))
  // Here it holds closed segments alone.
  if (segmentsOf(chains) - before >= SEGMENTS_BEHIND)
    await keepIndex(files, folder, { index, chains }, { keys, floor: floor() })
  let cutBytes = 0
  for (const [place, chain] of chains.entries()) cutBytes += await loadLast(chain, counts[place] ?? 0, loading(chain))
  return { chains, index, cutBytes }
}

/** Segments of all chains. */
export function segmentsOf(chains: readonly Chain[]): number {
  return chains.reduce((sum, chain) => sum + chain.segments, 0)
}
