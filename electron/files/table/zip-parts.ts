import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { ExpectedError } from '#shared/result/result.ts'
import type { TableLimits } from './limits.ts'

/** The parts of a zip by name, each read as a stream of UTF-8 text. */
export interface ZipParts {
  readonly has: (name: string) => boolean
  readonly read: (name: string) => AsyncIterable<string>
}

/**
 * Opens a zip and refuses, before anything is unpacked, what its directory says is too much. Parts that unpack to more than
 * the directory says, or to other bytes, fail while they are read. Errors: `table.broken`, `.encrypted`, `.unpacks_too_large`.
 */
export async function openZip(bytes: Buffer, limits: TableLimits): Promise<ZipParts> {
  const zip = await orBroken(
    fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }),
  )
  if (zip.entryCount > limits.entries) throw tooMuch(limits)
  const entries = new Map<string, Entry>()
  let unpacked = 0
  for await (const entry of orBrokenEach(zip.eachEntry())) {
    refuseBomb(entry, limits)
    unpacked += entry.uncompressedSize
    if (unpacked > limits.unpackedBytes) throw tooMuch(limits)
    if (entry.isEncrypted()) throw new ExpectedError('table.encrypted')
    if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
  }
  return {
    has: name => entries.has(name),
    read: name => readPart(zip, entries.get(name)),
  }
}

function refuseBomb(entry: Entry, limits: TableLimits): void {
  const packed = Math.max(entry.compressedSize, 1)
  const bloated = entry.uncompressedSize > 1_000_000 && entry.uncompressedSize / packed > limits.ratio
  if (bloated || entry.uncompressedSize > limits.entryBytes) throw tooMuch(limits)
}

async function* readPart(zip: ZipFile, entry: Entry | undefined): AsyncIterable<string> {
  if (entry === undefined) throw new ExpectedError('table.broken')
  const stream = await orBroken(zip.openReadStreamPromise(entry))
  const decoder = new TextDecoder('utf-8')
  let sum = 0
  for await (const chunk of orBrokenEach<Buffer>(stream)) {
    sum = crc32(chunk, sum)
    yield decoder.decode(chunk, { stream: true })
  }
  // yauzl checks sizes but not the sum: without this a flipped byte would quietly change a cell.
  if (sum !== entry.crc32) throw new ExpectedError('table.broken')
  yield decoder.decode()
}

function tooMuch(limits: TableLimits): ExpectedError {
  return new ExpectedError('table.unpacks_too_large', { megabytes: Math.round(limits.unpackedBytes / 1_000_000) })
}

async function orBroken<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch {
    throw new ExpectedError('table.broken')
  }
}

async function* orBrokenEach<T>(items: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = items[Symbol.asyncIterator]()
  for (;;) {
    const next = await orBroken(iterator.next())
    if (next.done) return
    yield next.value
  }
}
