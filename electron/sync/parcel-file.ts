import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import { dirname } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { ExpectedError } from '#shared/result/result.ts'
import { NewerParcelHead, ParcelHead } from '#shared/sync/parcel.ts'
import { fileError, renamePatiently } from '../journal/atomic-file.ts'
import type { FileSystem, OpenFile } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'

/**
 * One sealed and signed file: `QPARCEL1 | u32le length | head (JSON) | chunks | signature (64)`. A chunk is
 * `u32le length | sealed`, sealed under the office key with the hash of the head and its own place as context: none can be
 * changed, moved, doubled or put into another file. Its first byte inside is its kind; the last is an `end`. The signature
 * is Ed25519 of the sending desk over the SHA-256 of everything before it.
 */
const MAGIC = Buffer.from('QPARCEL1')
const SIGNATURE = 64
const LARGEST_HEAD = 4096
const LARGEST_CHUNK = 64 * 1024 * 1024
const SMALLEST_SEAL = 29

/** A hash that is being made. */
export type Hash = ReturnType<typeof createHash>

/** What a chunk holds. */
export type ChunkKind = 'manifest' | 'keys' | 'records' | 'end'
const KINDS: readonly ChunkKind[] = ['manifest', 'keys', 'records', 'end']

/** A chunk, opened. */
export interface Chunk {
  readonly kind: ChunkKind
  readonly bytes: Buffer
}

type SendingKeys = Pick<DeskKeys, 'installation' | 'keyId' | 'seal' | 'sign'>

/** Writes chunks as they come, flushes and gives the file its name once all of it is on the medium. Throws ExpectedError `file.*`. */
export async function writeParcelFile(
  files: FileSystem,
  path: string,
  keys: SendingKeys,
  chunks: AsyncIterable<Chunk>,
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await write(files, temporary, keys, chunks)
    await renamePatiently(files, temporary, path)
    await files.flushFolder(dirname(path))
  } catch (cause) {
    throw fileError(cause)
  } finally {
    // Gone already where it got its name.
    await files.remove(temporary).catch(() => undefined)
  }
}

async function write(files: FileSystem, path: string, keys: SendingKeys, chunks: AsyncIterable<Chunk>): Promise<void> {
  const head = Buffer.from(
    JSON.stringify({ f: 1, k: keys.keyId, i: keys.installation, p: randomBytes(16).toString('hex') }),
  )
  const file = await files.open(path, 'create')
  const hash = createHash('sha256')
  let position = 0
  const put = async (bytes: Buffer) => {
    await file.write(position, bytes)
    hash.update(bytes)
    position += bytes.length
  }
  try {
    await put(Buffer.concat([MAGIC, lengthOf(head), head]))
    let place = 0
    for await (const { kind, bytes } of chunks) {
      const plain = Buffer.concat([Buffer.from([KINDS.indexOf(kind)]), bytes])
      const sealed = keys.seal(plain, contextOf(head, place))
      plain.fill(0)
      await put(Buffer.concat([lengthOf(sealed), sealed]))
      place += 1
      await breathe()
    }
    await file.write(position, keys.sign(hash.digest()))
    await file.flush()
  } finally {
    await file.close()
  }
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return length
}

function contextOf(head: Buffer, place: number): string {
  return `sync/parcel|1|${createHash('sha256').update(head).digest('hex')}|${place}`
}

/** A parcel whose head was read; nothing of what is sealed is believed yet. */
export interface ParcelFile {
  readonly path: string
  readonly size: number
  readonly head: ParcelHead
  readonly headBytes: Buffer
}

/** Reads the head of a parcel of this office. Throws as `readParcelHead`, and ExpectedError `parcel.other_office`. */
export async function openParcelFile(
  files: FileSystem,
  path: string,
  keys: Pick<DeskKeys, 'under'>,
): Promise<ParcelFile> {
  const parcel = await readParcelHead(files, path)
  if (keys.under(parcel.head.k) === null) throw new ExpectedError('parcel.other_office')
  return parcel
}

