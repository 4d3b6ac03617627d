import { Sentinel } from '#shared/ipc/contract.ts'
import { writeAtomically } from './atomic-file.ts'
import { type FileSystem, nodeFiles } from './file-system.ts'

function pathOf(folder: string): string {
  return `${folder}/sentinel.json`
}

/** What the store was last known to hold, or null: never said, or damaged. The store is then checked by rebuilding it. */
export async function readSentinel(folder: string, files: FileSystem = nodeFiles): Promise<Sentinel | null> {
  const bytes = await files.readFile(pathOf(folder))
  if (bytes === null) return null
  try {
    return Sentinel.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

/** Keeps what the store holds. */
export async function writeSentinel(folder: string, sentinel: Sentinel, files: FileSystem = nodeFiles): Promise<void> {
  await writeAtomically(files, pathOf(folder), Buffer.from(JSON.stringify(Sentinel.parse(sentinel))))
}
