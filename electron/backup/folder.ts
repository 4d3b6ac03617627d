import type { BackupKind } from '#shared/backup/model.ts'
import { readBackupName } from '#shared/backup/model.ts'
import { type Kept, whichGo } from '#shared/backup/rotation.ts'
import type { InstallationId } from '#shared/change/action.ts'
import { type FileSystem, systemCode } from '../journal/file-system.ts'
import { type Container, readContainer } from './container.ts'

/** What the name of a copy that was found damaged ends with: it counts for nothing, and stays until a person removes it. */
export const DAMAGED = '.damaged'

/** A copy in a folder. `index` is null where it does not read as one. */
export interface Copy extends Kept {
  readonly path: string
  readonly installation: InstallationId
  readonly bytes: number
  readonly app: string
  readonly isWhole: boolean
}

/** Copies of a folder, newest first; none where the folder cannot be reached. Reads their indexes, not their bytes. */
export async function copiesIn(files: FileSystem, folder: string): Promise<Copy[]> {
  const names = await files.list(folder).catch(() => [])
  const copies = await Promise.all(names.map(name => copyAt(files, folder, name)))
  return copies.flatMap(copy => copy ?? []).sort((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0))
}

/** The copy under a name of a folder; null: the name is none of a copy. */
export async function copyAt(files: FileSystem, folder: string, name: string): Promise<Copy | null> {
  const said = readBackupName(name.endsWith(DAMAGED) ? name.slice(0, -DAMAGED.length) : name)
  if (said === null) return null
  const path = `${folder}/${name}`
  const container = name.endsWith(DAMAGED) ? null : await readContainer(files, path).catch(() => null)
  return {
    ...{ name, path, ...said },
    records: container?.index.records ?? null,
    bytes: (await files.sizeOf(path).catch(() => null)) ?? 0,
    app: container?.index.app ?? '',
    isWhole: container !== null && matches(container, said),
  }
}

/** A copy under the name of another one is none. */
function matches({ index }: Container, said: { installation: InstallationId; kind: BackupKind }): boolean {
  return index.kind === said.kind && (index.installation === null || index.installation === said.installation)
}

/**
 * Removes copies of one desk that rotation lets go; what is damaged is not counted and not touched. A copy that cannot be
 * removed now goes another time.
 */
export async function rotate(
  files: FileSystem,
  folder: string,
  installation: InstallationId,
  made: string | null,
): Promise<string[]> {
  const own = (await copiesIn(files, folder)).filter(copy => copy.installation === installation && copy.isWhole)
  const gone: string[] = []
  for (const name of whichGo(own, made)) {
    await files.remove(`${folder}/${name}`).then(
      () => gone.push(name),
      () => undefined,
    )
  }
  return gone
}

/** Removes what a killed program of this very desk left unfinished; others write to a share as well. */
export async function removeOwnLeftovers(
  files: FileSystem,
  folder: string,
  installation: InstallationId,
): Promise<void> {
  const unfinished = new RegExp(`^qabyldau-${installation}[-.].*\\.[0-9a-f]{12}\\.tmp$`)
  for (const name of await files.list(folder)) {
    if (unfinished.test(name)) await files.remove(`${folder}/${name}`).catch(() => undefined)
  }
}

/** Whether a folder is there and takes files: an absent disk or share is no failure of the desk. */
export async function isReachable(files: FileSystem, folder: string): Promise<boolean> {
  try {
    await files.freeSpace(folder)
    return true
  } catch (cause) {
    if (systemCode(cause) === '') throw cause
    return false
  }
}
