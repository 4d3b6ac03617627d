import { whyNotIin } from '#shared/applicant/iin.ts'
import { SubjectId } from '#shared/change/action.ts'
import { keyDocumentId } from '#shared/sync/document.ts'
import { personalOf, type StoredAction } from '../journal/stored-action.ts'
import type { SubjectTag } from '../journal/types.ts'
import type { RingEntry } from '../security/ring-file.ts'
import { type SyncDatabase, SyncFailure } from './database.ts'
import type { Exchange } from './exchange.ts'
import { type FoundKey, fromKeyDocument, toErasedDocument, toKeyDocument } from './wire.ts'

const PAGE = 1000

/** Keys that other desks made, as far as the feed of the keyring goes now. Who was erased here gets no key again. */
export async function pullKeys(exchange: Exchange): Promise<void> {
  const { people, memory, desk, signal } = exchange
  for (let drained = false; !drained; ) {
    const page = await people.changes({ since: memory.current.keysSince, limit: PAGE, wait: false }, signal)
    const found = page.documents.flatMap(document => fromKeyDocument(document, desk.keys) ?? [])
    await adopt(desk, found)
    if (page.since !== memory.current.keysSince) await memory.keep({ ...memory.current, keysSince: page.since })
    drained = page.drained
  }
}

/** Keys that were found are this desk's too, but of who was erased here or there. */
export async function adopt(
  desk: Pick<Exchange['desk'], 'gate' | 'keyring'>,
  found: readonly FoundKey[],
): Promise<void> {
  const erased = desk.gate.related().erasedSubjects
  const entries = found.flatMap(({ subject, entry }) => (entry === 'erased' || erased.has(subject) ? [] : [entry]))
  const unknown = entries.filter(({ subject }) => desk.keyring.keyOf(subject) === null)
  if (unknown.length > 0) await desk.keyring.adopt(unknown)
  await learn(
    desk.keyring,
    entries.flatMap(({ subject, tag }) => (tag === null ? [] : [{ subject, tag }])),
  )
}

/** Acts in which the IIN of their person stands. */
const WITH_IIN: readonly string[] = ['application.registered', 'application.corrected']

/**
 * Whoever was begun without an IIN is found by it as soon as a record tells it, here as at the desk that wrote it: the key was
 * handed on before, and what was handed on is never written anew. Before the records are taken, so that a kill between loses nothing.
 */
export async function learnTags(
  { keys, keyring }: Pick<Exchange['desk'], 'keys' | 'keyring'>,
  records: readonly (StoredAction | null)[],
): Promise<void> {
  const told = new Map<SubjectId, SubjectTag>()
  for (const record of records) {
    const subject = record?.personal?.subject
    if (!record || !subject || !WITH_IIN.includes(record.type) || told.has(subject)) continue
    if (keyring.keyOf(subject) === null || keyring.hasTag(subject)) continue
    const iin = personalOf(record, keyring)?.iin
    if (typeof iin === 'string' && whyNotIin(iin) === null) told.set(subject, { subject, tag: keys.tagOf('iin', iin) })
  }
  await learn(keyring, [...told.values()])
}

/** The rings are written once for all, and not at all where nothing is new. */
async function learn(keyring: Exchange['desk']['keyring'], told: readonly SubjectTag[]): Promise<void> {
  const fresh = told.filter(({ subject }) => keyring.keyOf(subject) !== null && !keyring.hasTag(subject))
  if (fresh.length > 0) await keyring.learn(fresh)
}

/** The people that records name. */
export function subjectsIn(records: readonly (StoredAction | null)[]): Set<SubjectId> {
  return new Set(records.flatMap(record => record?.personal?.subject ?? []))
}

/** Who is erased by these records. */
export function erasedIn(records: readonly (StoredAction | null)[]): SubjectId[] {
  const erasures = records.filter(record => record?.type === 'subject.erased')
  return erasures.flatMap(record => SubjectId.safeParse(record?.entity.replace(/^subject:/, '')).data ?? [])
}

/** So few people have come before as a rule: it is asked first whose key is not there. Many are new, and all are written at once. */
const FEW = 20

/**
 * The keys records need, on the server before the records are; of who is erased the key there is emptied. `there`: whose key was
 * read back in this sending already, which grows.
 */
export async function pushKeys(
  exchange: Exchange,
  records: readonly (StoredAction | null)[],
  there: Set<SubjectId>,
): Promise<void> {
  const { desk, people, signal } = exchange
  const erased = desk.gate.related().erasedSubjects
  const entries: RingEntry[] = []
  for (const subject of subjectsIn(records)) {
    const entry = erased.has(subject) || there.has(subject) ? null : desk.keyring.entryOf(subject)
    if (entry !== null) entries.push(entry)
  }
  const left = entries.length > FEW ? entries : await withoutKey(exchange, entries)
  if (left.length > 0) await writeKeys(exchange, left)
  for (const { subject } of entries) there.add(subject)
  for (const subject of erasedIn(records)) await emptyKey(people, subject, signal)
}

async function withoutKey({ people, signal }: Exchange, entries: readonly RingEntry[]): Promise<RingEntry[]> {
  const there = await people.present(
    entries.map(({ subject }) => keyDocumentId(subject)),
    signal,
  )
  return entries.filter(({ subject }) => !there.has(keyDocumentId(subject)))
}

/** One that another desk has written stands as it is. */
async function writeKeys({ people, desk, signal }: Exchange, entries: readonly RingEntry[]): Promise<void> {
  const documents = entries.map(entry => toKeyDocument(entry, desk.keys))
  await people.write(documents, signal)
  const ids = documents.map(({ _id }) => _id)
  const kept = await people.present(ids, signal)
  // A record without the key of its person would wait at every other desk.
  if (ids.some(id => !kept.has(id))) throw new SyncFailure('not_ours')
}

/** Overwrites a person's key on the server, whatever stands there. */
export async function emptyKey(people: SyncDatabase, subject: SubjectId, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const kept = await people.read(keyDocumentId(subject), signal)
    if (isErased(kept?.document)) return
    const { state } = await people.replace(toErasedDocument(subject), kept?.revision ?? null, signal)
    if (state === 'written') return
    if (state === 'refused') throw new SyncFailure('forbidden')
  }
}

function isErased(document: unknown): boolean {
  return document !== null && typeof document === 'object' && 'erased' in document && document.erased === true
}
