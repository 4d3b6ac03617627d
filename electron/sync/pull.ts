import type { InstallationId } from '#shared/change/action.ts'
import { documentId, keyDocumentId, lastId } from '#shared/sync/document.ts'
import { type SyncMemory, type SyncTrouble, settle } from '#shared/sync/state.ts'
import { type Acceptance, takeRun } from './accept.ts'
import type { ChangesPage, Since } from './database.ts'
import { type Exchange, SyncStopped, seenOf, setDocumentAside } from './exchange.ts'
import { isBeyond } from './own-chain.ts'
import { pullKeys } from './people.ts'
import { type Arrived, fromDocument, fromKeyDocument } from './wire.ts'

const PAGE = 1000

/** Records of a chain that are held in memory for the one before them, between two pages. */
const MOST_WAITING = 2 * PAGE

/** Of each chain what came out of order: nowhere but in memory, and while one pull goes on. */
type Waiting = ReadonlyMap<InstallationId, readonly Arrived[]>

/** A page of the feed, sorted. */
interface Page extends ReturnType<typeof sorted>, Pick<ChangesPage, 'since' | 'drained'> {}

/**
 * Takes what other desks have written, page by page, until nothing is left; while one is checked and written the next is asked for.
 * Throws SyncFailure; SyncStopped where the server has more of this desk's own chain than this computer.
 */
export async function pull(exchange: Exchange): Promise<void> {
  const { memory } = exchange
  exchange.held.clear()
  let waiting: Waiting = new Map()
  for (let coming: Promise<Page> | null = readPage(exchange, memory.current.since); coming !== null; ) {
    const page: Page = await coming
    // Before the next page is asked for: the server would answer that first, and this one would wait for it.
    if (page.records.size > 0) await pullKeys(exchange)
    coming = page.drained ? null : readPage(exchange, page.since)
    // Where this page fails nobody asks any more what became of the next.
    coming?.catch(() => undefined)
    waiting = await takePage(exchange, page, waiting)
  }
  await fillGaps(exchange)
  await memory.keep(settle(memory.current, ({ id, why }) => why !== 'refused' && isHeld(exchange, id)))
}

async function readPage({ actions, signal }: Exchange, since: Since | null): Promise<Page> {
  const { documents, ...page } = await actions.changes({ since, limit: PAGE, wait: false }, signal)
  return { ...sorted(documents), since: page.since, drained: page.drained }
}

/** Takes a page with what was left of those before; answers with what is left now. */
async function takePage(
  exchange: Exchange,
  { records, aside, since, drained }: Page,
  before: Waiting,
): Promise<Waiting> {
  const { memory } = exchange
  for (const { id, why } of aside) await setDocumentAside(exchange, id, why)
  const seen = seenWith(exchange, records)
  const taken: Exchange['taken'] = erased => exchange.taken(erased, !drained)
  const acceptance = { ...acceptanceOf(exchange), taken }
  const waiting = new Map(before)
  for (const [installation, arrived] of records) {
    const all = [...(before.get(installation) ?? []), ...arrived]
    await takeRun(acceptance, installation, all)
    waiting.set(installation, leftOf(exchange, installation, all))
  }
  // After the journal's flush: what is not held by now is asked for by key.
  await memory.keep({ ...memory.current, seen, since })
  return waiting
}

/**
 * Of these records those that do not follow yet: a server of several parts tells them in no strict order, and the next page brings what
 * is between. Where that is too much, or its chain waits for another cause, it is asked for by key.
 */
function leftOf({ desk, held }: Exchange, installation: InstallationId, arrived: readonly Arrived[]): Arrived[] {
  if (held.has(installation) || installation === desk.journal.installation) return []
  const last = desk.journal.head().cursor[installation] ?? 0
  const left = arrived.filter(({ sequence }) => sequence > last)
  return left.length > MOST_WAITING ? [] : left
}

function sorted(documents: readonly unknown[]): {
  readonly records: ReadonlyMap<InstallationId, Arrived[]>
  readonly aside: readonly { readonly id: string; readonly why: SyncTrouble }[]
} {
  const records = new Map<InstallationId, Arrived[]>()
  const aside: { id: string; why: SyncTrouble }[] = []
  for (const document of documents) {
    const read = fromDocument(document)
    if (read.kind === 'record') {
      const list = records.get(read.record.installation)
      if (list) list.push(read.record)
      else records.set(read.record.installation, [read.record])
    }
    if (read.kind === 'newer' || read.kind === 'damaged') aside.push({ id: read.id, why: read.kind })
  }
  return { records, aside }
}

