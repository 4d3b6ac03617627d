import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { InstallationId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { encodeFrame, FRAME_HEAD } from './frame.ts'

/** What the journal needs of the keys of a desk. */
export type JournalKeys = Pick<
  DeskKeys,
  'installation' | 'keyId' | 'publicKey' | 'seal' | 'open' | 'under' | 'signEach'
>

/** "The record before" of the first record of a chain. */
export const NO_RECORD = '0'.repeat(64)

/**
 * Header of a record, in clear and authenticated. `b` and `e` are the first and the last sequence of the call that
 * appended it: a call that reached the disk in part is cut back as a whole.
 */
export const RecordHeader = z.strictObject({
  f: z.literal(1),
  k: z.string().regex(/^[0-9a-f]{8}$/),
  i: InstallationId,
  s: z.int().positive(),
  p: z.string().regex(/^[0-9a-f]{64}$/),
  b: z.int().positive(),
  e: z.int().positive(),
})
export type RecordHeader = z.infer<typeof RecordHeader>

/** The beginning of every header, by which a record is found in bytes that do not parse. */
export const HEADER_START = Buffer.from('{"f":1,')

/** Offset of a header in its frame. */
export const HEADER_OFFSET = FRAME_HEAD + 2

const SIGNATURE = 64

/** A record taken apart; nothing is opened yet. `hash` is SHA-256 of header and sealed bytes. */
export interface SealedRecord {
  readonly header: RecordHeader
  readonly headerBytes: Buffer
  readonly sealed: Buffer
  readonly signature: Buffer
  readonly hash: Buffer
}

function hashOf(header: Uint8Array, sealed: Uint8Array): Buffer {
  return createHash('sha256').update(header).update(sealed).digest()
}

/** A record that is not signed yet. The next one names its hash: records of a call are sealed in their order, then signed at once. */
export type UnsignedRecord = Pick<SealedRecord, 'headerBytes' | 'sealed' | 'hash'>

/** Seals `plain` as a record. */
export function sealRecord(header: RecordHeader, plain: Uint8Array, keys: JournalKeys): UnsignedRecord {
  const { f, k, i, s, p, b, e } = header
  const headerBytes = Buffer.from(JSON.stringify({ f, k, i, s, p, b, e }))
  const sealed = keys.seal(plain, headerBytes)
  return { headerBytes, sealed, hash: hashOf(headerBytes, sealed) }
}

/** The frames of sealed records, in their order, signed. */
export async function signedFrames(records: readonly UnsignedRecord[], keys: JournalKeys): Promise<Buffer[]> {
  const signatures = await keys.signEach(records.map(({ hash }) => hash))
  return records.map(({ headerBytes, sealed }, n) => {
    const signature = signatures[n]
    if (signature?.length !== SIGNATURE) throw new Error('no signature')
    const length = Buffer.alloc(2)
    length.writeUInt16LE(headerBytes.length)
    return encodeFrame(Buffer.concat([length, headerBytes, sealed, signature]))
  })
}

/**
 * Takes a payload apart, or null where it is not a record. Throws ExpectedError `start.newer_data` where a newer
 * program wrote it.
 */
export function decodeRecord(payload: Buffer): SealedRecord | null {
  if (payload.length < 2 + SIGNATURE) return null
  const headerEnd = 2 + payload.readUInt16LE(0)
  const sealedEnd = payload.length - SIGNATURE
  if (headerEnd > sealedEnd) return null
  const headerBytes = payload.subarray(2, headerEnd)
  const header = parseHeader(headerBytes)
  if (header === null) return null
  const sealed = payload.subarray(headerEnd, sealedEnd)
  return { header, headerBytes, sealed, signature: payload.subarray(sealedEnd), hash: hashOf(headerBytes, sealed) }
}

function parseHeader(bytes: Buffer): RecordHeader | null {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
  const parsed = RecordHeader.safeParse(value)
  if (parsed.success) return parsed.data
  const format = z.looseObject({ f: z.int().min(2) }).safeParse(value)
  if (format.success) throw new ExpectedError('start.newer_data', { found: format.data.f, known: 1 })
  return null
}

/**
 * The opened bytes of a record, or null where they were changed. Throws `start.key_unavailable` where the office key it was
 * sealed under is not here.
 */
export function openRecord(record: SealedRecord, keys: Pick<JournalKeys, 'under'>): Buffer | null {
  const own = keys.under(record.header.k)
  if (own === null) throw new ExpectedError('start.key_unavailable', { reason: 'other_key' })
  return own.open(record.sealed, record.headerBytes)
}

/** A check of signatures of one desk by its public key (SPKI, base64). */
export function signatureCheck(publicKey: string): (record: SealedRecord) => boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return record => verify(null, record.hash, key, record.signature)
}

/** Signatures checked at once beside the main thread: what is read from the disk meanwhile waits for a few at most. */
const AT_ONCE = 16

const verifyBeside = promisify(verify) as unknown as (
  algorithm: null,
  bytes: Buffer,
  key: KeyObject,
  signature: Buffer,
) => Promise<boolean>

/**
 * The first of these records that the owner of a public key (SPKI, base64; null: nobody knows it) did not sign, or null. Each is
 * checked, beside the main thread: who works at the desk does not wait for a long row of checks.
 */
export async function findUnsigned<T extends SealedRecord>(
  records: readonly T[],
  publicKey: string | null,
): Promise<T | null> {
  if (publicKey === null) return records[0] ?? null
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const some = records.slice(at, at + AT_ONCE)
    const signed = await Promise.all(some.map(({ hash, signature }) => verifyBeside(null, hash, key, signature)))
    const unsigned = some[signed.indexOf(false)]
    if (unsigned !== undefined) return unsigned
  }
  return null
}
