import { basename } from 'node:path'
import { type BackupHead, type BackupKind, backupName, readBackupName } from '#shared/backup/model.ts'
import type { InstallationId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type Container, checkContainer, type Held, heldIn, readContainer, writeContainer } from './container.ts'
import { containerFiles } from './container-files.ts'
import { type Counted, countIn } from './count.ts'
import { type Copy, copyAt, DAMAGED, isReachable, removeOwnLeftovers, rotate } from './folder.ts'
import { gatherAtRest, gatherDesk } from './gather.ts'

/** What copies are made with. `folder` is `desk-data`, `place` the program's own folder for copies. */
export interface BackupParts {
  readonly folder: string
  readonly place: string
  readonly app: string
  readonly files: FileSystem
  /** Bytes of the disk that copies leave free. */
  readonly floor: () => number
  /** Instant of the believed clock, milliseconds. */
  readonly now: () => number
}

type DeskParts = Pick<OpenDesk, 'gate' | 'journal' | 'keys'>

/** A copy of an open desk, opened and counted before it has its name. Throws ExpectedError `backup.*`, `file.*`. */
export async function makeBackup(parts: BackupParts, desk: DeskParts, kind: BackupKind): Promise<Container> {
  const { folder, place, files } = parts
  const { held, records } = await gatherDesk(desk, folder, files)
  await files.makeFolder(place)
  const { installation, keyId } = desk.keys
  await removeOwnLeftovers(files, place, installation)
  await demandRoom(parts, place, await sizeOf(files, folder, held))
  const head = headOf(parts, kind, { installation, keyId, records })
  const path = await freePath(files, place, head, installation)
  const made = await writeContainer(files, path, head, held, async written => {
    const counted = await countIn(containerFiles(files, written), desk.keys)
    if (counted.records !== records) throw new ExpectedError('backup.damaged')
  })
  await rotate(files, place, installation, basename(made.path))
  return made
}

/**
 * A copy of a desk that is not open, as it lies, into any folder: null where there is nothing to copy. Bytes are compared,
 * nothing is counted: there may be no key, and there may be damage.
 */
export async function copyAtRest(
  parts: BackupParts,
  kind: BackupKind,
  { installation, keyId }: { installation: InstallationId; keyId: string | null },
  place = parts.place,
): Promise<Container | null> {
  const { folder, files } = parts
  const held = await gatherAtRest(folder, files)
  if (held.length === 0) return null
  await files.makeFolder(place)
  await demandRoom(parts, place, await sizeOf(files, folder, held))
  const head = headOf(parts, kind, { installation, keyId, records: null })
  const made = await writeContainer(files, await freePath(files, place, head, installation), head, held)
  await rotate(files, place, installation, basename(made.path))
  return made
}

/** Puts a copy into another folder (a disk, a share), read back there. Throws ExpectedError `backup.away`, `file.*`. */
export async function carry(parts: BackupParts, from: Container, folder: string): Promise<void> {
  const { files } = parts
  if (!(await isReachable(files, folder))) throw new ExpectedError('backup.away')
  const { installation } = from.index
  if (installation !== null) await removeOwnLeftovers(files, folder, installation)
  await demandRoom(parts, folder, from.size)
  const { files: _, ...head } = from.index
  const written = await writeContainer(files, `${folder}/${basename(from.path)}`, head, heldIn(files, from))
  if (JSON.stringify(written.index) !== JSON.stringify(from.index)) throw new ExpectedError('backup.damaged')
  if (installation !== null) await rotate(files, folder, installation, basename(from.path))
}

/**
 * Reads a copy whole, opens and counts it, every record. One that does not hold is renamed so that it counts for nothing.
 * Throws ExpectedError `backup.*`.
 */
export async function checkCopy(files: FileSystem, path: string, keys: OpenDesk['keys']): Promise<Counted> {
  try {
    const container = await readContainer(files, path)
    await checkContainer(files, container)
    if (!keys.knows(container.index.keyId ?? '')) throw new ExpectedError('backup.other_office')
    return await countIn(containerFiles(files, container), keys, { deep: true })
  } catch (cause) {
    const isDamaged = cause instanceof ExpectedError && cause.detail.code === 'backup.damaged'
    if (isDamaged) await files.rename(path, path + DAMAGED).catch(() => undefined)
    throw cause
  }
}

/**
 * The newest whole copy of a desk in a folder that was made of an open desk, or null. Reads indexes from the newest on, until
 * one is whole: with years of scans each is large.
 */
export async function newestCopy(
  files: FileSystem,
  folder: string,
  installation: InstallationId,
): Promise<Copy | null> {
  const names = await files.list(folder).catch(() => [])
  const own = names.flatMap(name => {
    const said = readBackupName(name)
    return said?.installation === installation ? [{ name, madeAt: said.madeAt }] : []
  })
  for (const { name } of own.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))) {
    const copy = await copyAt(files, folder, name)
    if (copy?.isWhole && copy.records !== null) return copy
  }
  return null
}

function headOf(
  { app, now }: BackupParts,
  kind: BackupKind,
  said: Pick<BackupHead, 'installation' | 'keyId' | 'records'>,
): BackupHead {
  return { format: 1, app, kind, madeAt: new Date(now()).toISOString(), ...said }
}

/** Two copies of one second are two copies. */
async function freePath(
  files: FileSystem,
  place: string,
  { madeAt, kind }: BackupHead,
  installation: InstallationId,
): Promise<string> {
  for (let at = Date.parse(madeAt); ; at += 1000) {
    const path = `${place}/${backupName(installation, new Date(at).toISOString(), kind)}`
    if ((await files.sizeOf(path)) === null) return path
  }
}

async function sizeOf(files: FileSystem, folder: string, held: readonly Held[]): Promise<number> {
  const sizes = await Promise.all(held.map(({ path }) => files.sizeOf(`${folder}/${path}`)))
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}

/** Throws ExpectedError `backup.no_room` (megabytes) where so many bytes would not leave the floor free. */
export async function demandRoom(
  { files, floor }: Pick<BackupParts, 'files' | 'floor'>,
  place: string,
  need: number,
): Promise<void> {
  const free = await files.freeSpace(place)
  if (free - need >= floor()) return
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  throw new ExpectedError('backup.no_room', { free: megabytes(free), need: megabytes(need + floor()) })
}
