import { createHash } from 'node:crypto'
import { inTurn } from '../desk/in-turn.ts'
import { type NamedFile, removeLeftovers, writeTogether } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'

/** Writes files that belong together into the folder a person chose. Throws ExpectedError `file.*`. */
export type SaveFiles = (folder: string, named: readonly NamedFile[]) => Promise<void>

/** What the unfinished files of one desk are known by: its machine and its data folder, which one run at a time holds. */
export function markOf(machine: string, userData: string): string {
  const hash = createHash('sha256').update(`${machine}\0${userData}`).digest('hex')
  return `qabyldau-${hash.slice(0, 8)}-`
}

/**
 * Saves into folders that are not ours, one save after another. What a killed run of this very desk left unfinished in the
 * folder goes first; files of others, another desk's on a shared folder too, are not touched.
 */
export function fileSaver(files: FileSystem, mark: string): SaveFiles {
  const serially = inTurn()
  return (folder, named) =>
    serially(async () => {
      // A folder that cannot be listed may still be written to.
      await removeLeftovers(files, folder, mark).catch(() => undefined)
      await writeTogether(files, folder, named, { mark })
    })
}
