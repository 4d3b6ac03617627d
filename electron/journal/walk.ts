import type { InstallationId } from '#shared/change/action.ts'
import { FRAME_HEAD, payloadAt } from './frame.ts'
import { decodeRecord, HEADER_OFFSET, HEADER_START, NO_RECORD, type RecordHeader, type SealedRecord } from './record.ts'

/** Where a chain stands: its last record. */
export interface ChainLink {
  readonly installation: InstallationId
  readonly sequence: number
  /** Hash of the last record, hex. */
  readonly hash: string
}

/** A chain without a record. */
export function emptyChain(installation: InstallationId): ChainLink {
  return { installation, sequence: 0, hash: NO_RECORD }
}

/** A record with its place in the segment. `length` is that of the frame. */
export interface PlacedRecord extends SealedRecord {
  readonly offset: number
  readonly length: number
}

/** The records of a segment as far as they follow one another in whole calls. */
export interface Walk {
  readonly records: readonly PlacedRecord[]
  readonly link: ChainLink
  /** Where the last whole call ends. */
  readonly end: number
  /**
   * What stands after `end`: nothing; a call that did not reach the disk whole (`torn`, may be cut where nobody was told
   * it is saved); or damage, at `brokenAt`.
   */
  readonly state: 'whole' | 'torn' | 'damaged'
  readonly brokenAt: number
}

/** Reads a segment from its first byte. Throws ExpectedError `start.newer_data`. Needs no key. */
export function walk(bytes: Buffer, from: ChainLink): Walk {
  const records: PlacedRecord[] = []
  let link = from
  let offset = 0
  let state: Walk['state'] = 'whole'
  while (offset < bytes.length) {
    const payload = payloadAt(bytes, offset)
    if (payload === null) {
      state = isTorn(bytes, offset, firstOfOpenCall(records, link)) ? 'torn' : 'damaged'
      break
    }
    const record = decodeRecord(payload)
    if (record === null || !follows(record.header, link, records.at(-1)?.header)) {
      state = 'damaged'
      break
    }
    const length = FRAME_HEAD + payload.length
    records.push({ ...record, offset, length })
    link = { installation: from.installation, sequence: record.header.s, hash: record.hash.toString('hex') }
    offset += length
  }
  const brokenAt = offset
  if (state === 'whole' && isOpenCall(records)) state = 'torn'
  return { ...wholeCalls(records, from), state, brokenAt }
}

function follows(header: RecordHeader, link: ChainLink, before: RecordHeader | undefined): boolean {
  const inCall = before !== undefined && before.s < before.e
  return (
    header.i === link.installation &&
    header.s === link.sequence + 1 &&
    header.p === link.hash &&
    header.e >= header.s &&
    (inCall ? header.b === before.b && header.e === before.e : header.b === header.s)
  )
}

function isOpenCall(records: readonly PlacedRecord[]): boolean {
  const last = records.at(-1)?.header
  return last !== undefined && last.s < last.e
}

function firstOfOpenCall(records: readonly PlacedRecord[], link: ChainLink): number {
  return isOpenCall(records) ? (records.at(-1)?.header.b ?? 0) : link.sequence + 1
}

function wholeCalls(records: PlacedRecord[], from: ChainLink): Pick<Walk, 'records' | 'link' | 'end'> {
  const whole = records.slice(0, records.findLastIndex(record => record.header.s === record.header.e) + 1)
  const last = whole.at(-1)
  if (last === undefined) return { records: whole, link: from, end: 0 }
  const link = { installation: from.installation, sequence: last.header.s, hash: last.hash.toString('hex') }
  return { records: whole, link, end: last.offset + last.length }
}

/**
 * Whether wrong bytes are the rest of a call that was being written when the power went. Pages of one write reach the
 * disk in any order, so whole records of the same call may follow; a record of a later call means that this one had
 * been flushed, and its bytes were damaged afterwards.
 */
function isTorn(bytes: Buffer, from: number, firstOfCall: number): boolean {
  for (let at = bytes.indexOf(HEADER_START, from); at >= 0; at = bytes.indexOf(HEADER_START, at + 1)) {
    const payload = payloadAt(bytes, at - HEADER_OFFSET)
    const later = at - HEADER_OFFSET >= from && payload !== null ? decodeRecord(payload) : null
    if (later !== null && later.header.b !== firstOfCall) return false
  }
  return true
}
