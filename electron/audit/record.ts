import { createHmac, hash, type KeyObject, timingSafeEqual } from 'node:crypto'
import { AuditRecord } from '#shared/audit/model.ts'
import { encodeFrame } from '../journal/frame.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { openBytes, sealBytes, systemRandom } from '../security/seal.ts'

/** What the audit needs of the keys of a desk. */
export type AuditKeySource = Pick<DeskKeys, 'installation' | 'keyId' | 'derive'>

/** Keys of the audit of one desk under one office key: a log of another desk neither opens nor verifies. */
interface LineKeys {
  readonly keyId: Buffer
  readonly sealing: KeyObject
  readonly marking: KeyObject
}

/** Keys of the audit of one desk: a line is sealed and marked under the office key of its time. */
export interface AuditKeys {
  /** Of the office key that seals now. */
  newest(): LineKeys
  /** Of the office key a line names; null: it is not here. */
  of(keyId: string): LineKeys | null
}

/** "The line before" of the first line. */
export const NO_LINE = '0'.repeat(64)

/** `format (1) | key id (4) | sequence (6, big endian) | hash of the line before (32)`: in clear, authenticated. */
const HEADER = 1 + 4 + 6 + 32
const FORMAT = 1
const MARK = 32

/** A line taken apart; nothing is opened yet. `hash` is SHA-256 of header and sealed bytes, hex. */
export interface SealedLine {
  readonly keyId: string
  readonly sequence: number
  readonly before: string
  readonly header: Buffer
  readonly sealed: Buffer
  readonly mark: Buffer
  readonly hash: string
}

/** The keys of the audit, derived from the office keys. */
export function auditKeys(source: AuditKeySource): AuditKeys {
  const known = new Map<string, LineKeys>()
  function of(keyId: string): LineKeys | null {
    const own = known.get(keyId) ?? lineKeys(source, keyId)
    if (own !== null) known.set(keyId, own)
    return own
  }
  return {
    of,
    newest() {
      const own = of(source.keyId)
      if (own === null) throw new Error(`no office key ${source.keyId}`)
      return own
    },
  }
}

function lineKeys(source: AuditKeySource, keyId: string): LineKeys | null {
  const sealing = source.derive(`audit/seal/${source.installation}`, keyId)
  const marking = source.derive(`audit/mark/${source.installation}`, keyId)
  return sealing && marking && { keyId: Buffer.from(keyId, 'hex'), sealing, marking }
}

/** A frame with a line, sealed, chained to the line before and marked; and the hash the next line names. */
export function encodeLine(record: AuditRecord, before: string, keys: AuditKeys): { frame: Buffer; hash: string } {
  const own = keys.newest()
  const header = Buffer.alloc(HEADER)
  header.writeUInt8(FORMAT, 0)
  header.set(own.keyId, 1)
  header.writeUIntBE(record.sequence, 5, 6)
  header.write(before, 11, 'hex')
  const sealed = sealBytes(own.sealing, Buffer.from(JSON.stringify(record)), header, systemRandom)
  const body = Buffer.concat([header, sealed])
  const chained = hashOf(body)
  return { frame: encodeFrame(Buffer.concat([body, markOf(chained, own)])), hash: chained }
}

/** Takes a payload apart, or null where it is no line of this form. */
export function decodeLine(payload: Buffer): SealedLine | null {
  if (payload.length <= HEADER + MARK || payload[0] !== FORMAT) return null
  const body = payload.subarray(0, payload.length - MARK)
  return {
    keyId: payload.toString('hex', 1, 5),
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
  const own = keys.of(line.keyId)
  return own !== null && timingSafeEqual(line.mark, markOf(line.hash, own))
}

/** The opened record, or null where it was changed or is another key's. */
export function openLine(line: SealedLine, keys: AuditKeys): AuditRecord | null {
  const own = keys.of(line.keyId)
  const plain = own && openBytes(own.sealing, line.sealed, line.header)
  if (plain === null) return null
  const parsed = AuditRecord.safeParse(JSON.parse(plain.toString('utf8')))
  return parsed.success && parsed.data.sequence === line.sequence ? parsed.data : null
}

function hashOf(body: Buffer): string {
  return hash('sha256', body, 'hex')
}

function markOf(chained: string, { marking }: LineKeys): Buffer {
  return createHmac('sha256', marking).update(chained, 'hex').digest()
}
