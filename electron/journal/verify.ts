import type { InstallationId } from '#shared/change/action.ts'
import type { Chain } from './chain.ts'
import type { FileSystem } from './file-system.ts'
import { findUnsigned } from './record.ts'
import { segmentName } from './segments.ts'
import { type ChainLink, emptyChain, walk } from './walk.ts'

/** What verifying found. `brokenAt` is `<chain>/<segment>:<offset>`. */
export interface Verified {
  readonly records: number
  readonly segments: number
  readonly brokenAt: string | null
}

interface Extent {
  readonly chain: Chain
  /** Bytes of each segment that were acknowledged when verifying began. */
  readonly sizes: readonly number[]
  readonly last: ChainLink
}

/** Checks every checksum, hash, link and signature of the chains as they stand on disk now. Needs no key of the office. */
export async function verifyChains(
  chains: readonly Chain[],
  files: FileSystem,
  publicKeyOf: (installation: InstallationId) => string | null,
): Promise<Verified> {
  const extents = chains.map(extentOf)
  let records = 0
  let segments = 0
  for (const extent of extents) {
    const publicKey = publicKeyOf(extent.chain.installation)
    let link = emptyChain(extent.chain.installation)
    for (const [index, size] of extent.sizes.entries()) {
      const found = await verifySegment(extent.chain, index + 1, size, link, files, publicKey)
      if (found.brokenAt !== null) return { records, segments, brokenAt: found.brokenAt }
      records += found.link.sequence - link.sequence
      segments += 1
      link = found.link
    }
    if (link.sequence !== extent.last.sequence || link.hash !== extent.last.hash) {
      return { records, segments, brokenAt: placeName(extent.chain, extent.sizes.length, 0) }
    }
  }
  return { records, segments, brokenAt: null }
}

function extentOf(chain: Chain): Extent {
  const tail = chain.tail === null ? [] : [chain.tail.size]
  return { chain, sizes: [...chain.closed.map(segment => segment.size), ...tail], last: chain.link }
}

async function verifySegment(
  chain: Chain,
  number: number,
  size: number,
  from: ChainLink,
  files: FileSystem,
  publicKey: string | null,
): Promise<{ link: ChainLink; brokenAt: string | null }> {
  const bytes = await files.readFile(chain.pathOf(number))
  if (bytes === null || bytes.length < size) {
    return { link: from, brokenAt: placeName(chain, number, bytes?.length ?? 0) }
  }
  const found = walk(bytes.subarray(0, size), from)
  if (found.state !== 'whole') return { link: from, brokenAt: placeName(chain, number, found.brokenAt) }
  const broken = await findUnsigned(found.records, publicKey)
  if (broken !== null) return { link: from, brokenAt: placeName(chain, number, broken.offset) }
  return { link: found.link, brokenAt: null }
}

function placeName(chain: Chain, number: number, offset: number): string {
  return `${chain.installation}/${segmentName(number)}:${offset}`
}
