import { basename, dirname } from 'node:path'
import { readBackupName } from '#shared/backup/model.ts'
import type { InstallationId, SubjectId } from '#shared/change/action.ts'
import { renamePatiently } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type DeskKeys, installationsOf } from '../security/key-store.ts'
import { decodeRing, encodeEntries, encodeRingHead, type RingKeys } from '../security/ring-file.ts'
import { type Container, type Held, heldIn, readContainer, writeContainer } from './container.ts'
import { COPY_FOLDER, containerFiles } from './container-files.ts'
import { copiesIn, removeOwnLeftovers } from './folder.ts'

const NEW = '.new'
const OLD = '.old'

type PurgeKeys = Pick<DeskKeys, 'open' | 'under' | 'installation' | 'begins'>

/**
 * Takes people who were erased out of every copy of this desk in a folder: their keys, their scans, and what was typed at the time. Each
 * copy is written anew, read back, and put in the place of the old one, whose keys are overwritten first. Answers with how
 * many copies were written anew. Copies of what this desk was before are its own; those of others are not touched: theirs is to do it.
 */
export async function purgeCopies(
  files: FileSystem,
  folder: string,
  keys: PurgeKeys,
  erased: ReadonlySet<SubjectId>,
): Promise<number> {
  const own = installationsOf(keys)
  for (const one of own) await finishPurges(files, folder, one)
  let purged = 0
  for (const { path, isWhole, installation } of await copiesIn(files, folder)) {
    if (!isWhole || installation === null || !own.includes(installation)) continue
    const container = await readContainer(files, path)
    // Sealed under the office key of its time: whoever opens the copy must open what is put in.
    const under = keys.under(container.index.keyId ?? '')
    if (under === null) continue
    if (await purgeCopy(files, container, { open: keys.open.bind(keys), seal: under.seal }, erased)) purged += 1
  }
  return purged
}

async function purgeCopy(
  files: FileSystem,
  container: Container,
  keys: RingKeys,
  erased: ReadonlySet<SubjectId>,
): Promise<boolean> {
  const view = containerFiles(files, container)
  const rings = new Map<string, Buffer>()
  let found = false
  for (const name of ['subjects.ring', 'subjects.ring.2']) {
    const path = `keys/${name}`
    const bytes = await view.readFile(`${COPY_FOLDER}/${path}`)
    if (bytes === null) continue
    const ring = decodeRing(keys, bytes)
    // What was saved from a damaged desk may not open: then nobody opens it by this key.
    if (ring === null) continue
    const left = [...ring.entries.values()].filter(({ subject }) => !erased.has(subject))
    found ||= left.length < ring.entries.size
    const generation = ring.generation + 1
    rings.set(path, Buffer.concat([encodeRingHead(keys, generation), encodeEntries(keys, generation, 0, left)]))
  }
  const scans = container.index.files.filter(({ path }) => isScanOf(path, erased))
  if (!found && scans.length === 0) return false
  const { files: _, ...head } = container.index
  const held = heldIn(files, container).flatMap((one): Held[] => {
    if (isScanOf(one.path, erased) || one.path.startsWith('drafts/')) return []
    const ring = rings.get(one.path)
    return [ring ? { path: one.path, read: async () => once(ring) } : one]
  })
  await writeContainer(files, container.path + NEW, head, held)
  await replace(files, container.path)
  return true
}

/** Puts the new copy in the place of the old one, whose keys are overwritten: what is only removed can be read off a disk. */
async function replace(files: FileSystem, path: string): Promise<void> {
  await renamePatiently(files, path, path + OLD)
  await renamePatiently(files, path + NEW, path)
  await files.flushFolder(dirname(path))
  await shred(files, path + OLD)
}

/** Ends what was cut short. */
async function finishPurges(files: FileSystem, folder: string, installation: InstallationId): Promise<void> {
  await removeOwnLeftovers(files, folder, installation)
  for (const name of await files.list(folder)) {
    const path = `${folder}/${name.replace(/\.(?:new|old)$/, '')}`
    if (readBackupName(basename(path))?.installation !== installation) continue
    if (name.endsWith(NEW) && (await files.sizeOf(path)) === null) await renamePatiently(files, path + NEW, path)
    else if (name.endsWith(NEW)) await files.remove(path + NEW)
    if (name.endsWith(OLD)) await shred(files, path + OLD)
  }
}

function isScanOf(path: string, erased: ReadonlySet<SubjectId>): boolean {
  const [folder, name = ''] = path.split('/')
  return folder === 'papers' && erased.has((name.split('.')[0] ?? '') as SubjectId)
}

/** Overwrites the keys in a copy and removes it; one that does not read any more is removed as it is. */
async function shred(files: FileSystem, path: string): Promise<void> {
  const container = await readContainer(files, path).catch(() => null)
  if (container !== null) {
    const file = await files.open(path, 'edit')
    try {
      for (const [place, held] of container.index.files.entries()) {
        if (held.path.startsWith('keys/subjects.'))
          await file.write(container.starts[place] ?? 0, Buffer.alloc(held.size))
      }
      await file.flush()
    } finally {
      await file.close()
    }
  }
  await files.remove(path)
  await files.flushFolder(dirname(path))
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
