import { createHash } from 'node:crypto'
import { z } from 'zod'
import { chainPlaceOf, entityId, type InstallationId, type SubjectId } from '#shared/change/action.ts'
import type { TakenFile } from '#shared/ipc/desks.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { afterTold, gapsOf, Heads, Manifest, ParcelEnd } from '#shared/sync/parcel.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { publicKeyOf } from '../journal/receiving.ts'
import type { Journal } from '../journal/types.ts'
import { type Acceptance, takeRun } from './accept.ts'
import { setDocumentAside } from './exchange.ts'
import { isBeyond, otherAmong } from './own-chain.ts'
import { type ParcelParts, recordsOf, unpacked } from './parcel.ts'
import { type Chunk, chunksOf, isSignedBy, openParcelFile, type ParcelFile, readParcelHead } from './parcel-file.ts'
import { adopt } from './people.ts'
import { type Arrived, arrivedOf, type FoundKey, fromKeyDocument } from './wire.ts'

/** A parcel that was read whole: it is of this office, nothing of it is missing or changed, and its sender signed it. */
export interface CheckedParcel {
  readonly file: ParcelFile
  readonly manifest: Manifest
  readonly end: ParcelEnd
}

/**
 * Reads every byte of a parcel and changes nothing. Throws ExpectedError `parcel.absent`, `parcel.no_parcel`,
 * `parcel.damaged`, `parcel.newer_format`, `parcel.other_office`, `parcel.other_key` (a desk of this office wrote it under an
 * office key that is not here), `parcel.signature`, `parcel.data_behind`, `file.*`.
 */
export async function checkParcel(parts: Pick<ParcelParts, 'files' | 'desk'>, path: string): Promise<CheckedParcel> {
  const { files, desk } = parts
  const file = await readParcelHead(files, path)
  if (desk.keys.under(file.head.k) === null) {
    const isKnown = (await publicKeyOfDesk(desk, file.head.i)) !== null
    throw new ExpectedError(isKnown ? 'parcel.other_key' : 'parcel.other_office')
  }
  const hash = createHash('sha256')
  let isBehind = false
  const look = async (arrived: readonly Arrived[]) => {
    isBehind ||= isBeyond(desk, arrived) || (await otherAmong(desk, arrived)) !== null
  }
  const { manifest, end } = await readWhole(chunksOf(files, file, desk.keys, hash), desk.keys, look)
  const publicKey = (await publicKeyOfDesk(desk, file.head.i)) ?? manifest.publicKey
  if (!(await isSignedBy(files, file, hash, publicKey))) throw new ExpectedError('parcel.signature')
  // Others have more of this desk than it has itself, or something else: its data were put back from an older copy, or copied.
  if (isBehind) throw new ExpectedError('parcel.data_behind')
  return { file, manifest, end }
}

/** Records of a parcel, chunk by chunk, each of one chain. Throws `parcel.*`, `file.*`. */
export async function* recordsIn(
  files: FileSystem,
  path: string,
  keys: ParcelParts['desk']['keys'],
): AsyncGenerator<Arrived[]> {
  const file = await openParcelFile(files, path, keys)
  for await (const { kind, bytes } of chunksOf(files, file, keys)) if (kind === 'records') yield arrivedIn(bytes)
}

async function readWhole(
  chunks: AsyncIterable<Chunk>,
  keys: ParcelParts['desk']['keys'],
  look: (arrived: readonly Arrived[]) => Promise<void>,
): Promise<Pick<CheckedParcel, 'manifest' | 'end'>> {
  let manifest: Manifest | null = null
  let end: ParcelEnd | null = null
  let records = 0
  let people = 0
  for await (const { kind, bytes } of chunks) {
    const isFirst = manifest === null
    if (isFirst !== (kind === 'manifest') || end !== null) throw damaged()
    if (kind === 'manifest') manifest = parsed(Manifest, bytes)
    if (kind === 'records') {
      const arrived = arrivedIn(bytes)
      await look(arrived)
      records += arrived.length
    }
    if (kind === 'keys') people += foundIn(bytes, keys).filter(({ entry }) => entry !== 'erased').length
    if (kind === 'end') end = parsed(ParcelEnd, bytes)
  }
  if (manifest === null || end === null) throw damaged()
  const isWhole = end.records === records && end.keys === people && recordsOf(manifest.chains) === records
  if (!isWhole) throw damaged()
  return { manifest, end }
}

