import type { InstallationId, SubjectId } from '#shared/change/action.ts'
import { documentId, lastId, placeOfId } from '#shared/sync/document.ts'
import { signatureCheck } from '../journal/record.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { type SyncDatabase, SyncFailure, type WireDocument, type Written } from './database.ts'
import { type Exchange, SyncStopped, setDocumentAside } from './exchange.ts'
import { pushKeys } from './people.ts'
import { fromDocument, idOf, recordIn, storedIn, toDocument } from './wire.ts'

/** Length of the id of a desk's own record; what follows says who handed it on. */
const OWN_ID = 29

/** A batch goes at so many records or so many bytes. */
const RECORDS = 500
const BYTES = 1024 * 1024

/** Ids asked for at once. */
const IDS = 2000

/**
 * Sends this desk's chain from what the server confirmed. `there`: greatest sequence of it on the server. Throws SyncFailure,
 * SyncStopped: before anything of a chain is written that another computer writes too.
 */
export async function push(exchange: Exchange, there: number): Promise<void> {
  const { memory, desk } = exchange
  const own = desk.journal.installation
  const confirm = (last: number) =>
    memory.keep({ ...memory.current, confirmed: Math.max(last, memory.current.confirmed) })
  await demandOurs(exchange, there, confirm)
  await sendChain(exchange, own, null, memory.current.confirmed, confirm)
}

/** What stands of this desk's chain beyond what was confirmed is what was sent; where none is missing it is confirmed. */
async function demandOurs(
  { desk, actions, memory, signal }: Exchange,
  there: number,
  confirm: (last: number) => Promise<void>,
): Promise<void> {
  const own = desk.journal.installation
  let isWhole = true
  for (let after = memory.current.confirmed; after < there; ) {
    const payloads = await desk.journal.sealed(own, { after, limit: RECORDS, bytes: BYTES })
    if (payloads.length === 0) return
    const documents = payloads.map(payload => toDocument(payload, null))
    const same = await demandSame(actions, documents, { isOurs: signedBy(desk.keys), signal })
    isWhole &&= same === documents.length
    after += documents.length
    if (isWhole) await confirm(after)
  }
}

/** Hands on what the server lacks of the chains of others. */
export async function handOn(exchange: Exchange): Promise<void> {
  const { actions, memory, desk, signal } = exchange
  if (!memory.current.relay) return
  const own = desk.journal.installation
  for (const [name, last] of Object.entries(desk.journal.head().cursor)) {
    const installation = name as InstallationId
    if (installation === own) continue
    const there = await wholeUpTo(actions, installation, signal)
    if (there < last) await sendChain(exchange, installation, own, there, async () => undefined)
  }
  await memory.keep({ ...memory.current, relay: false })
}

/** Greatest sequence of a chain that stands in the database, handed on or its own; 0 where there is none. */
export async function greatestOn(
  actions: SyncDatabase,
  installation: InstallationId,
  signal?: AbortSignal,
): Promise<number> {
  const range = { from: documentId(installation, 0), to: lastId(installation, 999_999_999_999) }
  const [found] = await actions.range({ ...range, limit: 1, content: 'ids', descending: true }, signal)
  return placeOfId(idOf(found) ?? '')?.sequence ?? 0
}

/**
 * Last sequence of a chain up to which none is missing in the database, handed on or its own. A batch that was kept in part
 * leaves holes under the greatest one.
 */
export async function wholeUpTo(
  actions: SyncDatabase,
  installation: InstallationId,
  signal?: AbortSignal,
): Promise<number> {
  const to = lastId(installation, 999_999_999_999)
  let whole = 0
  for (;;) {
    const rows = await actions.range(
      { from: documentId(installation, whole + 1), to, limit: IDS, content: 'ids' },
      signal,
    )
    const before = whole
    for (const row of rows) {
      const sequence = placeOfId(idOf(row) ?? '')?.sequence ?? 0
      if (sequence > whole + 1) return whole
      whole = Math.max(whole, sequence)
    }
    if (rows.length < IDS || whole === before) return whole
  }
}

/** Records that go together: the keys of their people stand on the server. */
interface Batch {
  readonly documents: readonly WireDocument[]
  readonly last: number
}

/**
 * Sends a chain batch by batch: while one is written the next is made ready and the one before is read back. `confirm` is told after each
 * read-back, in order. Where another computer writes this chain at the same time, that shows at the first record, and no later one is
 * written.
 */
async function sendChain(
  exchange: Exchange,
  installation: InstallationId,
  by: InstallationId | null,
  from: number,
  confirm: (last: number) => Promise<void>,
): Promise<void> {
  const withKeys = new Set<SubjectId>()
  const ready = (after: number) => awaitedLater(readyBatch(exchange, { installation, by, after, withKeys }))
  let coming = ready(from)
  let confirming: Promise<void> = Promise.resolve()
  try {
    for (let isFirst = by === null; ; isFirst = false) {
      const batch = await coming
      if (batch === null) break
      const { documents, last } = batch
      const alone = isFirst ? 1 : 0
      const refused = await writeAll(exchange, documents.slice(0, alone))
      coming = ready(last)
      const [others] = await Promise.all([writeAll(exchange, documents.slice(alone)), confirming])
      confirming = awaitedLater(
        readBack(exchange, documents, new Set([...refused, ...others])).then(async () => {
          await confirm(last)
          exchange.progress({ sent: documents.length })
        }),
      )
    }
    await confirming
  } catch (error) {
    // Nothing of it goes on behind the caller's back.
    await Promise.allSettled([coming, confirming])
    throw error
  }
}

