import { removeLeftovers, renamePatiently, writeFlushed } from '#electron/journal/atomic-file.ts'
import { type FileSystem, nodeFiles, systemCode } from '#electron/journal/file-system.ts'
import type { SubjectKeyring, SubjectTag } from '#electron/journal/types.ts'
import { SubjectId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { randomText } from './random-text.ts'
import {
  decodeRing,
  encodeEntries,
  encodeRingHead,
  framesOf,
  type RingCopy,
  type RingEntry,
  type RingKeys,
  readRing,
} from './ring-file.ts'
import { RingTable } from './ring-table.ts'
import { type Random, systemRandom } from './seal.ts'

/** Where the keyring is kept and what it is made with. `folder` is `desk-data`. */
export interface KeyringOptions {
  readonly folder: string
  readonly keys: RingKeys
  readonly files?: FileSystem
  readonly random?: Random
  /** Frames beyond the fewest that may lie before `pack` writes the copies anew. */
  readonly loose?: number
}

const NAMES = ['subjects.ring', 'subjects.ring.2'] as const
const OLD = '.old'
const NEW = '.new'
/** Frames of few entries that a start still opens as fast as none. */
const LOOSE = 4_000

/**
 * Opens the keys of people's data. A copy that is missing, torn or older is rewritten from the other. Throws
 * ExpectedError `start.keyring_damaged` where both copies miss the same key: guessing would make people unreadable.
 */
export async function openKeyring(options: KeyringOptions): Promise<SubjectKeyring> {
  const { folder, keys, files = nodeFiles, random = systemRandom, loose = LOOSE } = options
  const place = `${folder}/keys`
  await files.makeFolder(place)
  await removeLeftovers(files, place)
  const read = await Promise.all(NAMES.map(name => files.readFile(`${place}/${name}`)))
  const alike = readAlike(keys, read)
  if (alike !== null) {
    await removeOld(files, place)
    return new Ring({ folder: place, keys, files, random, loose }, alike, alike.table, new Set(NAMES))
  }
  const copies = read.map(bytes => (bytes === null ? null : decodeRing(keys, bytes)))
  const best = newest(copies)
  if (best === null && (await hasData(files, folder, read))) throw new ExpectedError('start.keyring_damaged')
  const table = new RingTable()
  const entries = best === null ? [] : joined(copies.filter(copy => copy?.generation === best.generation))
  for (const entry of entries) table.add(entry)
  const good = copies.map(copy => copy?.whole === true && copy.generation === best?.generation)
  const ring = new Ring(
    { folder: place, keys, files, random, loose },
    best,
    table,
    new Set(NAMES.filter((_, i) => good[i])),
  )
  const asWritten = (copy: RingCopy | null) => copy?.isCurrent === true && copy.entries.size === entries.length
  if (!good.every(Boolean) || !copies.every(asWritten)) await ring.rewrite()
  await removeOld(files, place)
  return ring
}

/** What both copies say, where they are whole and the same byte for byte, as they are after every write: one of them is opened. Else null. */
function readAlike(
  keys: RingKeys,
  [first = null, second = null]: readonly (Buffer | null)[],
): (Omit<RingCopy, 'entries'> & { readonly table: RingTable }) | null {
  if (first === null || second === null || !first.equals(second)) return null
  const table = new RingTable()
  const facts = readRing(keys, first, (_, plain, from, to) => table.addBytes(plain, from, to))
  return facts?.whole && facts.isCurrent ? { ...facts, table } : null
}

async function hasData(files: FileSystem, folder: string, read: readonly (Buffer | null)[]): Promise<boolean> {
  return read.some(bytes => bytes !== null && bytes.length > 0) || (await files.list(`${folder}/journal`)).length > 0
}

function newest(copies: readonly (RingCopy | null)[]): RingCopy | null {
  return copies.reduce((best, copy) => (copy && (!best || copy.generation > best.generation) ? copy : best), null)
}

function joined(copies: readonly (RingCopy | null)[]): RingEntry[] {
  const all = new Map<number, RingEntry>()
  for (const copy of copies) for (const [place, entry] of copy?.entries ?? []) all.set(place, entry)
  // Keys are told as made once both copies hold them: what a whole copy has not was never told.
  const told = Math.max(0, ...copies.map(copy => (copy?.whole ? copy.entries.size : 0)))
  const entries: RingEntry[] = []
  for (let place = 0; place < all.size; place++) {
    const entry = all.get(place)
    // Behind it a power failure may have left whole frames after a hole, in the copy that was being written.
    if (entry === undefined && told > 0 && place >= told) break
    if (entry === undefined) throw new ExpectedError('start.keyring_damaged')
    entries.push(entry)
  }
  // Copies are written one after the other, so at most one can be torn. Both torn is damage, even if nothing seems lost.
  if (copies.length > 0 && copies.every(copy => !copy?.whole)) throw new ExpectedError('start.keyring_damaged')
  return entries
}

async function removeOld(files: FileSystem, folder: string): Promise<void> {
  for (const name of await files.list(folder)) {
    const isOurs = NAMES.some(own => name === own + OLD || name === own + NEW)
    if (isOurs) await shred(files, folder, name)
  }
}

/** Overwrites with zeros, flushes and removes: an old ring holds keys that were dropped. */
async function shred(files: FileSystem, folder: string, name: string): Promise<void> {
  const path = `${folder}/${name}`
  const size = await files.sizeOf(path)
  if (size === null) return
  const file = await files.open(path, 'edit')
  try {
    await file.write(0, Buffer.alloc(size))
    await file.flush()
  } finally {
    await file.close()
  }
  await files.remove(path)
  await files.flushFolder(folder)
}

type Place = Required<KeyringOptions>

class Ring implements SubjectKeyring {
  readonly #place: Place
  #generation: number
  readonly #table: RingTable
  /** Length of each copy in bytes, and its frames. */
  #length: number
  #frames: number
  /** Copies that are whole. The last whole copy is never touched before another one is. */
  readonly #good: Set<string>
  /** Set while the copies on disk may differ from memory after a failed write: they are rewritten before the next. */
  #unsure = false
  #queue: Promise<unknown> = Promise.resolve()

  constructor(place: Place, best: Omit<RingCopy, 'entries'> | null, table: RingTable, good: Set<string>) {
    this.#place = place
    this.#generation = best?.generation ?? 0
    this.#length = best?.length ?? 0
    this.#frames = best?.frames ?? 0
    this.#good = good
    this.#table = table
  }

  get size(): number {
    return this.#table.size
  }

  findByTag(tag: string): SubjectId | null {
    return this.#table.findByTag(tag)
  }

  keyOf(subject: SubjectId): Uint8Array | null {
    return this.#table.keyOf(subject)
  }

  entryOf(subject: SubjectId): RingEntry | null {
    return this.#table.entryOf(subject)
  }

  sharing(subject: SubjectId): SubjectId[] {
    return this.#table.sharing(subject)
  }

  adopt(entries: readonly RingEntry[]): Promise<void> {
    return this.#inTurn(() => this.#adopt(entries))
  }

  hasTag(subject: SubjectId): boolean {
    return this.#table.tagOf(subject) !== null
  }

  create(tags: readonly (string | null)[]): Promise<SubjectId[]> {
    return this.#inTurn(() => this.#create(tags))
  }

  erase(subjects: readonly SubjectId[]): Promise<void> {
    return this.#inTurn(() => this.#erase(subjects))
  }

  tag(subject: SubjectId, tag: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#table.findByTag(tag) === null) await this.#learn([{ subject, tag }])
    })
  }

  learn(told: readonly SubjectTag[]): Promise<void> {
    return this.#inTurn(() => this.#learn(told))
  }

  pack(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#frames - framesOf(this.#table.size) > this.#place.loose) await this.rewrite()
    })
  }

  /** Writes both copies anew from memory, one after the other. */
  async rewrite(): Promise<void> {
    await this.#replace([...this.#table.entries()])
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    this.#queue = result.catch(() => undefined)
    return result.catch(cause => {
      const code = systemCode(cause)
      throw code === '' ? cause : new ExpectedError('keyring.write_failed', { code })
    })
  }

  async #create(tags: readonly (string | null)[]): Promise<SubjectId[]> {
    if (this.#unsure) await this.rewrite()
    const { random } = this.#place
    const made = new Map<string, SubjectId>()
    const fresh: RingEntry[] = []
    // A person with a tag that is known, or named twice in one call, is one subject.
    const subjects = tags.map(tag => {
      const known = tag === null ? undefined : (this.#table.findByTag(tag) ?? made.get(tag))
      if (known !== undefined) return known
      const subject = SubjectId.parse(randomText(20, random))
      fresh.push({ subject, key: random(32), tag })
      if (tag !== null) made.set(tag, subject)
      return subject
    })
    await this.#append(fresh)
    return subjects
  }

  async #adopt(entries: readonly RingEntry[]): Promise<void> {
    if (this.#unsure) await this.rewrite()
    const fresh = new Map(entries.map(entry => [entry.subject, entry]))
    await this.#append([...fresh.values()].filter(({ subject }) => !this.#table.has(subject)))
  }

  /** Frames behind the last, in one copy after the other; remembered once both hold them. */
  async #append(fresh: readonly RingEntry[]): Promise<void> {
    if (fresh.length === 0) return
    const { folder, keys, files } = this.#place
    const bytes = encodeEntries(keys, this.#generation, this.#table.size, fresh)
    this.#unsure = true
    for (const name of NAMES) {
      this.#good.delete(name)
      await appendFlushed(files, `${folder}/${name}`, this.#length, bytes)
      this.#good.add(name)
    }
    this.#unsure = false
    this.#length += bytes.length
    this.#frames += framesOf(fresh.length)
    for (const entry of fresh) this.#table.add(entry)
  }

  /** Rewrites both copies: it is rare that a person known without a number turns out to have one. */
  async #learn(told: readonly SubjectTag[]): Promise<void> {
    const tagged = new Map<SubjectId, RingEntry>()
    for (const { subject, tag } of told) {
      const entry = this.#table.entryOf(subject)
      if (entry !== null && entry.tag === null) tagged.set(subject, { ...entry, tag })
    }
    if (tagged.size === 0) return
    await this.#replace(Array.from(this.#table.entries(), entry => tagged.get(entry.subject) ?? entry))
    for (const entry of tagged.values()) this.#table.add(entry)
  }

  async #erase(subjects: readonly SubjectId[]): Promise<void> {
    const gone = new Set(subjects.filter(subject => this.#table.has(subject)))
    if (gone.size === 0) {
      if (this.#unsure) await this.rewrite()
      return
    }
    await this.#replace([...this.#table.entries(gone)])
    for (const subject of gone) this.#table.drop(subject)
  }

  async #replace(entries: readonly RingEntry[]): Promise<void> {
    const { folder, files } = this.#place
    this.#unsure = true
    // Moved on before writing: a copy of a failed attempt must never look like one of this attempt.
    this.#generation += 1
    const image = this.#image(this.#generation, entries)
    const spoiledFirst = [...NAMES].sort((a, b) => Number(this.#good.has(a)) - Number(this.#good.has(b)))
    for (const name of spoiledFirst) {
      this.#good.delete(name)
      await shred(files, folder, name + NEW)
      await shred(files, folder, name + OLD)
      await writeFlushed(files, `${folder}/${name}${NEW}`, image)
      if ((await files.sizeOf(`${folder}/${name}`)) !== null) {
        await renamePatiently(files, `${folder}/${name}`, `${folder}/${name}${OLD}`)
      }
      await renamePatiently(files, `${folder}/${name}${NEW}`, `${folder}/${name}`)
      await files.flushFolder(folder)
      this.#good.add(name)
      await shred(files, folder, name + OLD)
    }
    this.#length = image.length
    this.#frames = framesOf(entries.length)
    this.#unsure = false
  }

  #image(generation: number, entries: readonly RingEntry[]): Buffer {
    const { keys } = this.#place
    return Buffer.concat([encodeRingHead(keys, generation), encodeEntries(keys, generation, 0, entries)])
  }
}

async function appendFlushed(files: FileSystem, path: string, position: number, bytes: Buffer): Promise<void> {
  const file = await files.open(path, 'edit')
  try {
    await file.write(position, bytes)
    await file.flush()
  } finally {
    await file.close()
  }
}
