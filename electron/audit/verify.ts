import type { AuditHead, AuditVerified } from '#shared/audit/model.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type AuditKeys, isMarked, NO_LINE, type SealedLine } from './record.ts'
import { readSegment, segmentNumbers, segmentPath } from './segments.ts'

/** What a log is verified against. */
export interface Verified {
  readonly files: FileSystem
  readonly folder: string
  readonly keys: AuditKeys
  /** Heads that stand in the signed journal. */
  readonly anchors: readonly AuditHead[]
  /** The head that is known in memory. */
  readonly head: AuditHead
}

type Found = Omit<AuditVerified, 'installation'>
type Broken = Found['broken']

/**
 * Walks the whole log: every mark, every link, every sequence, and the anchors. A log that was rewritten by somebody who has the
 * key holds together, and contradicts an anchor. Tells the first fault and between which lines it lies.
 */
export async function verifyLog({ files, folder, keys, anchors, head }: Verified): Promise<Found> {
  const walk = new Walk(keys, [...anchors, head])
  for (const number of await segmentNumbers(files, folder)) {
    const { lines, damage } = await readSegment(files, segmentPath(folder, number))
    for (const line of lines.slice(0, damage?.after)) if (!walk.takes(line)) return walk.found()
    if (damage !== null) return walk.found(walk.broken('edited'))
  }
  return walk.found(walk.missing())
}

class Walk {
  readonly #keys: AuditKeys
  /** Hashes that are known, by count; an anchor that contradicts another makes the place of both unbelievable. */
  readonly #known = new Map<number, string>()
  #fault: Broken = null
  #count = 0
  #last = NO_LINE
  /** Lines up to the last anchor that was met. */
  #sure = 0
  #met = 0

  constructor(keys: AuditKeys, known: readonly AuditHead[]) {
    this.#keys = keys
    for (const { count, hash } of known) {
      const other = this.#known.get(count)
      this.#known.set(count, other === undefined || other === hash ? hash : '')
    }
    this.#known.delete(0)
  }

  takes(line: SealedLine): boolean {
    this.#fault = this.#faultOf(line)
    if (this.#fault !== null) return false
    this.#count = line.sequence
    this.#last = line.hash
    const known = this.#known.get(line.sequence)
    if (known === undefined) return true
    if (known !== line.hash) {
      this.#fault = { since: this.#sure + 1, line: line.sequence, why: 'rewritten' }
      return false
    }
    this.#sure = line.sequence
    this.#met += 1
    return true
  }

  #faultOf(line: SealedLine): Broken {
    if (!isMarked(line, this.#keys)) return this.broken('edited')
    const isNext = line.sequence === this.#count + 1 && line.before === this.#last
    return isNext ? null : this.broken('order')
  }

  broken(why: 'edited' | 'order'): Broken {
    return { since: this.#count + 1, line: this.#count + 1, why }
  }

  /** Lines that an anchor knows and the log has no more. */
  missing(): Broken {
    const most = Math.max(0, ...this.#known.keys())
    return most > this.#count ? { since: this.#count + 1, line: most, why: 'cut' } : null
  }

  found(broken: Broken = this.#fault): Found {
    return { records: this.#count, anchors: this.#met, broken }
  }
}