/** The key a desk signs with, as its own chain tells it here; null: nothing of it is held yet. */
async function publicKeyOfDesk(
  { journal, keys }: { readonly journal: Journal; readonly keys: { readonly publicKey: string } },
  installation: InstallationId,
): Promise<string | null> {
  if (installation === journal.installation) return keys.publicKey
  const told = await journal.actionsOf(entityId('desk', installation))
  return told.filter(({ id }) => chainPlaceOf(id).installation === installation).map(publicKeyOf)[0] ?? null
}

/**
 * Takes what is new in a parcel, by the same rules as what a server brings. May be cut anywhere and begun again; what was
 * taken before is passed over. Throws ExpectedError `parcel.stopped` (what was taken until then stays), `parcel.damaged`
 * where the file changed since it was checked, `journal.*`, `file.*`.
 */
export async function takeParcel(parts: ParcelParts, checked: CheckedParcel): Promise<TakenFile> {
  const { desk, memory, kept, now } = parts
  const { file, manifest, end } = checked
  const { installation: own } = desk.journal
  const gaps = gapsOf(manifest.chains, Heads.parse(desk.journal.head().cursor), own)
  // The server, where there is one, gets from here what came without it.
  if (!memory.current.relay) await memory.keep({ ...memory.current, relay: true })
  const run = new Taking(parts, end.records)
  for await (const chunk of chunksOf(parts.files, file, desk.keys)) await run.take(chunk)
  const told = file.head.i === own ? kept.current : afterTold(kept.current, manifest.heads)
  await kept.keep({ ...told, taken: new Date(now()).toISOString() })
  return {
    from: file.head.i,
    madeAt: manifest.madeAt,
    taken: run.taken,
    records: end.records,
    gaps,
    held: [...run.held].map(([installation, { sequence, why }]) => ({ installation, sequence, why })),
  }
}

/** One parcel on its way in, chunk by chunk. */
class Taking {
  readonly held: Acceptance['held'] = new Map()
  taken = 0
  #seen = 0
  readonly #all: number
  readonly #parts: ParcelParts
  /** What the file says of people whose key was not adopted: that they were erased elsewhere. */
  readonly #erased = new Map<SubjectId, FoundKey>()
  readonly #acceptance: Acceptance

  constructor(parts: ParcelParts, all: number) {
    this.#parts = parts
    this.#all = all
    this.#acceptance = {
      desk: parts.desk,
      held: this.held,
      taken: parts.taken,
      progress: ({ taken = 0 }) => {
        this.taken += taken
      },
      findKey: async subject => this.#erased.get(subject) ?? null,
      setAside: (id, why) => setDocumentAside(parts, id, why),
    }
  }

  async take({ kind, bytes }: Chunk): Promise<void> {
    const { desk, signal, progress } = this.#parts
    if (signal?.aborted === true) throw new ExpectedError('parcel.stopped')
    if (kind === 'keys') {
      const found = foundIn(bytes, desk.keys)
      for (const one of found) if (one.entry === 'erased') this.#erased.set(one.subject, one)
      await adopt(desk, found)
    }
    if (kind !== 'records') return
    const arrived = arrivedIn(bytes)
    const [first] = arrived
    // A chain that waits for a record goes no further with the later ones of the file.
    if (first !== undefined && !this.held.has(first.installation)) {
      await takeRun(this.#acceptance, first.installation, arrived)
    }
    this.#seen += arrived.length
    progress(this.#seen, this.#all)
  }
}

function arrivedIn(bytes: Buffer): Arrived[] {
  const arrived = unpacked(bytes)?.map(arrivedOf) ?? [null]
  const [first] = arrived
  return arrived.map(one => {
    if (one === null || one.installation !== first?.installation) throw damaged()
    return one
  })
}

function foundIn(bytes: Buffer, keys: ParcelParts['desk']['keys']): FoundKey[] {
  return parsed(z.array(z.unknown()).max(100_000), bytes).map(document => {
    const found = fromKeyDocument(document, keys)
    if (found === null) throw damaged()
    return found
  })
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer): T {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw damaged()
  }
}

function damaged(): ExpectedError {
  return new ExpectedError('parcel.damaged')
}
