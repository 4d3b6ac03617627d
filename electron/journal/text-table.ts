import type { Column, Read } from './columns.ts'

/** No text. */
export const NONE = -1

const FIRST_SLOTS = 1024
const FIRST_BYTES = 32 * 1024

/**
 * Texts, each once and numbered as it came, in a few buffers: half a million objects would cost a start seconds and the program
 * hundreds of megabytes. Nothing is taken out.
 */
export class TextTable {
  #bytes = Buffer.alloc(FIRST_BYTES)
  #ends = new Uint32Array(FIRST_SLOTS)
  #hashes = new Uint32Array(FIRST_SLOTS)
  /** Numbers from 1 by hash; 0: free. Never more than half full. */
  #slots = new Uint32Array(FIRST_SLOTS)
  #size = 0
  #scratch = Buffer.alloc(256)

  /** A table of which the columns are known: its own that stand first there, which are taken out. */
  static restored(columns: Read[]): TextTable {
    const table = new TextTable()
    const [bytes, ends, hashes] = columns.splice(0, 3) as [Read, Read, Read]
    table.#bytes = Buffer.from(bytes.room)
    table.#ends = new Uint32Array(ends.room)
    table.#hashes = new Uint32Array(hashes.room)
    table.#size = ends.count
    let slots = FIRST_SLOTS
    while (slots < table.#size * 2) slots *= 2
    table.#spread(slots)
    return table
  }

  get size(): number {
    return this.#size
  }

  /** All of it, as `restored` takes it. */
  columns(): Column[] {
    const { bytes, ends } = this.packed()
    return [bytes, ends, this.#hashes.subarray(0, this.#size)]
  }

  /** The number of a text, or NONE. */
  find(text: string): number {
    const length = this.#write(text)
    return this.#find(this.#scratch, 0, length, hashOf(this.#scratch, 0, length))
  }

  /** The number of a text, given now where it has none. */
  add(text: string): number {
    return this.addBytes(this.#scratch, 0, this.#write(text))
  }

  /** The same of a text that lies in bytes (UTF-8) from `from` up to `to`. */
  addBytes(bytes: Buffer, from: number, to: number): number {
    const hash = hashOf(bytes, from, to)
    const known = this.#find(bytes, from, to, hash)
    return known === NONE ? this.#push(bytes, from, to, hash) : known
  }

  /** The text of a number that was given. */
  textOf(number: number): string {
    return this.#bytes.toString('utf8', this.#startOf(number), this.#ends[number])
  }

  /** Where the text of a number that was given lies; until the next one is given. */
  placeOf(number: number): { readonly bytes: Buffer; readonly start: number; readonly end: number } {
    return { bytes: this.#bytes, start: this.#startOf(number), end: this.#ends[number] as number }
  }

  /** All texts one behind the other in the order of their numbers, and where each ends. */
  packed(): { readonly bytes: Buffer; readonly ends: Uint32Array } {
    const end = this.#size === 0 ? 0 : this.#ends[this.#size - 1]
    return { bytes: this.#bytes.subarray(0, end), ends: this.#ends.subarray(0, this.#size) }
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] as number)
  }

  /** Into the scratch; answers with its length. */
  #write(text: string): number {
    // A character is three bytes at most.
    if (text.length * 3 > this.#scratch.length) this.#scratch = Buffer.alloc(text.length * 3)
    return this.#scratch.write(text, 'utf8')
  }

  #find(bytes: Buffer, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1
      if (number === NONE) return NONE
      if (this.#hashes[number] === hash && this.#isSame(number, bytes, from, to)) return number
    }
  }

  #isSame(number: number, bytes: Buffer, from: number, to: number): boolean {
    const start = this.#startOf(number)
    const length = to - from
    if ((this.#ends[number] as number) - start !== length) return false
    for (let at = 0; at < length; at++) if (this.#bytes[start + at] !== bytes[from + at]) return false
    return true
  }

  #push(bytes: Buffer, from: number, to: number, hash: number): number {
    const number = this.#size
    const start = number === 0 ? 0 : (this.#ends[number - 1] as number)
    const end = start + to - from
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, Buffer.alloc(Math.max(end, this.#bytes.length * 2)))
    if (number === this.#ends.length) {
      this.#ends = grown(this.#ends, new Uint32Array(number * 2))
      this.#hashes = grown(this.#hashes, new Uint32Array(number * 2))
    }
    bytes.copy(this.#bytes, start, from, to)
    this.#ends[number] = end
    this.#hashes[number] = hash
    this.#size += 1
    if (this.#size * 2 > this.#slots.length) this.#spread(this.#slots.length * 2)
    else this.#place(number)
    return number
  }

  #spread(slots: number): void {
    this.#slots = new Uint32Array(slots)
    for (let number = 0; number < this.#size; number++) this.#place(number)
  }

  #place(number: number): void {
    const mask = this.#slots.length - 1
    let slot = (this.#hashes[number] as number) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = number + 1
  }
}

/** The longer one, with what stood in the shorter one. */
export function grown<T extends Uint8Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** FNV-1a, 32 bits, its high bits mixed into the low ones that choose a slot. Source: Fowler, Noll, Vo. */
function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
