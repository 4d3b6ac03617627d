import { createHash } from 'node:crypto'
import { rmdir } from 'node:fs/promises'
import { ExpectedError } from '#shared/result/result.ts'
import { Version } from '#shared/update/version.ts'
import { fileError, renamePatiently, writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type PackageHead, type PackageSource, readHead } from './package-file.ts'
import {
  demandHash,
  demandHead,
  eachPiece,
  type Judged,
  type PlacedFile,
  type VerifiedPackage,
} from './verify-package.ts'

/**
 * Programs kept on this machine: `desk-updates/<version>/` with the program's file and `head`, the signed manifest. The head is
 * written last and taken away first: a folder with a head is whole or was changed, and a changed one is refused.
 */
const HEAD = 'head'

/** A kept program as its head tells; its file is not looked at yet. */
export interface Kept {
  readonly version: string
  readonly head: PackageHead
}

/** The programs that are kept, whole as far as their heads tell. */
export async function listKept(files: FileSystem, folder: string): Promise<Kept[]> {
  const kept: Kept[] = []
  for (const version of await files.list(folder)) {
    const head = Version.safeParse(version).success ? await findHead(files, `${folder}/${version}`) : null
    if (head !== null && head.manifest.version === version) kept.push({ version, head })
  }
  return kept
}

async function findHead(files: FileSystem, folder: string): Promise<PackageHead | null> {
  const bytes = await files.readFile(`${folder}/${HEAD}`)
  if (bytes === null) return null
  return readHead(inMemory(bytes)).catch(() => null)
}

/** Bytes in memory as a source. */
export function inMemory(bytes: Buffer): PackageSource {
  return { size: bytes.length, read: async (position, length) => bytes.subarray(position, position + length) }
}

/**
 * Keeps a program whose package was verified. Every byte is hashed once more as it is written: what changed since is not kept.
 * Killed at any moment it leaves what was kept before, nothing, or the new one whole. Throws `update.*`, `file.*`.
 */
export async function keepProgram(
  files: FileSystem,
  folder: string,
  source: PackageSource,
  { head, files: placed }: VerifiedPackage,
): Promise<void> {
  const own = `${folder}/${head.manifest.version}`
  const there = await findHead(files, own)
  if (there?.bytes.equals(head.bytes) && (await isWhole(files, own, there))) return
  await removeKept(files, folder, head.manifest.version)
  await files.makeFolder(own)
  await files.flushFolder(folder)
  for (const file of placed) await writeFile(files, own, source, file)
  await files.flushFolder(own)
  await writeAtomically(files, `${own}/${HEAD}`, head.bytes)
}

/** The head goes first: without it what remains counts for nothing. */
export async function removeKept(files: FileSystem, folder: string, version: string): Promise<void> {
  const own = `${folder}/${version}`
  await files.remove(`${own}/${HEAD}`)
  const names = await files.list(own)
  if (names.length > 0) await files.flushFolder(own)
  for (const name of names) await files.remove(`${own}/${name}`)
  // An empty folder harms nobody.
  await rmdir(own).catch(() => undefined)
}

async function writeFile(files: FileSystem, folder: string, source: PackageSource, file: PlacedFile): Promise<void> {
  const temporary = `${folder}/${file.path}.tmp`
  try {
    const hash = createHash('sha256')
    const handle = await files.open(temporary, 'create')
    try {
      await eachPiece(source, file, async (piece, from) => {
        hash.update(piece)
        await handle.write(from, piece)
      })
      await handle.flush()
    } finally {
      await handle.close()
    }
    demandHash(hash.digest('hex'), file)
    await renamePatiently(files, temporary, `${folder}/${file.path}`)
  } catch (cause) {
    await files.remove(temporary).catch(() => undefined)
    throw fileError(cause)
  }
}

/**
 * The path of a kept program's file, after its head and every byte of it were looked through: called right before it is run.
 * Throws `update.kept_changed`, `update.*`.
 */
export async function demandKept(files: FileSystem, folder: string, version: string, judged: Judged): Promise<string> {
  const own = `${folder}/${version}`
  const head = await findHead(files, own)
  if (head === null || head.manifest.version !== version) throw new ExpectedError('update.kept_changed')
  demandHead(head, judged)
  if (!(await isWhole(files, own, head))) throw new ExpectedError('update.kept_changed')
  return `${own}/${head.manifest.files[0]?.path ?? ''}`
}

/** Whether a folder holds just the files of its head, with their sizes and bytes. */
async function isWhole(files: FileSystem, folder: string, { manifest }: PackageHead): Promise<boolean> {
  const expected = [HEAD, ...manifest.files.map(({ path }) => path)].sort()
  if (JSON.stringify(await files.list(folder)) !== JSON.stringify(expected)) return false
  for (const file of manifest.files) {
    const path = `${folder}/${file.path}`
    if ((await files.sizeOf(path)) !== file.size) return false
    const handle = await files.open(path, 'read')
    try {
      const hash = createHash('sha256')
      const source = { size: file.size, read: handle.read.bind(handle) }
      await eachPiece(source, { at: 0, size: file.size }, async piece => void hash.update(piece))
      if (hash.digest('hex') !== file.sha256) return false
    } finally {
      await handle.close()
    }
  }
  return true
}
