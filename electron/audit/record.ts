import { createHmac, hash, type KeyObject, timingSafeEqual } from 'node:crypto'
import { AuditRecord } from '#shared/audit/model.ts'
import { encodeFrame } from '../journal/frame.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { openBytes, sealBytes, systemRandom } from '../security/seal.ts'

/** What the audit needs of the keys of a desk. */
export type AuditKeySource = Pick<DeskKeys, 'installation' | 'keyId' | 'derive'>

/** Keys of the audit of one desk: a log of another desk neither opens nor verifies. */
export interface AuditKeys {
  readonly keyId: Buffer
  readonly sealing: KeyObject
  readonly marking: KeyObject
}

/** "The line before" of the first line. */
export const NO_LINE = '0'.repeat(64)

/** `format (1) | key id (4) | sequence (6, big endian) | hash of the line before (32)`: in clear, authenticated. */
const HEADER = 1 + 4 + 6 + 32
const FORMAT = 1
const MARK = 32

/** A line taken apart; nothing is opened yet. `hash` is SHA-256 of header and sealed bytes, hex. */
export interface SealedLine {
  readonly sequence: number
  readonly before: string
  readonly header: Buffer
  readonly sealed: Buffer
  readonly mark: Buffer
  readonly hash: string
}

/** The keys of the audit, derived from the office key. */
export function auditKeys(keys: AuditKeySource): AuditKeys {
  return {
    keyId: Buffer.from(keys.keyId, 'hex'),
    sealing: keys.derive(`audit/seal/${keys.installation}`),
    marking: keys.derive(`audit/mark/${keys.installation}`),
  }
}

/** A frame with a line, sealed, chained to the line before and marked; and the hash the next line names. */
export function encodeLine(record: AuditRecord, before: string, keys: AuditKeys): { frame: Buffer; hash: string } {
  const header = Buffer.alloc(HEADER)
  header.writeUInt8(FORMAT, 0)
  header.set(keys.keyId, 1)
  header.writeUIntBE(record.sequence, 5, 6)
  header.write(before, 11, 'hex')
  const sealed = sealBytes(keys.sealing, Buffer.from(JSON.stringify(record)), header, systemRandom)
  const body = Buffer.concat([header, sealed])
  const own = hashOf(body)
  return { frame: encodeFrame(Buffer.concat([body, markOf(own, keys)])), hash: own }
}

/** Takes a payload apart, or null where it is no line of this form. */
export function decodeLine(payload: Buffer): SealedLine | null {
  if (payload.length <= HEADER + MARK || payload[0] !== FORMAT) return null
  const body = payload.subarray(0, payload.length - MARK)
  return {
    sequence: payload.readUIntBE(5, 6),
    before: payload.toString('hex', 11, HEADER),
    header: payload.subarray(0, HEADER),
    sealed: body.subarray(HEADER),
    mark: payload.subarray(body.length),
    hash: hashOf(body),
  }
}

/** Whether whoever wrote the line had the key. */
export function isMarked(line: SealedLine, keys: AuditKeys): boolean {
  return timingSafeEqual(line.mark, markOf(line.hash, keys))
}

/** The opened record, or null where it was changed or is another key's. */
export function openLine(line: SealedLine, keys: AuditKeys): AuditRecord | null {
  const plain = openBytes(keys.sealing, line.sealed, line.header)
  if (plain === null) return null
  const parsed = AuditRecord.safeParse(JSON.parse(plain.toString('utf8')))
  return parsed.success && parsed.data.sequence === line.sequence ? parsed.data : null
}

function hashOf(body: Buffer): string {
  return hash('sha256', body, 'hex')
}

function markOf(own: string, keys: AuditKeys): Buffer {
  return createHmac('sha256', keys.marking).update(own, 'hex').digest()
}
