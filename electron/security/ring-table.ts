import { NONE, TextTable } from '#electron/journal/text-table.ts'
import type { SubjectId } from '#shared/change/action.ts'
import { KEY_LENGTH, type RingEntry, SUBJECT_LENGTH } from './ring-file.ts'

/** Keys of a piece of memory: a piece never moves, so that a key that was handed out stays where it is. */
const IN_PIECE = 4096

/**
 * The keys of people in memory: subjects and tags in few buffers, for hundreds of thousands of objects would cost a start seconds. A
 * key that is dropped is overwritten with zeros.
 */
export class RingTable {
  readonly #subjects = new TextTable()
  readonly #tags = new TextTable()
  readonly #pieces: Buffer[] = []
  /** Of each subject the number of its tag, or NONE; what was dropped is in none of the lists. */
  readonly #tagOf: number[] = []
  readonly #dropped = new Set<number>()
  /** Of each tag the subject that is found by it, or NONE. */
  readonly #found: number[] = []
  /** Of a tag that is of several all of them. */
  readonly #sharing = new Map<number, Set<number>>()

  /** Subjects with a key. */
  get size(): number {
    return this.#subjects.size - this.#dropped.size
  }

  has(subject: string): boolean {
    return this.#numberOf(subject) !== NONE
  }

  /** The key itself, not a copy; null: dropped or never known. */
  keyOf(subject: string): Buffer | null {
    const number = this.#numberOf(subject)
    return number === NONE ? null : this.#keyAt(number)
  }

  /** A copy of what is known of a subject. */
  entryOf(subject: string): RingEntry | null {
    const number = this.#numberOf(subject)
    return number === NONE ? null : this.#entryAt(number)
  }

  /** Who is found by a tag, or null. */
  findByTag(tag: string): SubjectId | null {
    const found = this.#found[this.#tags.find(tag)] ?? NONE
    return found === NONE ? null : this.#subjectAt(found)
  }

  tagOf(subject: string): string | null {
    const tag = this.#tagOf[this.#numberOf(subject)] ?? NONE
    return tag === NONE ? null : this.#tags.textOf(tag)
  }

  /** Everybody who has the tag of this subject, itself too. */
  sharing(subject: SubjectId): SubjectId[] {
    const sharing = this.#sharing.get(this.#tagOf[this.#numberOf(subject)] ?? NONE)
    return sharing === undefined ? [subject] : [...sharing].map(number => this.#subjectAt(number))
  }

  /** Entries as they came but those of some subjects; copies of the keys. */
  *entries(but: ReadonlySet<SubjectId> = new Set()): Iterable<RingEntry> {
    for (let number = 0; number < this.#subjects.size; number++) {
      if (!this.#dropped.has(number) && !but.has(this.#subjectAt(number))) yield this.#entryAt(number)
    }
  }

  /** Takes an entry; of one that is known the tag, where it had none. */
  add({ subject, key, tag }: RingEntry): void {
    const number = this.#taken(this.#subjects.add(subject), key)
    if (tag !== null) this.#tagged(number, this.#tags.add(tag))
  }

  /** The same of an entry as it lies in bytes from `from` up to `to`. */
  addBytes(bytes: Buffer, from: number, to: number): void {
    const keyStart = from + SUBJECT_LENGTH
    const tagStart = keyStart + KEY_LENGTH
    const number = this.#subjects.addBytes(bytes, from, keyStart)
    this.#taken(number, bytes.subarray(keyStart, tagStart))
    if (to > tagStart) this.#tagged(number, this.#tags.addBytes(bytes, tagStart, to))
  }

  /** Forgets a subject and overwrites its key. */
  drop(subject: SubjectId): void {
    const number = this.#numberOf(subject)
    if (number === NONE) return
    this.#keyAt(number).fill(0)
    this.#dropped.add(number)
    const tag = this.#tagOf[number] ?? NONE
    this.#tagOf[number] = NONE
    if (tag === NONE) return
    const others = this.#sharing.get(tag) ?? new Set()
    others.delete(number)
    if (others.size < 2) this.#sharing.delete(tag)
    this.#found[tag] = [...others].reduce((first, other) => this.#firstOf(first, other), NONE)
  }

  #numberOf(subject: string): number {
    const number = this.#subjects.find(subject)
    return this.#dropped.has(number) ? NONE : number
  }

  #keyAt(number: number): Buffer {
    const at = (number % IN_PIECE) * KEY_LENGTH
    return (this.#pieces[Math.floor(number / IN_PIECE)] as Buffer).subarray(at, at + KEY_LENGTH)
  }

  #subjectAt(number: number): SubjectId {
    return this.#subjects.textOf(number) as SubjectId
  }

  #entryAt(number: number): RingEntry {
    const tag = this.#tagOf[number] ?? NONE
    return {
      subject: this.#subjectAt(number),
      key: Buffer.from(this.#keyAt(number)),
      tag: tag === NONE ? null : this.#tags.textOf(tag),
    }
  }

  #taken(number: number, key: Uint8Array): number {
    const isNew = number === this.#tagOf.length
    if (!isNew && !this.#dropped.delete(number)) return number
    if (number === this.#pieces.length * IN_PIECE) this.#pieces.push(Buffer.alloc(IN_PIECE * KEY_LENGTH))
    this.#keyAt(number).set(key)
    this.#tagOf[number] = NONE
    return number
  }

  #tagged(number: number, tag: number): void {
    if (this.#tagOf[number] !== NONE) return
    this.#tagOf[number] = tag
    const known = this.#found[tag] ?? NONE
    // Two desks that were apart may each have begun the same person: every desk goes on with the same one of them.
    this.#found[tag] = this.#firstOf(known, number)
    if (known === NONE) return
    this.#sharing.set(tag, (this.#sharing.get(tag) ?? new Set([known])).add(number))
  }

  #firstOf(one: number, other: number): number {
    return one === NONE || this.#subjectAt(other) < this.#subjectAt(one) ? other : one
  }
}
