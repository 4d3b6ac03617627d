import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ExpectedError } from '#shared/result/result.ts'
import { type FileSystem, nodeFiles, type OpenFile, systemCode } from './file-system.ts'

const PATIENCE = 5000
const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES'])

/** How a wait is done; injected so that a test does not wait. Milliseconds. */
export type Wait = (milliseconds: number) => Promise<unknown>

/** `mark`: what the temporary file is known by in a folder that others write to as well. */
export interface WriteOptions {
  readonly wait?: Wait
  readonly mark?: string
}

/**
 * Puts a whole file in the place of the old one: temporary file in the same folder, write, flush, rename, flush the
 * folder. Whatever happens the name holds the old bytes or the new ones. Success is said only after the last flush.
 * Throws ExpectedError `file.busy` (held by another program for 5 s), `file.disk_full`, `file.write_failed` (code).
 */
export function writeAtomically(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  return writeTogether(files, dirname(path), [{ name: basename(path), bytes }], options)
}

/** A file to be: its name in a folder, and what is in it. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The same for files of one folder that belong together: not one name is taken before all bytes are on disk, so that a full
 * or failing disk leaves every old file. A name that cannot be taken (held by another program) leaves old files beside new
 * ones, each whole, and is told.
 */
export async function writeTogether(
  files: FileSystem,
  folder: string,
  named: readonly NamedFile[],
  { wait = delay, mark = '' }: WriteOptions = {},
): Promise<void> {
  const staged = named.map(({ name, bytes }) => {
    const path = join(folder, name)
    return { path, bytes, temporary: `${path}.${mark}${randomBytes(6).toString('hex')}.tmp` }
  })
  const left = new Set(staged.map(({ temporary }) => temporary))
  try {
    for (const { temporary, bytes } of staged) await writeFlushed(files, temporary, bytes)
    for (const { temporary, path } of staged) {
      await renamePatiently(files, temporary, path, wait)
      left.delete(temporary)
    }
    await files.flushFolder(folder)
  } catch (cause) {
    throw fileError(cause)
  } finally {
    for (const temporary of left) await files.remove(temporary).catch(() => undefined)
  }
}

/** Writes a new file and flushes its bytes; the name is not flushed yet. */
export async function writeFlushed(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'create')
  try {
    await file.write(0, bytes)
    await file.flush()
  } finally {
    await file.close()
  }
}

/** Puts a file in the place of the old one as `writeAtomically` does, written piece by piece by `write`. Throws the errors of the system. */
export async function replaceBy(
  files: FileSystem,
  path: string,
  write: (file: OpenFile) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await files.open(temporary, 'create')
    try {
      await write(file)
      await file.flush()
    } finally {
      await file.close()
    }
    await renamePatiently(files, temporary, path)
    await files.flushFolder(dirname(path))
  } catch (cause) {
    await files.remove(temporary).catch(() => undefined)
    throw cause
  }
}

/** Renames; a file held by another program (antivirus, indexer) is tried again for up to 5 s. */
export async function renamePatiently(files: FileSystem, from: string, to: string, wait: Wait = delay): Promise<void> {
  let waited = 0
  for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await files.rename(from, to)
    } catch (cause) {
      if (!BUSY.has(systemCode(cause)) || waited >= PATIENCE) throw cause
      await wait(pause)
      waited += pause
    }
  }
}

/** Removes temporary files of a mark that a killed program left in a folder. */
export async function removeLeftovers(files: FileSystem, folder: string, mark = ''): Promise<void> {
  const temporary = new RegExp(`\\.${mark}[0-9a-f]{12}\\.tmp$`)
  for (const name of await files.list(folder)) {
    if (temporary.test(name)) await files.remove(`${folder}/${name}`).catch(() => undefined)
  }
}

/** A system error of writing a file as an expected one. */
export function fileError(cause: unknown): unknown {
  const code = systemCode(cause)
  if (code === '') return cause
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ExpectedError('file.disk_full')
  if (BUSY.has(code)) return new ExpectedError('file.busy')
  return new ExpectedError('file.write_failed', { code })
}

/** The same on the file system of this machine. */
export function writeFileAtomic(path: string, bytes: Uint8Array): Promise<void> {
  return writeAtomically(nodeFiles, path, bytes)
}
