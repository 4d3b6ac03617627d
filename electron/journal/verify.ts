import { hash } from 'node:crypto'
import type { InstallationId } from '#shared/change/action.ts'
import type { Chain } from './chain.ts'
import type { FileSystem } from './file-system.ts'
import { findUnsigned } from './record.ts'
import { segmentName } from './segments.ts'
import { type ChainLink, emptyChain, walk } from './walk.ts'

/** What verifying found. `signatures`: those that were checked; `brokenAt` is `<chain>/<segment>:<offset>`. */
export interface Verified {
  readonly records: number
  readonly segments: number
  readonly signatures: number
  readonly brokenAt: string | null
}

/** A closed segment that was verified: SHA-256 of its bytes, the public key it was signed with, what it follows and ends with. */
export interface VerifiedSegment {
  readonly bytes: string
  readonly publicKey: string
  readonly previous: string
  readonly last: number
  readonly lastHash: string
}

/** What verifying needs. */
export interface Verifying {
  readonly files: FileSystem
  readonly publicKeyOf: (installation: InstallationId) => string | null
  /** Closed segments by name (`<chain>/<segment>`) whose records need not be checked again as long as their bytes are the same. */
  readonly known?: ReadonlyMap<string, VerifiedSegment>
  /** Told of each closed segment that was checked. */
  readonly checked?: (name: string, segment: VerifiedSegment) => Promise<void>
}

interface Extent {
  readonly chain: Chain
  /** Bytes of each segment that were acknowledged when verifying began; all but the last are closed. */
  readonly sizes: readonly number[]
  readonly isLastOpen: boolean
  readonly last: ChainLink
}

/** Checks every checksum, hash, link and signature of the chains as they stand on disk now. Needs no key of the office. */
export async function verifyChains(chains: readonly Chain[], verifying: Verifying): Promise<Verified> {
  const extents = chains.map(extentOf)
  let [records, segments, signatures] = [0, 0, 0]
  for (const extent of extents) {
    const { chain, sizes } = extent
    let link = emptyChain(chain.installation)
    for (const [index, size] of sizes.entries()) {
      const isOpen = extent.isLastOpen && index === sizes.length - 1
      const found = await verifySegment({ chain, number: index + 1, size, from: link, isOpen }, verifying)
      if (found.brokenAt !== null) return { records, segments, signatures, brokenAt: found.brokenAt }
      records += found.link.sequence - link.sequence
      segments += 1
      signatures += found.signatures
      link = found.link
    }
    if (link.sequence !== extent.last.sequence || link.hash !== extent.last.hash) {
      return { records, segments, signatures, brokenAt: placeName(chain, sizes.length, 0) }
    }
  }
  return { records, segments, signatures, brokenAt: null }
}

function extentOf(chain: Chain): Extent {
  const closed = chain.closed.map(segment => segment.size)
  const { tail, link } = chain
  return { chain, sizes: tail === null ? closed : [...closed, tail.size], isLastOpen: tail !== null, last: link }
}

interface Asked {
  readonly chain: Chain
  readonly number: number
  readonly size: number
  readonly from: ChainLink
  readonly isOpen: boolean
}

interface Found {
  readonly link: ChainLink
  readonly signatures: number
  readonly brokenAt: string | null
}

async function verifySegment({ chain, number, size, from, isOpen }: Asked, verifying: Verifying): Promise<Found> {
  const { files, known, checked } = verifying
  const publicKey = verifying.publicKeyOf(chain.installation)
  const broken = (offset: number): Found => ({ link: from, signatures: 0, brokenAt: placeName(chain, number, offset) })
  const read = await files.readFile(chain.pathOf(number))
  if (read === null || read.length < size) return broken(read?.length ?? 0)
  const bytes = read.subarray(0, size)
  const name = `${chain.installation}/${segmentName(number)}`
  const digest = isOpen ? '' : hash('sha256', bytes)
  const before = known?.get(name)
  if (before !== undefined && !isOpen && isSame(before, { digest, publicKey, from })) {
    return { link: { ...from, sequence: before.last, hash: before.lastHash }, signatures: 0, brokenAt: null }
  }
  const { link, records, state, brokenAt } = walk(bytes, from)
  if (state !== 'whole') return broken(brokenAt)
  const unsigned = await findUnsigned(records, publicKey)
  if (unsigned !== null) return broken(unsigned.offset)
  if (!isOpen && publicKey !== null) {
    await checked?.(name, { bytes: digest, publicKey, previous: from.hash, last: link.sequence, lastHash: link.hash })
  }
  return { link, signatures: records.length, brokenAt: null }
}

function isSame(
  before: VerifiedSegment,
  { digest, publicKey, from }: { readonly digest: string; readonly publicKey: string | null; readonly from: ChainLink },
): boolean {
  return before.bytes === digest && before.publicKey === publicKey && before.previous === from.hash
}

function placeName(chain: Chain, number: number, offset: number): string {
  return `${chain.installation}/${segmentName(number)}:${offset}`
}
