import { dirname } from 'node:path'
import type { FileSystem, OpenFile } from '#electron/journal/file-system.ts'

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export type Dice = () => number

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Content {
  bytes: Buffer
  /** What is on the medium. */
  durable: Buffer
}

type NameChange = (names: Map<string, Content>) => void

/** Smaller than a real page, so that small journals span many. */
const PAGE = 64

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}

/**
 * A disk in memory that knows what was flushed. `losePower` leaves what a real one may leave: of unflushed bytes any mix
 * of old pages, new pages and zeros; of unflushed names any first part of the changes.
 */
export class MemoryFiles implements FileSystem {
  free = 1e12
  #names = new Map<string, Content>()
  #durableNames = new Map<string, Content>()
  #changes = new Map<string, NameChange[]>()

  async open(path: string, mode: 'read' | 'edit' | 'create'): Promise<OpenFile> {
    const found = this.#names.get(path)
    if (mode === 'create') {
      if (found !== undefined) throw systemError('EEXIST', path)
      const made: Content = { bytes: Buffer.alloc(0), durable: Buffer.alloc(0) }
      this.#change(path, names => void names.set(path, made))
      return handleOf(made)
    }
    if (found === undefined) throw systemError('ENOENT', path)
    return handleOf(found)
  }

  async readFile(path: string): Promise<Buffer | null> {
    const found = this.#names.get(path)
    return found === undefined ? null : Buffer.from(found.bytes)
  }

  async sizeOf(path: string): Promise<number | null> {
    return this.#names.get(path)?.bytes.length ?? null
  }

  async list(folder: string): Promise<string[]> {
    const inside = [...this.#names.keys()].filter(name => name.startsWith(`${folder}/`))
    return [...new Set(inside.map(name => name.slice(folder.length + 1).split('/')[0] ?? ''))].sort()
  }

  async makeFolder(): Promise<void> {}

  async rename(from: string, to: string): Promise<void> {
    const moved = this.#names.get(from)
    if (moved === undefined) return this.#renameFolder(from, to)
    this.#change(to, names => {
      names.delete(from)
      names.set(to, moved)
    })
  }

  #renameFolder(from: string, to: string): void {
    const isIn = (name: string) => name.startsWith(`${from}/`)
    if (![...this.#names.keys()].some(isIn)) throw systemError('ENOENT', from)
    this.#change(to, names => {
      for (const [name, content] of [...names].filter(([name]) => isIn(name))) {
        names.delete(name)
        names.set(`${to}${name.slice(from.length)}`, content)
      }
    })
  }

  async remove(path: string): Promise<void> {
    if (this.#names.has(path)) this.#change(path, names => void names.delete(path))
  }

  async flushFolder(path: string): Promise<void> {
    for (const change of this.#changes.get(path) ?? []) change(this.#durableNames)
    this.#changes.delete(path)
  }

  async freeSpace(): Promise<number> {
    return this.free
  }

  /** Paths of all files. */
  paths(): string[] {
    return [...this.#names.keys()].sort()
  }

  /** Puts bytes in the place of a file, as a stranger would: at once and on the medium. */
  put(path: string, bytes: Uint8Array): void {
    const content = { bytes: Buffer.from(bytes), durable: Buffer.from(bytes) }
    this.#names.set(path, content)
    this.#durableNames.set(path, content)
  }

  /** Takes a file away, as a stranger would. */
  drop(path: string): void {
    this.#names.delete(path)
    this.#durableNames.delete(path)
  }

  get(path: string): Buffer {
    const found = this.#names.get(path)
    if (found === undefined) throw systemError('ENOENT', path)
    return Buffer.from(found.bytes)
  }

  /** A copy of the disk as it is now, all of it on the medium. */
  copy(): MemoryFiles {
    const other = new MemoryFiles()
    for (const [path, content] of this.#names) other.put(path, content.bytes)
    return other
  }

  losePower(dice: Dice): void {
    for (const changes of this.#changes.values()) {
      const kept = Math.floor(dice() * (changes.length + 1))
      for (const change of changes.slice(0, kept)) change(this.#durableNames)
    }
    this.#changes.clear()
    this.#names = new Map(this.#durableNames)
    for (const content of new Set(this.#names.values())) {
      content.bytes = afterPowerLoss(content, dice)
      content.durable = Buffer.from(content.bytes)
    }
  }

  #change(path: string, change: NameChange): void {
    change(this.#names)
    const folder = dirname(path)
    this.#changes.set(folder, [...(this.#changes.get(folder) ?? []), change])
  }
}

function afterPowerLoss({ bytes, durable }: Content, dice: Dice): Buffer {
  if (bytes.equals(durable)) return bytes
  const choice = dice()
  if (choice < 0.2) return Buffer.from(durable)
  if (choice < 0.4) return Buffer.from(bytes)
  const length = choice < 0.7 ? bytes.length : Math.floor(dice() * (bytes.length + 1))
  const left = Buffer.alloc(Math.max(length, Math.min(durable.length, bytes.length)))
  if (choice > 0.85) return withOldStretch(left, bytes, durable, dice)
  for (let at = 0; at < left.length; at += PAGE) {
    const isChanged = !bytes.subarray(at, at + PAGE).equals(durable.subarray(at, at + PAGE))
    const page = isChanged && dice() < 0.5 ? durable : bytes
    left.set(page.subarray(at, Math.min(at + PAGE, left.length)), at)
  }
  return left
}

/** All new but for one stretch: whole new records may stand after it. */
function withOldStretch(left: Buffer, bytes: Buffer, durable: Buffer, dice: Dice): Buffer {
  left.set(bytes.subarray(0, left.length))
  const from = Math.floor(dice() * left.length)
  const to = Math.min(left.length, from + PAGE)
  left.fill(0, from, to)
  left.set(durable.subarray(from, to), from)
  return left
}

function handleOf(content: Content): OpenFile {
  return {
    async read(position, length) {
      return Buffer.from(content.bytes.subarray(position, position + length))
    },
    async write(position, bytes) {
      const end = Math.max(content.bytes.length, position + bytes.length)
      const next = Buffer.alloc(end)
      content.bytes.copy(next)
      next.set(bytes, position)
      content.bytes = next
    },
    async truncate(length) {
      const next = Buffer.alloc(length)
      content.bytes.copy(next)
      content.bytes = next
    },
    async flush() {
      content.durable = Buffer.from(content.bytes)
    },
    async close() {},
  }
}
