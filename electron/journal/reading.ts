import { type Action, actionId, type Cursor } from '#shared/change/action.ts'
import type { ExpectedError } from '#shared/result/result.ts'
import type { Appended } from './appended.ts'
import type { Chain } from './chain.ts'
import type { Reference } from './entity-index.ts'
import type { FileSystem } from './file-system.ts'
import { payloadAt } from './frame.ts'
import { knownOf } from './known-records.ts'
import { decodeRecord, type JournalKeys } from './record.ts'
import type { SegmentBytes } from './segment-bytes.ts'
import { damaged } from './segments.ts'
import { actionOf, openStored, type StoredAction } from './stored-action.ts'
import type { SubjectKeyring } from './types.ts'

/** What reading opens records with. */
export interface Reading {
  readonly files: FileSystem
  readonly keys: JournalKeys
  readonly keyring: SubjectKeyring
  /** Closed segments that are held whole; absent: only what is asked for is read. */
  readonly segments?: SegmentBytes
}

// A page is read in one piece; this keeps the piece small where records are large.
const PIECE = 4 * 1024 * 1024

// What lies between two records is read with them up to here: a way to the disk costs more.
const NEAR = 32 * 1024

// Pieces that are read at the same time: each holds a file open.
const SIDE_BY_SIDE = 8

/** The same, and what was appended a moment ago. */
export interface ReadingOn extends Reading {
  readonly appended: Pick<Appended, 'take'>
}

/**
 * Actions after a cursor, chain by chain, each in the order of its sequences, at most `limit`. A place in the cursor
 * beyond the end of a chain gives nothing. Throws ExpectedError `start.journal_damaged` (segment, offset).
 */
export async function readActions(
  chains: readonly Chain[],
  after: Cursor,
  limit: number,
  reading: ReadingOn,
): Promise<{ actions: Action[]; next: Cursor; atEnd: boolean }> {
  const next: Cursor = { ...after }
  const actions: Action[] = []
  let atEnd = true
  for (const chain of chains) {
    // Taken once: what is appended meanwhile comes with the next call.
    const count = chain.places.count
    let sequence = (after[chain.installation] ?? 0) + 1
    while (sequence <= count && actions.length < limit) {
      const most = Math.min(count, sequence + limit - actions.length - 1)
      const held = heldOf(chain, sequence, most, reading)
      const piece = held.length > 0 ? held : await readPiece(chain, nextPiece(chain, sequence, most), reading)
      actions.push(...piece)
      sequence += piece.length
      next[chain.installation] = sequence - 1
    }
    if (sequence <= count) atEnd = false
  }
  return { actions, next, atEnd }
}

/** Payloads of a chain after a sequence as they lie, in whole calls, at most `limit` records and about `bytes`. */
export async function readSealed(
  chain: Chain,
  { after, limit, bytes }: { readonly after: number; readonly limit: number; readonly bytes: number },
  files: FileSystem,
): Promise<Buffer[]> {
  const payloads: Buffer[] = []
  let size = 0
  let whole = 0
  // A call is never left in the middle, however long it is.
  for (let sequence = after + 1; sequence <= chain.places.count; ) {
    const isFull = payloads.length >= limit || size >= bytes
    if (isFull && whole > 0) break
    const last = lastOfPiece(chain, sequence, Math.min(chain.places.count, sequence + limit - 1))
    const start = chain.places.get(sequence)
    const end = chain.places.get(last)
    const piece = await readRange(chain, start.segment, start.offset, end.offset + end.length, { files })
    for (; sequence <= last; sequence++) {
      const { segment, offset } = chain.places.get(sequence)
      const payload = payloadAt(piece, offset - start.offset)
      const record = payload && decodeRecord(payload)
      if (!payload || record?.header.s !== sequence) throw damaged(chain.installation, segment, offset)
      payloads.push(payload)
      size += payload.length
      if (record.header.s === record.header.e) whole = payloads.length
      if (whole === payloads.length && (whole >= limit || size >= bytes)) return payloads
    }
  }
  return payloads.slice(0, whole)
}

/** What is held of these; nothing where the key of somebody in it was dropped: the disk gives it without them. */
function heldOf({ installation }: Chain, first: number, last: number, { appended, keyring }: ReadingOn): Action[] {
  const held = appended.take(installation, first, last)
  const isKnown = ({ personal }: Action) => personal === null || keyring.keyOf(personal.subject) !== null
  return held.every(isKnown) ? held : []
}

/** The sequences that lie in the same segment and piece as the first. */
function nextPiece(chain: Chain, first: number, limit: number): number[] {
  return Array.from({ length: lastOfPiece(chain, first, limit) - first + 1 }, (_, n) => first + n)
}

/** Last sequence that lies in the same segment and piece as the first. */
function lastOfPiece(chain: Chain, first: number, limit: number): number {
  const start = chain.places.get(first)
  let last = first
  while (last < limit) {
    const { segment, offset, length } = chain.places.get(last + 1)
    if (segment !== start.segment || offset + length - start.offset > PIECE) break
    last += 1
  }
  return last
}

