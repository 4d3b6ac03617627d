import { documentId, lastId } from '#shared/sync/document.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { decodeRecord, signatureCheck } from '../journal/record.ts'
import type { Journal } from '../journal/types.ts'
import type { DeskKeys } from '../security/key-store.ts'
import type { SyncDatabase } from './database.ts'
import { greatestOn } from './push.ts'
import { recordsIn } from './take-parcel.ts'
import { type Arrived, fromDocument } from './wire.ts'

/** A desk whose own chain is held against what others have of it. */
export interface Compared {
  readonly journal: Pick<Journal, 'installation' | 'head' | 'sealed'>
  readonly keys: Pick<DeskKeys, 'publicKey'>
}

/**
 * Last record of this desk's chain, at the end of a call, up to which the server has the same; null: it has nothing else
 * than what is here. Throws SyncFailure.
 */
export async function commonWithServer(
  desk: Compared,
  actions: SyncDatabase,
  signal?: AbortSignal,
): Promise<number | null> {
  const own = desk.journal.installation
  const there = await greatestOn(actions, own, signal)
  const last = Math.min(there, ownLength(desk))
  const isOther = otherThan(desk)
  // From the first record that differs on all do: each is chained to the one before.
  let [same, other] = [0, last + 1]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    const rows = await actions.range(
      { from: documentId(own, middle), to: lastId(own, middle), limit: 100, content: 'documents' },
      signal,
    )
    const arrived = rows.flatMap(row => {
      const read = fromDocument(row)
      return read.kind === 'record' ? [read.record] : []
    })
    if (await anyOf(arrived, isOther)) other = middle
    else same = middle
  }
  return other > last ? null : wholeBefore(desk, other)
}

/** The same of a file that another desk wrote and that was read whole before. Throws `parcel.*`, `file.*`. */
export async function commonWithParcel(desk: Compared & { readonly keys: DeskKeys }, files: FileSystem, path: string) {
  const isOther = otherThan(desk)
  for await (const arrived of recordsIn(files, path, desk.keys)) {
    if (arrived[0]?.installation !== desk.journal.installation) continue
    for (const record of arrived) if (await isOther(record)) return wholeBefore(desk, record.sequence)
  }
  return null
}

function ownLength({ journal }: Compared): number {
  return journal.head().cursor[journal.installation] ?? 0
}

/** Whether a record that this desk's key signed is another one than stands in its place here; behind the end none is. */
function otherThan(desk: Compared): (record: Arrived) => Promise<boolean> {
  const isSigned = signatureCheck(desk.keys.publicKey)
  return async ({ sequence, payload }) => {
    const own = await ownPayload(desk, sequence)
    if (own === null || own.equals(payload)) return false
    const record = decodeRecord(payload)
    return record !== null && isSigned(record)
  }
}

async function anyOf(arrived: readonly Arrived[], is: (record: Arrived) => Promise<boolean>): Promise<boolean> {
  for (const record of arrived) if (await is(record)) return true
  return false
}

async function ownPayload({ journal }: Compared, sequence: number): Promise<Buffer | null> {
  const [payload] = await journal.sealed(journal.installation, { after: sequence - 1, limit: 1, bytes: 1 })
  return payload ?? null
}

/** The end of the last whole call before a record. */
async function wholeBefore(desk: Compared, sequence: number): Promise<number> {
  const payload = await ownPayload(desk, sequence)
  const header = payload && decodeRecord(payload)?.header
  if (!header) throw new Error('no record stands here')
  return header.b - 1
}
