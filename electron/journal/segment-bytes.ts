import type { FileSystem } from './file-system.ts'

/** Segments that are held: the actions of an entity lie in three or four that follow one another. */
const HELD = 6

/** Milliseconds after which nothing is held that nobody asked for. */
const FORGOTTEN_AFTER = 5_000

/**
 * Closed segments as they lie on the disk, the last few that were asked for. Where entities are read whole by the hundred thousand, a way
 * to the disk for each record would cost more than all the rest.
 */
export class SegmentBytes {
  readonly #held = new Map<string, Promise<Buffer | null>>()
  #forgetting: NodeJS.Timeout | null = null

  /** The bytes of a segment; null: there is no such file. */
  read(path: string, files: FileSystem): Promise<Buffer | null> {
    const bytes = this.#held.get(path) ?? files.readFile(path)
    this.#held.delete(path)
    this.#held.set(path, bytes)
    // What could not be read is asked for again.
    bytes.catch(() => this.#held.delete(path))
    const [oldest] = this.#held.keys()
    if (this.#held.size > HELD && oldest !== undefined) this.#held.delete(oldest)
    this.#forgetSoon()
    return bytes
  }

  #forgetSoon(): void {
    this.#forgetting ??= setTimeout(() => this.#held.clear(), FORGOTTEN_AFTER).unref()
    this.#forgetting.refresh()
  }
}
