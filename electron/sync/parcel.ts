import type { SubjectId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { chainsToSend, Heads, type Manifest, type ParcelChain, type ParcelEnd } from '#shared/sync/parcel.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { Exchange } from './exchange.ts'
import { type Chunk, writeParcelFile } from './parcel-file.ts'
import type { KeptParcels } from './parcel-memory.ts'
import { subjectsIn } from './people.ts'
import { storedIn, toErasedDocument, toKeyDocument } from './wire.ts'

/** A piece of a chain goes at so many records or so many bytes. */
const RECORDS = 500
const BYTES = 1024 * 1024

/** What parcels are written and taken in with. */
export interface ParcelParts extends Pick<Exchange, 'desk' | 'memory' | 'app' | 'now' | 'taken'> {
  readonly files: FileSystem
  readonly kept: KeptParcels
  /** Records done and in all. */
  readonly progress: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** How many records and how many keys of people a parcel holds. */
export type WrittenParcel = ParcelEnd

/**
 * Writes everything that this desk holds beyond what the office was sent before, or all of it (`whole`), with the keys of
 * the people named in it. `toAll`: the file is for every desk, and the next one begins behind it. Throws ExpectedError `parcel.nothing_new`, `parcel.stopped`, `file.*`; no file is left then.
 */
export async function writeParcel(
  parts: ParcelParts,
  path: string,
  { whole, toAll = true }: { readonly whole: boolean; readonly toAll?: boolean },
): Promise<WrittenParcel> {
  const { desk, kept, now } = parts
  const held = Heads.parse(desk.journal.head().cursor)
  const chains = chainsToSend(held, whole ? {} : kept.current.sent)
  if (chains.length === 0) throw new ExpectedError('parcel.nothing_new')
  const madeAt = new Date(now()).toISOString()
  const manifest: Manifest = { madeAt, publicKey: desk.keys.publicKey, whole, chains, heads: held }
  const written = await writeUnerased(parts, path, manifest)
  // What one desk alone is given, others may still lack.
  if (!toAll) return written
  const sent = { ...kept.current.sent }
  for (const { installation, last } of chains) sent[installation] = Math.max(sent[installation] ?? 0, last)
  await kept.keep({ ...kept.current, sent, written: madeAt })
  return written
}

/** Whoever is erased while the file is written leaves no key in it: it is written anew. */
async function writeUnerased(parts: ParcelParts, path: string, manifest: Manifest): Promise<WrittenParcel> {
  const { desk, files } = parts
  for (;;) {
    const content = new Content(parts, manifest)
    await writeParcelFile(files, path, desk.keys, content.chunks())
    const { erasedSubjects } = desk.gate.related()
    if (![...content.given].some(subject => erasedSubjects.has(subject))) return content.end
    await files.remove(path)
  }
}

/** The chunks of a parcel, made as they are asked for. */
class Content {
  readonly #parts: ParcelParts
  readonly #manifest: Manifest
  /** People whose keys were given, and who was told to be erased. */
  readonly given = new Set<SubjectId>()
  readonly #erased = new Set<SubjectId>()
  end: WrittenParcel = { records: 0, keys: 0 }

  constructor(parts: ParcelParts, manifest: Manifest) {
    this.#parts = parts
    this.#manifest = manifest
  }

  async *chunks(): AsyncGenerator<Chunk> {
    yield { kind: 'manifest', bytes: Buffer.from(JSON.stringify(this.#manifest)) }
    for (const chain of this.#manifest.chains) yield* this.#chainChunks(chain)
    yield { kind: 'end', bytes: Buffer.from(JSON.stringify(this.end)) }
  }

  async *#chainChunks({ installation, after, last }: ParcelChain): AsyncGenerator<Chunk> {
    const { desk, progress, signal } = this.#parts
    const all = recordsOf(this.#manifest.chains)
    for (let at = after; at < last; ) {
      if (signal?.aborted === true) throw new ExpectedError('parcel.stopped')
      const limit = Math.min(RECORDS, last - at)
      const payloads = await desk.journal.sealed(installation, { after: at, limit, bytes: BYTES })
      if (payloads.length === 0) throw new Error('a chain is shorter than its head')
      const keys = this.#keysFor(payloads)
      if (keys.length > 0) yield { kind: 'keys', bytes: Buffer.from(JSON.stringify(keys)) }
      yield { kind: 'records', bytes: packed(payloads) }
      at += payloads.length
      this.end = { records: this.end.records + payloads.length, keys: this.given.size }
      progress(this.end.records, all)
    }
  }

  /** Keys of the people these records name, each once in a file; of who was erased, that they were. */
  #keysFor(payloads: readonly Buffer[]): unknown[] {
    const { keys, keyring, gate } = this.#parts.desk
    const { erasedSubjects } = gate.related()
    return [...subjectsIn(payloads.map(payload => storedIn(payload, keys)))].flatMap(subject => {
      if (this.given.has(subject) || this.#erased.has(subject)) return []
      const entry = erasedSubjects.has(subject) ? null : keyring.entryOf(subject)
      if (entry === null && !erasedSubjects.has(subject)) return []
      ;(entry === null ? this.#erased : this.given).add(subject)
      return [entry === null ? toErasedDocument(subject) : toKeyDocument(entry, keys)]
    })
  }
}

/** Records a parcel says it holds. */
export function recordsOf(chains: readonly ParcelChain[]): number {
  return chains.reduce((sum, { after, last }) => sum + last - after, 0)
}

function packed(payloads: readonly Buffer[]): Buffer {
  return Buffer.concat(
    payloads.flatMap(payload => {
      const length = Buffer.alloc(4)
      length.writeUInt32LE(payload.length)
      return [length, payload]
    }),
  )
}

/** The payloads of a chunk of records; null where it does not add up. */
export function unpacked(bytes: Buffer): Buffer[] | null {
  const payloads: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = at + 4 > bytes.length ? 0 : bytes.readUInt32LE(at)
    if (length === 0 || at + 4 + length > bytes.length) return null
    payloads.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return payloads
}
