import { decodeRecord, signatureCheck } from '../journal/record.ts'
import type { Journal } from '../journal/types.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { type Arrived, recordIn } from './wire.ts'

/** A desk whose own chain is held against what others have of it. */
export interface Compared {
  readonly journal: Pick<Journal, 'installation' | 'head' | 'sealed'>
  readonly keys: Pick<DeskKeys, 'publicKey'>
}

/** Records of this desk's own chain. */
export function ownLength({ journal }: Compared): number {
  return journal.head().cursor[journal.installation] ?? 0
}

/** Whether one of these follows the end of this desk's chain and was signed by its key: nobody else's word is believed of it. */
export function isBeyond(desk: Compared, arrived: readonly Arrived[]): boolean {
  const last = ownLength(desk)
  const isOurs = signedByUs(desk)
  return arrived.some(one => one.installation === desk.journal.installation && one.sequence > last && isOurs(one))
}

/** The first of these records, in their order, that this desk's key signed and that is another than stands in its place here. */
export async function otherAmong(desk: Compared, arrived: readonly Arrived[]): Promise<Arrived | null> {
  const own = arrived.filter(({ installation }) => installation === desk.journal.installation)
  const [first] = own
  if (first === undefined) return null
  const here = await ownRun(desk, first.sequence, own.length)
  const isOurs = signedByUs(desk)
  const other = own.find(one => {
    const held = here[one.sequence - first.sequence]
    return held !== undefined && !held.equals(one.payload) && isOurs(one)
  })
  return other ?? null
}

/** One record of the own chain as it lies; null: it ends before. */
export async function ownRecord(desk: Compared, sequence: number): Promise<Buffer | null> {
  return (await ownRun(desk, sequence, 1))[0] ?? null
}

async function ownRun({ journal }: Compared, first: number, count: number): Promise<Buffer[]> {
  const asked = { after: first - 1, limit: count, bytes: Number.POSITIVE_INFINITY }
  return (await journal.sealed(journal.installation, asked)).slice(0, count)
}

function signedByUs({ keys }: Compared): (record: Arrived) => boolean {
  const isSigned = signatureCheck(keys.publicKey)
  return ({ payload }) => {
    const record = recordIn(payload)
    return record !== null && isSigned(record)
  }
}

/** The end of the last whole call before a record of the own chain. Throws where none stands there. */
export async function wholeBefore(desk: Compared, sequence: number): Promise<number> {
  const payload = await ownRecord(desk, sequence)
  const header = payload && decodeRecord(payload)?.header
  if (!header) throw new Error('no record stands here')
  return header.b - 1
}