/** Actions of a chain at these sequences, which rise. Throws ExpectedError `start.journal_damaged` (segment, offset). */
export async function readSequences(chain: Chain, sequences: readonly number[], reading: Reading): Promise<Action[]> {
  const actions: Action[] = []
  for (const piece of piecesOf(chain, sequences)) actions.push(...(await readPiece(chain, piece, reading)))
  return actions
}

/**
 * The actions at these places, in the order given: those of one entity, of whichever chains. What is not known is read, neighbours in
 * one piece, some pieces side by side. Throws ExpectedError `start.journal_damaged` (segment, offset).
 */
export async function readInOrder(
  chains: readonly Chain[],
  references: readonly Reference[],
  reading: Reading,
): Promise<Action[]> {
  const byChain = [...Map.groupBy(references, one => one.chain)].map(async ([chain, own]) => {
    const source = chains[chain]
    if (source === undefined) throw new Error(`no chain ${chain}`)
    const rising = own.map(({ sequence }) => sequence).sort((a, b) => a - b)
    const records = await knownOrRead(source, rising, reading)
    return [chain, new Map(rising.map((one, at) => [one, actionAt(source, one, records[at], reading)]))] as const
  })
  const read = new Map(await Promise.all(byChain))
  return references.flatMap(({ chain, sequence }) => read.get(chain)?.get(sequence) ?? [])
}

/** What the records at these sequences of a chain say; they rise. */
async function knownOrRead(chain: Chain, sequences: readonly number[], reading: Reading): Promise<StoredAction[]> {
  const kept = knownOf(chain)
  const known = new Map(sequences.flatMap(one => entryOf(one, kept.find(one))))
  const pieces = piecesOf(
    chain,
    sequences.filter(one => !known.has(one)),
  )
  for (let at = 0; at < pieces.length; at += SIDE_BY_SIDE) {
    const some = pieces.slice(at, at + SIDE_BY_SIDE)
    const read = await Promise.all(some.map(piece => readStored(chain, piece, reading)))
    for (const [one, record] of read.flat()) {
      known.set(one, record)
      kept.keep(one, record)
    }
  }
  return sequences.flatMap(one => known.get(one) ?? [])
}

function entryOf<T>(sequence: number, record: T | undefined): [number, T][] {
  return record === undefined ? [] : [[sequence, record]]
}

function piecesOf(chain: Chain, sequences: readonly number[]): (readonly number[])[] {
  const pieces: (readonly number[])[] = []
  for (let at = 0; at < sequences.length; at += pieces.at(-1)?.length ?? 1) pieces.push(nearOnes(chain, sequences, at))
  return pieces
}

/** From `at` on those that lie near each other in one segment. */
function nearOnes(chain: Chain, sequences: readonly number[], at: number): readonly number[] {
  const start = chain.places.get(sequences[at] ?? 0)
  let { offset: end } = start
  let next = at
  for (; next < sequences.length; next++) {
    const { segment, offset, length } = chain.places.get(sequences[next] ?? 0)
    if (segment !== start.segment || offset - end > NEAR || offset + length - start.offset > PIECE) break
    end = offset + length
  }
  return sequences.slice(at, Math.max(next, at + 1))
}

async function readPiece(chain: Chain, sequences: readonly number[], reading: Reading): Promise<Action[]> {
  const records = await readStored(chain, sequences, reading)
  return records.map(([sequence, stored]) => actionAt(chain, sequence, stored, reading))
}

function actionAt(chain: Chain, sequence: number, stored: StoredAction | undefined, { keyring }: Reading): Action {
  const action = stored && actionOf(stored, actionId(chain.installation, sequence), keyring)
  if (!action) throw damagedAt(chain, sequence)
  return action
}

function damagedAt(chain: Chain, sequence: number): ExpectedError {
  const { segment, offset } = chain.places.get(sequence)
  return damaged(chain.installation, segment, offset)
}

async function readStored(
  chain: Chain,
  sequences: readonly number[],
  reading: Reading,
): Promise<[number, StoredAction][]> {
  const start = chain.places.get(sequences[0] ?? 0)
  const end = chain.places.get(sequences.at(-1) ?? 0)
  const bytes = await readRange(chain, start.segment, start.offset, end.offset + end.length, reading)
  return sequences.map(sequence => {
    const payload = payloadAt(bytes, chain.places.get(sequence).offset - start.offset)
    const record = payload && decodeRecord(payload)
    const isOurs = record?.header.i === chain.installation && record.header.s === sequence
    const stored = record && isOurs ? openStored(record, reading.keys) : null
    if (stored === null) throw damagedAt(chain, sequence)
    return [sequence, stored]
  })
}

async function readRange(
  chain: Chain,
  segment: number,
  from: number,
  to: number,
  { files, segments }: Pick<Reading, 'files' | 'segments'>,
): Promise<Buffer> {
  // The last one still grows.
  if (segments !== undefined && segment < chain.segments) {
    return (await segments.read(chain.pathOf(segment), files))?.subarray(from, to) ?? Buffer.alloc(0)
  }
  const file = await files.open(chain.pathOf(segment), 'read')
  try {
    return await file.read(from, to - from)
  } finally {
    await file.close()
  }
}
