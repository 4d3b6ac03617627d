import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { removeLeftovers, renamePatiently, writeAtomically } from '../journal/atomic-file.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import { joinAudit } from './join.ts'

/** Where a desk's data lies, where what takes its place lies, and what says that it shall. */
interface Places {
  readonly folder: string
  readonly next: string
  readonly old: string
  readonly mark: string
}

/** Places of the data of a program's folder. */
export function placesOf(userData: string): Places {
  const folder = `${userData}/desk-data`
  return { folder, next: `${folder}.next`, old: `${folder}.old`, mark: `${userData}/desk-restore.json` }
}

const Mark = z.strictObject({ format: z.literal(1) })

/** From now on the next start puts what was completed in the place of the desk's data: flushed when it resolves. */
export async function decideSwap(userData: string, files: FileSystem = nodeFiles): Promise<void> {
  const { mark } = placesOf(userData)
  await writeAtomically(files, mark, Buffer.from(JSON.stringify(Mark.parse({ format: 1 }))))
}

/**
 * The very first step of a start. Decided: what was completed takes the place of the data, by two renames that may be cut
 * short anywhere and are gone on with. Not decided: what was begun goes. The data is whole, old or new, at every moment.
 */
export async function finishSwap(userData: string, files: FileSystem = nodeFiles): Promise<void> {
  const { folder, next, old, mark } = placesOf(userData)
  await removeLeftovers(files, userData)
  if ((await files.sizeOf(mark)) === null) {
    // Cut short between the renames of a decision that is gone: only by a hand, and nothing may be lost by it.
    if (await isLacking(files, folder)) {
      if (await isFolder(files, old)) await renamePatiently(files, old, folder)
      return
    }
    return void (await removeTrees([next, old]))
  }
  if (await isFolder(files, next)) {
    if (await isFolder(files, folder)) {
      // Until the program ended people still looked, and what they saw was recorded here.
      await joinAudit(files, folder, next)
      await removeTrees([old])
      await renamePatiently(files, folder, old)
      await files.flushFolder(userData)
    }
    await renamePatiently(files, next, folder)
    await files.flushFolder(userData)
  }
  await files.remove(mark)
  await files.flushFolder(userData)
  await removeTrees([old])
}

async function isFolder(files: FileSystem, path: string): Promise<boolean> {
  return (await files.sizeOf(path)) !== null
}

/** Whether there is no data: no folder, or an empty one that a start made. */
async function isLacking(files: FileSystem, folder: string): Promise<boolean> {
  return (await files.list(folder)).length === 0
}

/** What cannot be removed now goes at the next start. */
async function removeTrees(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { recursive: true, force: true }).catch(() => undefined)
}
