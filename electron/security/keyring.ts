import { removeLeftovers, renamePatiently, writeFlushed } from '#electron/journal/atomic-file.ts'
import { type FileSystem, nodeFiles, systemCode } from '#electron/journal/file-system.ts'
import type { SubjectKeyring, SubjectTag } from '#electron/journal/types.ts'
import { SubjectId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { randomText } from './random-text.ts'
import { decodeRing, encodeEntries, encodeRingHead, type RingCopy, type RingEntry, type RingKeys } from './ring-file.ts'
import { type Random, systemRandom } from './seal.ts'

/** Where the keyring is kept and what it is made with. `folder` is `desk-data`. */
export interface KeyringOptions {
  readonly folder: string
  readonly keys: RingKeys
  readonly files?: FileSystem
  readonly random?: Random
}

const NAMES = ['subjects.ring', 'subjects.ring.2'] as const
const OLD = '.old'
const NEW = '.new'

/**
 * Opens the keys of people's data. A copy that is missing, torn or older is rewritten from the other. Throws
 * ExpectedError `start.keyring_damaged` where both copies miss the same key: guessing would make people unreadable.
 */
export async function openKeyring(options: KeyringOptions): Promise<SubjectKeyring> {
  const { folder, keys, files = nodeFiles, random = systemRandom } = options
  const place = `${folder}/keys`
  await files.makeFolder(place)
  await removeLeftovers(files, place)
  const read = await Promise.all(NAMES.map(name => files.readFile(`${place}/${name}`)))
  const copies = decodeCopies(keys, read)
  const best = newest(copies)
  if (best === null && (await hasData(files, folder, read))) throw new ExpectedError('start.keyring_damaged')
  const entries = best === null ? [] : joined(copies.filter(copy => copy?.generation === best.generation))
  const good = copies.map(copy => copy?.whole === true && copy.generation === best?.generation)
  const ring = new Ring({ folder: place, keys, files, random }, best, entries, new Set(NAMES.filter((_, i) => good[i])))
  if (!good.every(Boolean) || copies.some(copy => copy?.entries.size !== entries.length)) await ring.rewrite()
  await removeOld(files, place)
  return ring
}

/** Copies are written of the same bytes: as long as they are equal the second says nothing that the first does not, and one is opened. */
function decodeCopies(keys: RingKeys, read: readonly (Buffer | null)[]): (RingCopy | null)[] {
  const [first = null] = read
  const decoded = first === null ? null : decodeRing(keys, first)
  return read.map(bytes => {
    if (bytes === first || (bytes !== null && first?.equals(bytes))) return decoded
    return bytes === null ? null : decodeRing(keys, bytes)
  })
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
  readonly #entries = new Map<SubjectId, RingEntry>()
  readonly #tags = new Map<string, SubjectId>()
  /** Of each tag everybody who is found by it. */
  readonly #sharing = new Map<string, Set<SubjectId>>()
  /** Length of each copy in bytes. */
  #length: number
  /** Copies that are whole. The last whole copy is never touched before another one is. */
  readonly #good: Set<string>
  /** Set while the copies on disk may differ from memory after a failed write: they are rewritten before the next. */
  #unsure = false
  #queue: Promise<unknown> = Promise.resolve()

  constructor(place: Place, best: RingCopy | null, entries: readonly RingEntry[], good: Set<string>) {
    this.#place = place
    this.#generation = best?.generation ?? 0
    this.#length = best?.length ?? 0
    this.#good = good
    for (const entry of entries) this.#remember(entry)
  }

  get size(): number {
    return this.#entries.size
  }

  findByTag(tag: string): SubjectId | null {
    return this.#tags.get(tag) ?? null
  }

  keyOf(subject: SubjectId): Uint8Array | null {
    return this.#entries.get(subject)?.key ?? null
  }

  entryOf(subject: SubjectId): RingEntry | null {
    return this.#entries.get(subject) ?? null
  }

  sharing(subject: SubjectId): SubjectId[] {
    const tag = this.#entries.get(subject)?.tag ?? null
    return tag === null ? [subject] : [...(this.#sharing.get(tag) ?? [subject])]
  }

  adopt(entries: readonly RingEntry[]): Promise<void> {
    return this.#inTurn(() => this.#adopt(entries))
  }

  hasTag(subject: SubjectId): boolean {
    return (this.#entries.get(subject)?.tag ?? null) !== null
  }

  create(tags: readonly (string | null)[]): Promise<SubjectId[]> {
    return this.#inTurn(() => this.#create(tags))
  }

  erase(subjects: readonly SubjectId[]): Promise<void> {
    return this.#inTurn(() => this.#erase(subjects))
  }

  tag(subject: SubjectId, tag: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#tags.has(tag)) await this.#learn([{ subject, tag }])
    })
  }

  learn(told: readonly SubjectTag[]): Promise<void> {
    return this.#inTurn(() => this.#learn(told))
  }

  /** Writes both copies anew from memory, one after the other. */
  async rewrite(): Promise<void> {
    await this.#replace([...this.#entries.values()])
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
      const known = tag === null ? undefined : (this.#tags.get(tag) ?? made.get(tag))
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
    await this.#append([...fresh.values()].filter(({ subject }) => !this.#entries.has(subject)))
  }

  /** Frames behind the last, in one copy after the other; remembered once both hold them. */
  async #append(fresh: readonly RingEntry[]): Promise<void> {
    if (fresh.length === 0) return
    const { folder, keys, files } = this.#place
    const bytes = encodeEntries(keys, this.#generation, this.#entries.size, fresh)
    this.#unsure = true
    for (const name of NAMES) {
      this.#good.delete(name)
      await appendFlushed(files, `${folder}/${name}`, this.#length, bytes)
      this.#good.add(name)
    }
    this.#unsure = false
    this.#length += bytes.length
    for (const entry of fresh) this.#remember(entry)
  }

  /** Rewrites both copies: it is rare that a person known without a number turns out to have one. */
  async #learn(told: readonly SubjectTag[]): Promise<void> {
    const tagged = new Map<RingEntry, RingEntry>()
    for (const { subject, tag } of told) {
      const entry = this.#entries.get(subject)
      if (entry !== undefined && entry.tag === null) tagged.set(entry, { ...entry, tag })
    }
    if (tagged.size === 0) return
    await this.#replace([...this.#entries.values()].map(entry => tagged.get(entry) ?? entry))
    for (const entry of tagged.values()) this.#remember(entry)
  }

  async #erase(subjects: readonly SubjectId[]): Promise<void> {
    const gone = new Set(subjects.flatMap(subject => this.#entries.get(subject) ?? []))
    if (gone.size === 0) {
      if (this.#unsure) await this.rewrite()
      return
    }
    await this.#replace([...this.#entries.values()].filter(entry => !gone.has(entry)))
    for (const { subject, tag, key } of gone) {
      this.#entries.delete(subject)
      key.fill(0)
      if (tag === null) continue
      const others = this.#sharing.get(tag) ?? new Set()
      others.delete(subject)
      const [first] = [...others].sort()
      if (first === undefined) {
        this.#tags.delete(tag)
        this.#sharing.delete(tag)
      } else this.#tags.set(tag, first)
    }
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
    this.#unsure = false
  }

  #image(generation: number, entries: readonly RingEntry[]): Buffer {
    const { keys } = this.#place
    return Buffer.concat([encodeRingHead(keys, generation), encodeEntries(keys, generation, 0, entries)])
  }

  #remember(entry: RingEntry): void {
    this.#entries.set(entry.subject, entry)
    if (entry.tag === null) return
    const sharing = this.#sharing.get(entry.tag)
    if (sharing === undefined) this.#sharing.set(entry.tag, new Set([entry.subject]))
    else sharing.add(entry.subject)
    // Two desks that were apart may each have begun the same person: every desk goes on with the same one of them.
    const known = this.#tags.get(entry.tag)
    if (known === undefined || entry.subject < known) this.#tags.set(entry.tag, entry.subject)
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
