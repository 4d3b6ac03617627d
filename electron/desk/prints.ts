import { RequestId } from '#shared/application/registration.ts'
import { SubjectId } from '#shared/change/action.ts'
import { findPlainDate, type PlainDate, toDayNumber, toEpochDay } from '#shared/time/plain-date.ts'
import { removeLeftovers, writeAtomically } from '../journal/atomic-file.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import type { SubjectKeyring } from '../journal/types.ts'
import { openBytes, type Random, sealBytes, systemRandom } from '../security/seal.ts'

/** Days a talon that was not printed is kept. */
const KEPT_DAYS = 30
const HEAD = /^QPRINT1 ([0-9a-z]{20}) (\d{4})(\d\d)(\d\d)\n/
const HEAD_LENGTH = 'QPRINT1 '.length + 20 + 1 + 8 + 1

/**
 * Talons on their way to paper: `desk-data/prints/<job>`, each sealed under the key of the person it names. Who that is
 * (an id that says nothing) and the day stand before the seal, so that what must go is found without opening it.
 */
export interface Prints {
  keep(job: RequestId, subject: SubjectId, day: PlainDate, pdf: Uint8Array): Promise<void>
  /** The PDF, or null: never kept, removed, damaged, or the person was erased. */
  find(job: RequestId): Promise<Buffer | null>
  has(job: RequestId): Promise<boolean>
  drop(job: RequestId): Promise<void>
  /** For the erasure of a person: the prints are unreadable already, now they go. */
  removeOf(subjects: readonly SubjectId[]): Promise<void>
  /** Removes what is older than 30 days, of a person who was erased, or no print at all. */
  sweep(today: PlainDate): Promise<void>
}

/** Prints of a desk. `folder` is `desk-data`. */
export function openPrints(options: {
  folder: string
  keyring: Pick<SubjectKeyring, 'keyOf'>
  files?: FileSystem
  random?: Random
}): Prints {
  const { keyring, files = nodeFiles, random = systemRandom } = options
  const folder = `${options.folder}/prints`
  const pathOf = (job: RequestId) => `${folder}/${RequestId.parse(job)}`
  // The name is authenticated with the head: a print does not open as another.
  const contextOf = (job: RequestId, head: string) => `print|1|${job}|${head}`

  async function staysAt(name: string, today: PlainDate): Promise<boolean> {
    const job = RequestId.safeParse(name)
    const head = job.success ? headOf(await files.readFile(pathOf(job.data))) : null
    if (head === null || keyring.keyOf(head.subject) === null) return false
    return toEpochDay(today) - toEpochDay(head.day) <= KEPT_DAYS
  }

  return {
    async keep(job, subject, day, pdf) {
      const key = keyring.keyOf(subject)
      if (key === null) throw new Error('no key of this subject')
      const head = `QPRINT1 ${subject} ${toDayNumber(day)}\n`
      const sealed = sealBytes(key, pdf, contextOf(job, head), random)
      await files.makeFolder(folder)
      await writeAtomically(files, pathOf(job), Buffer.concat([Buffer.from(head), sealed]))
    },
    async find(job) {
      const bytes = await files.readFile(pathOf(job))
      const head = headOf(bytes)
      const key = head && keyring.keyOf(head.subject)
      if (bytes === null || head === null || key === null) return null
      return openBytes(key, bytes.subarray(HEAD_LENGTH), contextOf(job, head.text))
    },
    has: async job => (await files.sizeOf(pathOf(job))) !== null,
    drop: job => files.remove(pathOf(job)),
    async removeOf(subjects) {
      const gone = new Set(subjects)
      let removed = 0
      for (const name of await files.list(folder)) {
        const head = headOf(await files.readFile(`${folder}/${name}`))
        if (head === null || !gone.has(head.subject)) continue
        await files.remove(`${folder}/${name}`)
        removed += 1
      }
      // Gone also after the power fails: an act of destruction is told as done behind this.
      if (removed > 0) await files.flushFolder(folder)
    },
    async sweep(today) {
      await removeLeftovers(files, folder)
      for (const name of await files.list(folder)) {
        if (!(await staysAt(name, today))) await files.remove(`${folder}/${name}`)
      }
    },
  }
}

interface Head {
  readonly text: string
  readonly subject: SubjectId
  readonly day: PlainDate
}

function headOf(bytes: Uint8Array | null): Head | null {
  if (bytes === null) return null
  const text = Buffer.from(bytes.subarray(0, HEAD_LENGTH)).toString('latin1')
  const [, subject, ...parts] = HEAD.exec(text) ?? []
  const [year = 0, month = 0, date = 0] = parts.map(Number)
  const day = findPlainDate(year, month, date)
  return subject === undefined || day === null ? null : { text, subject: SubjectId.parse(subject), day }
}
