import { EntityId, SubjectId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { removeLeftovers, renamePatiently, writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { demandSpace } from '../journal/free-space.ts'
import { openBytes, sealBytes, systemRandom } from '../security/seal.ts'

/** A file of a paper: whose it is, of which application or letter. */
export interface PaperPlace {
  readonly subject: SubjectId
  readonly entity: EntityId
  readonly paper: string
}

/** Where papers lie, and how much of the disk is never used (bytes). */
export interface PaperFolder {
  readonly folder: string
  readonly files: FileSystem
  readonly floor: () => number
}

/** What the sweep asks the journal and the keys. */
export interface PaperFacts {
  readonly isKept: (subject: SubjectId) => boolean
  readonly isAttached: (place: PaperPlace) => Promise<boolean>
}

/** Sealed files of papers. One whose action is not written yet is pending: it is known by its name. */
export interface PaperFiles {
  /** Seals, writes and flushes a pending file. Throws `journal.disk_floor`, `file.*`. */
  write(place: PaperPlace, key: Uint8Array, bytes: Uint8Array): Promise<void>
  /** The action stands: the file is pending no more. */
  settle(place: PaperPlace): Promise<void>
  remove(place: PaperPlace): Promise<void>
  /** Null: there is none. Throws `paper.damaged` where it does not open. */
  read(place: PaperPlace, key: Uint8Array): Promise<Buffer | null>
  removeOf(subjects: readonly SubjectId[]): Promise<void>
  /** Ends what a kill cut short: files of the erased and pending ones without an action go, pending ones with one settle. */
  sweep(facts: PaperFacts): Promise<void>
}

const NAME = /^([0-9a-z]{20})\.([0-9a-z]{16})(?:\.([a-z]+)\.([0-9A-Za-z_-]{1,80})\.new)?$/

/** The papers of a desk: `papers/<subject>.<paper>`, so that an erasure finds a person's files by their names. */
export function openPaperFiles({ folder: dataFolder, files, floor }: PaperFolder): PaperFiles {
  const folder = `${dataFolder}/papers`
  const settled = ({ subject, paper }: Pick<PaperPlace, 'subject' | 'paper'>) => `${folder}/${subject}.${paper}`
  const pending = (place: PaperPlace) => `${settled(place)}.${place.entity.replace(':', '.')}.new`
  const contextOf = ({ paper, entity }: PaperPlace) => `${paper}|${entity}`

  async function remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) await files.remove(path)
    if (paths.length > 0) await files.flushFolder(folder)
  }

  async function settle(place: PaperPlace): Promise<void> {
    await renamePatiently(files, pending(place), settled(place))
    await files.flushFolder(folder)
  }

  return {
    settle,
    async write(place, key, bytes) {
      // Sealed before anything is waited for: an erasure that comes between fills the key with zeros.
      const sealed = sealBytes(key, bytes, contextOf(place), systemRandom)
      await files.makeFolder(folder)
      await files.flushFolder(dataFolder)
      await demandSpace(files, dataFolder, floor(), sealed.length)
      await writeAtomically(files, pending(place), sealed)
    },
    remove: place => remove([pending(place), settled(place)]),
    async read(place, key) {
      const sealed = (await files.readFile(settled(place))) ?? (await files.readFile(pending(place)))
      if (sealed === null) return null
      const bytes = openBytes(key, sealed, contextOf(place))
      if (bytes === null) throw new ExpectedError('paper.damaged')
      return bytes
    },
    async removeOf(subjects) {
      const gone = new Set<string>(subjects)
      const names = await files.list(folder)
      await remove(names.filter(name => gone.has(name.split('.')[0] ?? '')).map(name => `${folder}/${name}`))
    },
    async sweep({ isKept, isAttached }) {
      await removeLeftovers(files, folder)
      for (const name of await files.list(folder)) {
        const [, subject, paper, noun, key] = NAME.exec(name) ?? []
        if (subject === undefined || paper === undefined) continue
        const whose = SubjectId.parse(subject)
        if (!isKept(whose)) await remove([`${folder}/${name}`])
        else if (key !== undefined) {
          const place = { subject: whose, paper, entity: EntityId.parse(`${noun}:${key}`) }
          if (await isAttached(place)) await settle(place)
          else await remove([pending(place)])
        }
      }
    },
  }
}
