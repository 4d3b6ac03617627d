import { ExpectedError } from '#shared/result/result.ts'
import { documentId, lastId } from '#shared/sync/document.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { decodeRecord } from '../journal/record.ts'
import type { DeskKeys } from '../security/key-store.ts'
import type { SyncDatabase } from './database.ts'
import { type Compared, otherAmong, ownLength, ownRecord, wholeBefore } from './own-chain.ts'
import { recordsIn } from './take-parcel.ts'
import { type Arrived, fromDocument } from './wire.ts'

/**
 * Last record of this desk's chain, at the end of a call, up to which the server has the same; null: it has all that is here.
 * A record that does not stand there counts as another: what nobody has is told anew. Throws SyncFailure.
 */
export async function commonWithServer(
  desk: Compared,
  actions: SyncDatabase,
  signal?: AbortSignal,
): Promise<number | null> {
  const last = ownLength(desk)
  const isSame = async (sequence: number) => {
    const { installation } = desk.journal
    const range = { from: documentId(installation, sequence), to: lastId(installation, sequence) }
    const rows = await actions.range({ ...range, limit: 100, content: 'documents' }, signal)
    const own = await ownRecord(desk, sequence)
    return rows.some(row => {
      const read = fromDocument(row)
      return read.kind === 'record' && own?.equals(read.record.payload) === true
    })
  }
  // From the first record that differs on all do: each is chained to the one before.
  let [same, other] = [0, last + 1]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (await isSame(middle)) same = middle
    else other = middle
  }
  return other > last ? null : wholeBefore(desk, other)
}

/**
 * The same of a file that another desk wrote and that was read whole before. Throws ExpectedError `desk.whole_file` where it
 * leaves out what tells, `parcel.*`, `file.*`.
 */
export async function commonWithParcel(
  desk: Compared & { readonly keys: DeskKeys },
  files: FileSystem,
  path: string,
): Promise<number | null> {
  let isFirst = true
  for await (const arrived of recordsIn(files, path, desk.keys)) {
    if (arrived[0]?.installation !== desk.journal.installation) continue
    if (isFirst && !(await follows(desk, arrived[0]))) throw new ExpectedError('desk.whole_file')
    isFirst = false
    const other = await otherAmong(desk, arrived)
    if (other !== null) return wholeBefore(desk, other.sequence)
  }
  return null
}

/** Whether a record is chained to the one that stands here before it. */
async function follows(desk: Compared, { sequence, payload }: Arrived): Promise<boolean> {
  if (sequence === 1) return true
  const before = await ownRecord(desk, sequence - 1)
  const hash = before && decodeRecord(before)?.hash.toString('hex')
  return hash !== null && hash !== undefined && decodeRecord(payload)?.header.p === hash
}
