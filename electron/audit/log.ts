import type { AuditHead, AuditLine, AuditRecord, AuditVerified } from '#shared/audit/model.ts'
import { auditLine } from '#shared/audit/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { inTurn } from '../desk/in-turn.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import { SegmentWriter } from '../journal/segments.ts'
import { readLines } from './reading.ts'
import { type AuditKeySource, type AuditKeys, auditKeys, encodeLine, NO_LINE } from './record.ts'
import { ENDING, type ReadSegment, readSegment, segmentNumbers, segmentPath } from './segments.ts'
import { verifyLog } from './verify.ts'

/** A segment is closed when it would grow over this, in bytes. */
const SEGMENT_BYTES = 4 * 1024 * 1024

/** Looks wait together for so long, in milliseconds. */
const WAIT = 500

/** Lines that wait at most where the disk takes none; older ones are lost, and their number is told. */
const MOST_WAITING = 5_000

/** A line with who and when. */
export type AuditEntry = AuditLine & Pick<AuditRecord, 'at' | 'wall' | 'user' | 'role'>

export interface AuditOptions {
  /** `desk-data/audit/<installation>`. */
  readonly folder: string
  readonly keys: AuditKeySource
  readonly files?: FileSystem
  readonly segmentBytes?: number
  /** Told after lines are on the disk, and when they could not be. */
  readonly onWritten?: () => void
  readonly onFailed?: (code: string) => void
}

type Opened = Required<Pick<AuditOptions, 'folder' | 'files'>> & Pick<AuditOptions, 'onWritten' | 'onFailed'>

/** Opens the log of a desk, or begins it. A damaged one is opened too: new lines follow, and a verification tells where. */
export async function openAuditLog(options: AuditOptions): Promise<AuditLog> {
  const { folder, keys, files = nodeFiles, segmentBytes = SEGMENT_BYTES } = options
  await files.makeFolder(folder)
  const numbers = await segmentNumbers(files, folder)
  const last = numbers.at(-1) ?? 0
  let [sequence, hash]: [number, string] = [0, NO_LINE]
  let size = 0
  for (const number of numbers.toReversed()) {
    const read = await readSegment(files, segmentPath(folder, number))
    if (number === last) size = await settledSize(files, segmentPath(folder, last), read)
    const line = read.lines.at(-1)
    if (line === undefined) continue
    sequence = line.sequence
    hash = line.hash
    break
  }
  const writer = new SegmentWriter(files, folder, segmentBytes, last, size, ENDING)
  return new AuditLog({ ...options, files }, auditKeys(keys), writer, { sequence, hash })
}

/**
 * Where the last segment goes on. A torn tail, which was never told as written, is cut; damage with whole lines behind it is
 * evidence: it stays, and a new segment is begun.
 */
async function settledSize(files: FileSystem, path: string, read: ReadSegment): Promise<number> {
  const { damage, lines, size } = read
  if (damage === null) return size
  if (lines.length > damage.after) return Number.MAX_SAFE_INTEGER
  const file = await files.open(path, 'edit')
  try {
    await file.truncate(damage.at)
    await file.flush()
  } finally {
    await file.close()
  }
  return damage.at
}

/** The append-only log of one desk: each line sealed, chained and marked. */
export class AuditLog {
  readonly #options: Opened
  readonly #keys: AuditKeys
  readonly #writer: SegmentWriter
  readonly #serially = inTurn()
  #sequence: number
  #hash: string
  #waiting: AuditEntry[] = []
  #lost = 0
  #timer: NodeJS.Timeout | null = null

  constructor(options: Opened, keys: AuditKeys, writer: SegmentWriter, last: { sequence: number; hash: string }) {
    this.#options = options
    this.#keys = keys
    this.#writer = writer
    this.#sequence = last.sequence
    this.#hash = last.hash
  }

  /** The end of what is on the disk. */
  head(): AuditHead {
    return { count: this.#sequence, hash: this.#hash }
  }

  /** A look: on the disk within a second. A disk that takes nothing does not stop the work; it is told. */
  note(entry: AuditEntry): void {
    this.#waiting.push(entry)
    if (this.#waiting.length > MOST_WAITING) {
      this.#waiting.shift()
      this.#lost += 1
    }
    this.#timer ??= setTimeout(() => void this.flush(), WAIT).unref()
  }

  /** On the disk before it resolves, with all that waited; answers its sequence. Throws ExpectedError `audit.not_written`. */
  record(entry: AuditEntry): Promise<number> {
    return this.recordAll([entry])
  }

  /** The same of several, together; answers the sequence of the last. */
  recordAll(entries: readonly AuditEntry[]): Promise<number> {
    return this.#serially(async () => {
      await this.#write([...this.#waiting, ...entries]).catch(cause => {
        this.#failed(cause)
        throw new ExpectedError('audit.not_written')
      })
      return this.#sequence
    })
  }

  /** Writes what waits. Never rejects. */
  flush(): Promise<void> {
    return this.#serially(() => this.#write(this.#waiting).catch(cause => this.#failed(cause)))
  }

  async read(asked: Omit<Parameters<typeof readLines>[0], 'files' | 'folder' | 'keys'>) {
    await this.flush()
    return readLines({ ...asked, ...this.#options, keys: this.#keys })
  }

  verify(anchors: readonly AuditHead[]): Promise<Omit<AuditVerified, 'installation'>> {
    const { files, folder } = this.#options
    return this.#serially(() => verifyLog({ files, folder, keys: this.#keys, anchors, head: this.head() }))
  }

  async close(): Promise<void> {
    await this.flush()
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#writer.close()
  }

  async #write(entries: readonly AuditEntry[]): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const [first] = entries
    if (first === undefined) return
    // What comes while these are written waits for the next time, also where they are the very list that waits.
    const written = new Set(entries)
    const lost = this.#lost
    const told: AuditEntry[] =
      lost === 0 ? [] : [{ ...first, ...auditLine('not_recorded', { count: lost }), user: 'system', role: 'system' }]
    let [sequence, hash] = [this.#sequence, this.#hash]
    const frames = [...told, ...entries].map(entry => {
      sequence += 1
      const line = encodeLine({ ...entry, sequence }, hash, this.#keys)
      hash = line.hash
      return line.frame
    })
    await this.#writer.append(Buffer.concat(frames))
    this.#sequence = sequence
    this.#hash = hash
    this.#waiting = this.#waiting.filter(entry => !written.has(entry))
    this.#lost -= lost
    this.#options.onWritten?.()
  }

  #failed(cause: unknown): void {
    if (!(cause instanceof ExpectedError)) throw cause
    this.#options.onFailed?.(cause.detail.code)
  }
}