/** What fails before it is waited for is not a failure that nobody hears of. */
function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}

/** What follows in a chain, with the keys of its people on the server before it; null: there is no more. */
async function readyBatch(
  exchange: Exchange,
  {
    installation,
    by,
    after,
    withKeys,
  }: {
    readonly installation: InstallationId
    readonly by: InstallationId | null
    readonly after: number
    readonly withKeys: Set<SubjectId>
  },
): Promise<Batch | null> {
  const { desk } = exchange
  const payloads = await desk.journal.sealed(installation, { after, limit: RECORDS, bytes: BYTES })
  if (payloads.length === 0) return null
  const records = payloads.map(payload => storedIn(payload, desk.keys))
  await pushKeys(exchange, records, withKeys)
  return { documents: payloads.map(payload => toDocument(payload, by)), last: after + payloads.length }
}

/** Asks for the ids of what was written. What the server refused alone was set aside; the rest must stand. */
async function readBack(
  { actions, signal }: Exchange,
  documents: readonly WireDocument[],
  refused: ReadonlySet<string>,
): Promise<void> {
  const awaited = documents.map(({ _id }) => _id).filter(id => !refused.has(id))
  const kept = await standing(actions, awaited, signal)
  // It said that they were written: it did not keep them, and they are sent again.
  if (awaited.some(id => !kept.has(id))) throw new SyncFailure('not_ours')
}

/** What stands in the database from the first to the last of these ids, which are in their order. */
async function standing(
  actions: SyncDatabase,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const [first, last] = [ids[0], ids.at(-1)]
  for (let from = first; from !== undefined && last !== undefined; ) {
    const rows = await actions.range({ from, to: last, limit: IDS, content: 'ids' }, signal)
    const came = rows.flatMap(row => idOf(row) ?? [])
    for (const id of came) found.add(id)
    const end = came.at(-1)
    if (rows.length < IDS || end === undefined) break
    from = `${end}\u0000`
  }
  return found
}

/** Writes documents, in halves where the server says that it is too much; answers with the ids it refuses. */
async function writeAll(exchange: Exchange, documents: readonly WireDocument[]): Promise<Set<string>> {
  const { actions, signal } = exchange
  const refused = new Set<string>()
  if (documents.length === 0) return refused
  let written: ReadonlyMap<string, Written>
  try {
    written = await actions.write(documents, signal)
  } catch (error) {
    if (!(error instanceof SyncFailure) || error.why !== 'too_large') throw error
    return tooLarge(exchange, documents, error.detail.id)
  }
  const standing: WireDocument[] = []
  for (const document of documents) {
    const became = written.get(document._id)
    if (became === undefined) throw new SyncFailure('not_ours')
    if (became.state === 'exists') standing.push(document)
    if (became.state !== 'refused') continue
    await setDocumentAside(exchange, document._id, 'refused')
    refused.add(document._id)
  }
  await demandSame(actions, standing, { isOurs: signedBy(exchange.desk.keys), signal })
  return refused
}

async function tooLarge(
  exchange: Exchange,
  documents: readonly WireDocument[],
  guilty: string | undefined,
): Promise<Set<string>> {
  const only = documents.length === 1 ? documents[0]?._id : documents.find(({ _id }) => _id === guilty)?._id
  if (only !== undefined) {
    await setDocumentAside(exchange, only, 'too_large')
    const rest = await writeAll(
      exchange,
      documents.filter(({ _id }) => _id !== only),
    )
    return rest.add(only)
  }
  const half = Math.ceil(documents.length / 2)
  const first = await writeAll(exchange, documents.slice(0, half))
  const second = await writeAll(exchange, documents.slice(half))
  return new Set([...first, ...second])
}

/** Whether a document is a record that this desk's key signed. */
function signedBy({ publicKey }: Pick<DeskKeys, 'publicKey'>): (document: unknown) => boolean {
  const isSigned = signatureCheck(publicKey)
  return document => {
    const read = fromDocument(document)
    const record = read.kind === 'record' ? recordIn(read.record.payload) : null
    return record !== null && isSigned(record)
  }
}

/**
 * What already stands under our ids is our lost answer; other bytes mean that another computer writes as this desk. Answers
 * with how many stand.
 */
async function demandSame(
  actions: SyncDatabase,
  documents: readonly WireDocument[],
  { isOurs, signal }: { readonly isOurs: (document: unknown) => boolean; readonly signal: AbortSignal | undefined },
): Promise<number> {
  let standing = 0
  const mine = new Map(documents.map(document => [document._id.slice(0, OWN_ID), document]))
  const [first, last] = [documents[0]?._id, documents.at(-1)?._id]
  for (let from = first; from !== undefined && last !== undefined; ) {
    const rows = await actions.range(
      { from, to: `${last}~zzzzzzzzzzzzzzzz`, limit: RECORDS, content: 'documents' },
      signal,
    )
    for (const row of rows) {
      const id = idOf(row) ?? ''
      const sent = mine.get(id.slice(0, OWN_ID))
      const kept = row as { readonly sealed?: unknown; readonly signature?: unknown }
      if (sent === undefined) continue
      const isSame = kept.sealed === sent.sealed && kept.signature === sent.signature
      if (id === sent._id && isSame) standing += 1
      // One that another desk handed on tells too, where this desk's key signed it; whatever else stands there is nobody's.
      if (!isSame && (id === sent._id || isOurs(row))) throw new SyncStopped('two_writers')
    }
    const end = idOf(rows.at(-1))
    if (rows.length < RECORDS || end === null || end === from) return standing
    // The next page begins behind it: each is counted once.
    from = `${end}\u0000`
  }
  return standing
}