/**
 * Reads what the head says in clear, under whatever office key. Throws ExpectedError `parcel.absent`, `parcel.no_parcel`
 * (another file), `parcel.damaged`, `parcel.newer_format`.
 */
export async function readParcelHead(files: FileSystem, path: string): Promise<ParcelFile> {
  const size = await files.sizeOf(path)
  if (size === null) throw new ExpectedError('parcel.absent')
  return withFile(files, path, async file => {
    const begins = await file.read(0, MAGIC.length + 4)
    if (!begins.subarray(0, MAGIC.length).equals(MAGIC)) throw new ExpectedError('parcel.no_parcel')
    if (begins.length < MAGIC.length + 4) throw new ExpectedError('parcel.damaged')
    const length = begins.readUInt32LE(MAGIC.length)
    if (length > LARGEST_HEAD) throw new ExpectedError('parcel.damaged')
    const headBytes = await file.read(begins.length, length)
    const head = parsedHead(headBytes)
    return { path, size, head, headBytes }
  })
}

function parsedHead(bytes: Buffer): ParcelHead {
  let said: unknown
  try {
    said = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new ExpectedError('parcel.damaged')
  }
  if (NewerParcelHead.safeParse(said).success) throw new ExpectedError('parcel.newer_format')
  const head = ParcelHead.safeParse(said)
  if (!head.success) throw new ExpectedError('parcel.damaged')
  return head.data
}

/** Opens the chunks of a parcel one after another, each in its place. Throws ExpectedError `parcel.damaged` where one is not as it was written. */
export async function* chunksOf(
  files: FileSystem,
  parcel: ParcelFile,
  keys: Pick<DeskKeys, 'open'>,
  hash?: Hash,
): AsyncGenerator<Chunk> {
  const file = await opened(files, parcel.path)
  try {
    const ends = parcel.size - SIGNATURE
    let at = MAGIC.length + 4 + parcel.headBytes.length
    hash?.update(await file.read(0, at))
    for (let place = 0; at < ends; place++) {
      const length = await file.read(at, 4)
      const size = length.length < 4 ? 0 : length.readUInt32LE(0)
      if (size < SMALLEST_SEAL || size > LARGEST_CHUNK || at + 4 + size > ends)
        throw new ExpectedError('parcel.damaged')
      const sealed = await file.read(at + 4, size)
      const plain = keys.open(sealed, contextOf(parcel.headBytes, place))
      const kind = KINDS[plain?.[0] ?? -1]
      if (plain === null || kind === undefined) throw new ExpectedError('parcel.damaged')
      hash?.update(length).update(sealed)
      yield { kind, bytes: plain.subarray(1) }
      at += 4 + size
      await breathe()
    }
  } catch (cause) {
    throw fileError(cause)
  } finally {
    await file.close()
  }
}

/** Whether the signature at the end is of this key (SPKI, base64) over a hash of everything before it. */
export async function isSignedBy(
  files: FileSystem,
  { path, size }: ParcelFile,
  hash: Hash,
  publicKey: string,
): Promise<boolean> {
  const signature = await withFile(files, path, file => file.read(size - SIGNATURE, SIGNATURE))
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, hash.digest(), key, signature)
  } catch {
    // What stands there is no key.
    return false
  }
}

/** A medium that fails or is pulled out while it is read is told as a failure of the file. */
function opened(files: FileSystem, path: string): Promise<OpenFile> {
  return files.open(path, 'read').catch((cause: unknown) => {
    throw fileError(cause)
  })
}

async function withFile<T>(files: FileSystem, path: string, work: (file: OpenFile) => Promise<T>): Promise<T> {
  const file = await opened(files, path)
  try {
    return await work(file)
  } catch (cause) {
    throw fileError(cause)
  } finally {
    await file.close()
  }
}
