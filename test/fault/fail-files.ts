import type { FileSystem, OpenFile } from '#electron/journal/file-system.ts'

/** What happens at the chosen call. `kill`: the process is gone, that call and every later one never happen. */
export type Fault = 'ENOSPC' | 'EIO' | 'EPERM' | 'kill'

/** A file system that fails at its Nth call that changes something: once, from then on, or for good (`kill`). */
export class FailFiles implements FileSystem {
  calls = 0
  readonly inner: FileSystem
  readonly #at: number
  readonly #fault: Fault
  readonly #lasting: boolean

  constructor(inner: FileSystem, at: number, fault: Fault, lasting = false) {
    this.inner = inner
    this.#at = at
    this.#fault = fault
    this.#lasting = lasting || fault === 'kill'
  }

  /** Whether the chosen call was reached. */
  get hit(): boolean {
    return this.calls >= this.#at
  }

  readFile = (path: string) => this.inner.readFile(path)
  sizeOf = (path: string) => this.inner.sizeOf(path)
  list = (folder: string) => this.inner.list(folder)
  freeSpace = (path: string) => this.inner.freeSpace(path)
  makeFolder = (path: string) => this.#changing(() => this.inner.makeFolder(path))
  rename = (from: string, to: string) => this.#changing(() => this.inner.rename(from, to))
  remove = (path: string) => this.#changing(() => this.inner.remove(path))
  flushFolder = (path: string) => this.#changing(() => this.inner.flushFolder(path))

  async open(path: string, mode: 'read' | 'edit' | 'create'): Promise<OpenFile> {
    const file = await this.#changing(() => this.inner.open(path, mode))
    return {
      read: (position, length) => file.read(position, length),
      // A write that fails has written a part.
      write: (position, bytes) =>
        this.#changing(
          () => file.write(position, bytes),
          () => file.write(position, bytes.subarray(0, Math.floor(bytes.length * 0.6))),
        ),
      truncate: length => this.#changing(() => file.truncate(length)),
      flush: () => this.#changing(() => file.flush()),
      close: () => file.close(),
    }
  }

  async #changing<T>(work: () => Promise<T>, partly: () => Promise<void> = async () => {}): Promise<T> {
    this.calls += 1
    const isTheOne = this.calls === this.#at
    if (isTheOne || (this.#lasting && this.calls > this.#at)) {
      if (isTheOne) await partly()
      throw Object.assign(new Error(`fault ${this.#fault} at call ${this.calls}`), {
        code: this.#fault,
        syscall: 'injected',
      })
    }
    return work()
  }
}
