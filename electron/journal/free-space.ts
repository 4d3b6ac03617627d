import { ExpectedError } from '#shared/result/result.ts'
import type { FileSystem } from './file-system.ts'

/**
 * Nothing is accepted that would leave less than `floor` bytes free: a full disk makes Chromium drop its store without
 * an error (electron#41877). Throws ExpectedError `journal.disk_floor` (free, floor).
 */
export async function demandSpace(files: FileSystem, folder: string, floor: number, needed: number): Promise<void> {
  const free = await files.freeSpace(folder)
  if (free - needed < floor) throw new ExpectedError('journal.disk_floor', { free, floor })
}