/** The greatest sequence of each chain with those of these records. Throws SyncStopped where one is of this desk and beyond its end. */
function seenWith(
  { memory, desk }: Exchange,
  records: ReadonlyMap<InstallationId, readonly Arrived[]>,
): SyncMemory['seen'] {
  const seen = { ...memory.current.seen }
  const own = desk.journal.installation
  for (const [installation, arrived] of records) {
    if (installation === own && isBeyond(desk, arrived)) throw new SyncStopped('data_behind')
    if (installation === own) continue
    const greatest = Math.max(...arrived.map(({ sequence }) => sequence))
    seen[installation] = Math.max(seen[installation] ?? 0, greatest)
  }
  return seen
}

/** Records of a feed, and keys of their people asked for by id where the keyring's feed has not brought them. */
function acceptanceOf(exchange: Exchange): Acceptance {
  const { people, desk, signal } = exchange
  return {
    ...exchange,
    async findKey(subject) {
      const kept = await people.read(keyDocumentId(subject), signal)
      return kept && fromKeyDocument(kept.document, desk.keys)
    },
    setAside: (id, why) => setDocumentAside(exchange, id, why),
  }
}

/** Asks by key for what the feed has not brought in order: gaps, the rest of a call, copies that others handed on. */
async function fillGaps(exchange: Exchange): Promise<void> {
  const { desk, memory } = exchange
  for (const name of Object.keys(memory.current.seen)) {
    const installation = name as InstallationId
    if (installation !== desk.journal.installation) await fillChain(exchange, installation)
  }
}

async function fillChain(exchange: Exchange, installation: InstallationId): Promise<void> {
  const { actions, desk, memory, signal } = exchange
  const heldOf = () => desk.journal.head().cursor[installation] ?? 0
  const wanted = seenOf(memory.current, installation)
  const taken: Exchange['taken'] = erased => exchange.taken(erased, heldOf() < wanted)
  const acceptance = { ...acceptanceOf(exchange), taken }
  for (let pageEnd = heldOf(), waiting: Arrived[] = []; heldOf() < wanted; ) {
    const rows = await actions.range(
      {
        from: documentId(installation, pageEnd + 1),
        to: lastId(installation, wanted),
        limit: PAGE,
        content: 'documents',
      },
      signal,
    )
    const read = rows.flatMap(row => {
      const one = fromDocument(row)
      return one.kind === 'record' ? [one.record] : []
    })
    if (read.length > 0) await pullKeys(exchange)
    // A call longer than a page is gathered until it is whole.
    waiting = [...waiting, ...read]
    const before = heldOf()
    if ((await takeRun(acceptance, installation, waiting)) === 0) await takeCopies(acceptance, installation, waiting)
    waiting = waiting.filter(({ sequence }) => sequence > heldOf())
    const last = Math.max(pageEnd, ...read.map(({ sequence }) => sequence))
    if (last === pageEnd && heldOf() === before) return
    pageEnd = Math.max(last, heldOf())
  }
  exchange.held.delete(installation)
}

/** Where a desk's own copy of a record is not taken, one that another desk handed on may be. */
async function takeCopies(
  acceptance: Acceptance,
  installation: InstallationId,
  arrived: readonly Arrived[],
): Promise<void> {
  const copies = arrived.filter(({ id }) => id.includes('~'))
  const bys = new Set(copies.map(({ id }) => id.slice(id.indexOf('~'))))
  for (const by of bys) {
    const own = arrived.filter(({ id }) => !id.includes('~'))
    const theirs = new Map(copies.filter(({ id }) => id.endsWith(by)).map(one => [one.sequence, one]))
    const mixed = [...theirs.values(), ...own.filter(({ sequence }) => !theirs.has(sequence))]
    if ((await takeRun(acceptance, installation, mixed)) > 0) return
  }
}

function isHeld({ desk }: Exchange, id: string): boolean {
  const [installation = '', sequence = ''] = id.split(/[:~]/)
  return (desk.journal.head().cursor[installation as InstallationId] ?? 0) >= Number(sequence)
}
