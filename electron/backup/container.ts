import { createHash, randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { type BackupHead, BackupIndex, type HeldFile } from '#shared/backup/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { fileError, renamePatiently } from '../journal/atomic-file.ts'
import type { FileSystem, OpenFile } from '../journal/file-system.ts'

/**
 * One file that holds files: `QBACKUP1 | bytes of the files, one after another | index (JSON) | u32le length of the index |
 * SHA-256 of the index | QBACKUP1`. The index names path, size and SHA-256 of each; what does not add up to the very size
 * of the file is no copy. Everything in it is sealed already, but for what the index itself says.
 */
const MAGIC = Buffer.from('QBACKUP1')
const TAIL = 4 + 32 + MAGIC.length
const LARGEST_INDEX = 256 * 1024 * 1024
const PIECE = 1024 * 1024

/** What is to be held: the path in `desk-data` and its bytes, piece by piece; null: it is not there any more. */
export interface Held {
  readonly path: string
  read(): Promise<AsyncIterable<Uint8Array> | null>
}

/** A copy on disk, its index read and believed. `starts`: where each file begins. */
export interface Container {
  readonly path: string
  readonly size: number
  readonly index: BackupIndex
  readonly starts: readonly number[]
}

/**
 * Writes a copy and reads it back from the disk before it gets its name: whatever has the name was whole when it was
 * written. `check` looks deeper into it and throws where something is wrong. Throws ExpectedError `file.*`,
 * `backup.damaged`.
 */
export async function writeContainer(
  files: FileSystem,
  path: string,
  head: BackupHead,
  held: readonly Held[],
  check: (container: Container) => Promise<void> = async () => undefined,
): Promise<Container> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await write(files, temporary, head, held)
    const written = await readContainer(files, temporary)
    await checkContainer(files, written)
    await check(written)
    await renamePatiently(files, temporary, path)
    await files.flushFolder(dirname(path))
    return { ...written, path }
  } catch (cause) {
    throw fileError(cause)
  } finally {
    // Gone already where it got its name.
    await files.remove(temporary).catch(() => undefined)
  }
}

async function write(files: FileSystem, path: string, head: BackupHead, held: readonly Held[]): Promise<void> {
  const file = await files.open(path, 'create')
  try {
    await file.write(0, MAGIC)
    let position = MAGIC.length
    const listed: HeldFile[] = []
    for (const one of held) {
      const pieces = await one.read()
      if (pieces === null) continue
      const hash = createHash('sha256')
      const start = position
      for await (const piece of pieces) {
        hash.update(piece)
        await file.write(position, piece)
        position += piece.length
      }
      listed.push({ path: one.path, size: position - start, sha256: hash.digest('hex') })
      await breathe()
    }
    const index = Buffer.from(JSON.stringify(BackupIndex.parse({ ...head, files: listed })))
    await file.write(position, Buffer.concat([index, tailOf(index)]))
    await file.flush()
  } finally {
    await file.close()
  }
}

function tailOf(index: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(index.length)
  return Buffer.concat([length, createHash('sha256').update(index).digest(), MAGIC])
}

/**
 * Reads the index of a copy and that it adds up. Throws ExpectedError `backup.absent`, `backup.no_backup` (another file),
 * `backup.damaged` (cut, joined, changed), `backup.newer_format`.
 */
export async function readContainer(files: FileSystem, path: string): Promise<Container> {
  const size = await files.sizeOf(path)
  if (size === null) throw new ExpectedError('backup.absent')
  return withFile(files, path, async file => {
    const begins = await file.read(0, MAGIC.length)
    if (!begins.equals(MAGIC)) throw new ExpectedError('backup.no_backup')
    if (size < MAGIC.length + TAIL) throw new ExpectedError('backup.damaged')
    const tail = await file.read(size - TAIL, TAIL)
    if (tail.length < TAIL || !tail.subarray(-MAGIC.length).equals(MAGIC)) throw new ExpectedError('backup.damaged')
    const length = tail.readUInt32LE(0)
    const room = size - TAIL - MAGIC.length
    if (length > Math.min(room, LARGEST_INDEX)) throw new ExpectedError('backup.damaged')
    const bytes = await file.read(size - TAIL - length, length)
    if (!createHash('sha256').update(bytes).digest().equals(tail.subarray(4, 36)))
      throw new ExpectedError('backup.damaged')
    return { path, size, ...placed(parsed(bytes), room - length) }
  })
}

function parsed(bytes: Buffer): BackupIndex {
  let said: unknown
  try {
    said = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new ExpectedError('backup.damaged')
  }
  const format = (said as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > 1) throw new ExpectedError('backup.newer_format')
  const index = BackupIndex.safeParse(said)
  if (!index.success) throw new ExpectedError('backup.damaged')
  return index.data
}

/** Where each file begins. Two of one path, or sizes that are not those of the file: no copy of ours. */
function placed(index: BackupIndex, bytes: number): Pick<Container, 'index' | 'starts'> {
  const starts: number[] = []
  let at = MAGIC.length
  for (const { size } of index.files) {
    starts.push(at)
    at += size
  }
  const paths = new Set(index.files.map(({ path }) => path))
  if (at - MAGIC.length !== bytes || paths.size < index.files.length) throw new ExpectedError('backup.damaged')
  return { index, starts }
}

/** Reads every byte and compares. Throws ExpectedError `backup.damaged`. */
export async function checkContainer(files: FileSystem, { path, index, starts }: Container): Promise<void> {
  await withFile(files, path, async file => {
    for (const [place, { size, sha256 }] of index.files.entries()) {
      const hash = createHash('sha256')
      for await (const piece of piecesOf(file, starts[place] ?? 0, size)) hash.update(piece)
      if (hash.digest('hex') !== sha256) throw new ExpectedError('backup.damaged')
      await breathe()
    }
  })
}

/** Bytes of a file from a place on, piece by piece; fewer where the file ends before. */
export async function* piecesOf(file: OpenFile, from: number, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; ) {
    const piece = await file.read(from + done, Math.min(PIECE, size - done))
    if (piece.length === 0) return
    done += piece.length
    yield piece
  }
}

/** What a copy holds, to be held by another one: a file that is shorter than the index says throws `backup.damaged`. */
export function heldIn(files: FileSystem, { path, index, starts }: Container): Held[] {
  return index.files.map((file, place) => ({
    path: file.path,
    read: async () => exactly(files, path, starts[place] ?? 0, file.size, 'backup.damaged'),
  }))
}

/** So many bytes of a file from a place on; where they are not there, throws ExpectedError of this code. */
export async function* exactly(
  files: FileSystem,
  path: string,
  from: number,
  size: number,
  otherwise: 'backup.damaged' | 'backup.source_damaged',
): AsyncGenerator<Buffer> {
  const file = await files.open(path, 'read')
  let read = 0
  try {
    for await (const piece of piecesOf(file, from, size)) {
      read += piece.length
      yield piece
    }
  } finally {
    await file.close()
  }
  if (read < size) throw new ExpectedError(otherwise)
}

/** Opens, works, closes. A medium that fails or is pulled out while it is read is told as damage is. */
async function withFile<T>(files: FileSystem, path: string, work: (file: OpenFile) => Promise<T>): Promise<T> {
  const file = await files.open(path, 'read').catch((cause: unknown) => {
    throw fileError(cause)
  })
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}
