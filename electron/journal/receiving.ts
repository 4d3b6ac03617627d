import { type Action, actionId, entityId, type InstallationId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { isReadable } from '#shared/change/project-view.ts'
import { upcast } from '#shared/change/upcasters/index.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { encodeFrame } from './frame.ts'
import { findUnsigned, type JournalKeys } from './record.ts'
import { openStored, type StoredAction } from './stored-action.ts'
import { type ChainLink, type PlacedRecord, walk } from './walk.ts'

/**
 * Why records of another desk are not taken: their bytes are not records or do not open (`damaged`), they follow another
 * record than the last one held (`other_chain`), they are not signed by that desk (`signature`), nobody has told its public
 * key (`unknown_desk`), they are sealed under an office key this desk does not have (`other_key`), a newer program wrote
 * them (`newer`).
 */
export type ReceiveRefusal = 'damaged' | 'other_chain' | 'signature' | 'unknown_desk' | 'other_key' | 'newer'

/** Records that were not taken, from this sequence of the chain on; nothing of the call was. */
export class ReceiveError extends Error {
  readonly why: ReceiveRefusal
  readonly sequence: number
  constructor(why: ReceiveRefusal, sequence: number) {
    super(`${why} at ${sequence}`)
    this.name = 'ReceiveError'
    this.why = why
    this.sequence = sequence
  }
}

/** Payloads of a chain, and what each says where whoever brings it has opened it under the office key already. */
export interface Brought {
  readonly payloads: readonly Uint8Array[]
  readonly opened: readonly (StoredAction | null)[]
}

/** Whole calls of a chain that follow what is held, ready to be written. */
export interface CheckedCalls {
  readonly bytes: Buffer
  readonly link: ChainLink
  readonly records: readonly PlacedRecord[]
  readonly stored: readonly StoredAction[]
}

/**
 * Takes payloads of a chain apart as far as they are whole calls (a part of one at the end is left), and holds them to chain,
 * seal and signature. `publicKey` null: the chain begins here, and its first call tells the key. Throws ReceiveError.
 */
export async function checkCalls(
  { payloads, opened }: Brought,
  link: ChainLink,
  publicKey: string | null,
  keys: JournalKeys,
): Promise<CheckedCalls> {
  const bytes = Buffer.concat(payloads.map(payload => encodeFrame(payload)))
  const found = walkReceived(bytes, link)
  const stored = found.records.map((record, i) => opened[i] ?? openedHere(record, keys))
  const known = publicKey ?? publicKeyIn(link.installation, stored)
  if (known === null && found.records.length > 0) throw new ReceiveError('unknown_desk', link.sequence + 1)
  const unsigned = await findUnsigned(found.records, known)
  if (unsigned !== null) throw new ReceiveError('signature', unsigned.header.s)
  return { bytes: bytes.subarray(0, found.end), link: found.link, records: found.records, stored }
}

function walkReceived(bytes: Buffer, link: ChainLink) {
  try {
    const found = walk(bytes, link)
    // Frames were made a moment ago: what does not walk is not a torn write but a record that follows another one.
    if (found.state === 'damaged') throw new ReceiveError('other_chain', sequenceAt(found.records, link))
    return found
  } catch (error) {
    if (error instanceof ExpectedError) throw new ReceiveError('newer', link.sequence + 1)
    throw error
  }
}

function sequenceAt(records: readonly PlacedRecord[], link: ChainLink): number {
  return (records.at(-1)?.header.s ?? link.sequence) + 1
}

function openedHere(record: PlacedRecord, keys: JournalKeys): StoredAction {
  const { s } = record.header
  let stored: StoredAction | null = null
  try {
    stored = openStored(record, keys)
  } catch (error) {
    throw new ReceiveError(error instanceof ExpectedError ? 'other_key' : 'damaged', s)
  }
  if (stored === null) throw new ReceiveError('damaged', s)
  return stored
}

/** The public key a desk tells of itself when its chain begins, or null. */
function publicKeyIn(installation: InstallationId, stored: readonly StoredAction[]): string | null {
  const entity = entityId('desk', installation)
  const first = stored.find(action => action.entity === entity && action.type === 'desk.opened')
  return first === undefined ? null : publicKeyOf({ ...first, id: actionId(installation, 1), personal: null })
}

/** The key in an act that opens a desk; null where this program cannot read it. */
export function publicKeyOf(action: Action): string | null {
  return action.type === 'desk.opened' && isReadable(action) ? bodyOf('desk.opened', action).publicKey : null
}

/** Received actions without their personal part: enough to keep in step what main remembers across entities. */
export function impersonal(records: readonly PlacedRecord[], stored: readonly StoredAction[]): Action[] {
  return stored.map((action, i) => {
    const header = records[i]?.header
    if (header === undefined) throw new Error('no record')
    return upcast({ ...action, id: actionId(header.i, header.s), personal: null })
  })
}
