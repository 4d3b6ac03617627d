import { ExpectedError } from '#shared/result/result.ts'
import { type FileSystem, type OpenFile, systemCode } from './file-system.ts'

/** A segment is closed when it would grow over this, in bytes. */
export const SEGMENT_BYTES = 8 * 1024 * 1024

/** Largest file that is believed to be a segment: one call is written at once and may overshoot the limit. */
export const MAX_SEGMENT_BYTES = 64 * 1024 * 1024

const SEGMENT_NAME = /^\d{6}\.seg$/

/** File name of a segment, numbered from 1. */
export function segmentName(number: number, ending = 'seg'): string {
  return `${String(number).padStart(6, '0')}.${ending}`
}

/** How many segments stand in a folder. Throws ExpectedError `start.journal_damaged` where one is missing between. */
export async function countSegments(files: FileSystem, folder: string, chain: string): Promise<number> {
  const names = (await files.list(folder)).filter(name => SEGMENT_NAME.test(name))
  const missing = names.findIndex((name, index) => name !== segmentName(index + 1))
  if (missing >= 0) throw damaged(chain, missing + 1, 0)
  return names.length
}

/** The refusal of a damaged journal: which segment of which chain, and at which byte. */
export function damaged(chain: string, number: number, offset: number): ExpectedError {
  return new ExpectedError('start.journal_damaged', { segment: `${chain}/${segmentName(number)}`, offset })
}

/** The end of a chain's last segment, where calls are appended. */
export class SegmentWriter {
  readonly #files: FileSystem
  readonly #folder: string
  readonly #limit: number
  readonly #ending: string
  #number: number
  #size: number
  #file: OpenFile | null = null
  #spoiled = false

  /** `number` and `size` of the last segment; number 0 where there is none yet. */
  constructor(files: FileSystem, folder: string, limit: number, number: number, size: number, ending = 'seg') {
    this.#files = files
    this.#folder = folder
    this.#limit = limit
    this.#ending = ending
    this.#number = number
    this.#size = size
  }

  /**
   * Writes the bytes of a call at once and flushes them; answers where they begin. After a failure what was written is
   * cut back and flushed; where even that fails nothing more is accepted until the next start.
   * Throws ExpectedError `journal.disk_full`, `journal.write_failed` (code), `journal.read_only`.
   */
  async append(bytes: Buffer): Promise<{ number: number; offset: number }> {
    if (this.#spoiled) throw new ExpectedError('journal.read_only')
    try {
      const isFull = this.#number === 0 || (this.#size > 0 && this.#size + bytes.length > this.#limit)
      return isFull ? await this.#appendToNew(bytes) : await this.#appendToLast(bytes)
    } catch (cause) {
      const code = systemCode(cause)
      if (code === '') throw cause
      if (code === 'ENOSPC' || code === 'EDQUOT') throw new ExpectedError('journal.disk_full')
      throw new ExpectedError('journal.write_failed', { code })
    }
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = null
  }

  async #appendToLast(bytes: Buffer): Promise<{ number: number; offset: number }> {
    this.#file ??= await this.#files.open(`${this.#folder}/${segmentName(this.#number, this.#ending)}`, 'edit')
    const offset = this.#size
    try {
      await this.#file.write(offset, bytes)
      await this.#file.flush()
    } catch (cause) {
      await this.#cutBack(this.#file)
      throw cause
    }
    this.#size += bytes.length
    return { number: this.#number, offset }
  }

  async #appendToNew(bytes: Buffer): Promise<{ number: number; offset: number }> {
    const number = this.#number + 1
    const path = `${this.#folder}/${segmentName(number, this.#ending)}`
    let file: OpenFile | null = null
    try {
      file = await this.#files.open(path, 'create')
      await file.write(0, bytes)
      await file.flush()
      await this.#files.flushFolder(this.#folder)
    } catch (cause) {
      await file?.close().catch(() => undefined)
      await this.#dropNew(path)
      throw cause
    }
    await this.close().catch(() => undefined)
    this.#file = file
    this.#number = number
    this.#size = bytes.length
    return { number, offset: 0 }
  }

  async #cutBack(file: OpenFile): Promise<void> {
    try {
      await file.truncate(this.#size)
      await file.flush()
    } catch {
      this.#spoiled = true
    }
  }

  async #dropNew(path: string): Promise<void> {
    try {
      await this.#files.remove(path)
      await this.#files.flushFolder(this.#folder)
    } catch {
      this.#spoiled = true
    }
  }
}
