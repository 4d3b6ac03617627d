import type { InstallationId } from '#shared/change/action.ts'
import { documentId, lastId } from '#shared/sync/document.ts'
import type { SyncTrouble } from '#shared/sync/state.ts'
import { settle } from '#shared/sync/state.ts'
import { ReceiveError } from '../journal/receiving.ts'
import { type Exchange, SyncStopped, seenOf, setDocumentAside } from './exchange.ts'
import { erasedIn, missingKeys, pullKeys } from './people.ts'
import { type Arrived, fromDocument, storedIn } from './wire.ts'

const PAGE = 1000

/**
 * Takes what other desks have written, page by page, until nothing is left. Throws SyncFailure; SyncStopped where the
 * server has more of this desk's own chain than this computer.
 */
export async function pull(exchange: Exchange): Promise<void> {
  const { actions, memory, signal } = exchange
  exchange.held.clear()
  for (let drained = false; !drained; ) {
    const page = await actions.changes({ since: memory.current.since, limit: PAGE, wait: false }, signal)
    const { records, aside } = sorted(page.documents)
    if (records.size > 0) await pullKeys(exchange)
    for (const { id, why } of aside) await setDocumentAside(exchange, id, why)
    await noteSeen(exchange, records)
    for (const [installation, arrived] of records) await takeRun(exchange, installation, arrived)
    // After the journal's flush: what is not held by now is asked for by key.
    await memory.keep({ ...memory.current, since: page.since })
    drained = page.drained
  }
  await fillGaps(exchange)
  await memory.keep(settle(memory.current, ({ id, why }) => why !== 'refused' && isHeld(exchange, id)))
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

async function noteSeen(
  { memory, desk }: Exchange,
  records: ReadonlyMap<InstallationId, readonly Arrived[]>,
): Promise<void> {
  const seen = { ...memory.current.seen }
  for (const [installation, arrived] of records) {
    const greatest = Math.max(...arrived.map(({ sequence }) => sequence))
    seen[installation] = Math.max(seen[installation] ?? 0, greatest)
  }
  const own = desk.journal.installation
  if ((seen[own] ?? 0) > (desk.journal.head().cursor[own] ?? 0)) throw new SyncStopped('data_behind')
  await memory.keep({ ...memory.current, seen })
}

/** Takes the records of a chain that follow what is held, in order and without a gap; the others are asked for later. */
async function takeRun(exchange: Exchange, installation: InstallationId, arrived: readonly Arrived[]): Promise<number> {
  const { journal } = exchange.desk
  if (installation === journal.installation) return 0
  const held = journal.head().cursor[installation] ?? 0
  const run = runAfter(held, arrived)
  return run.length === 0 ? 0 : takeChecked(exchange, installation, run)
}

/** One record a sequence, from the one after `held` on, as long as none is missing. The desk's own copy goes before others'. */
function runAfter(held: number, arrived: readonly Arrived[]): Arrived[] {
  const bySequence = new Map<number, Arrived>()
  for (const record of arrived) {
    const known = bySequence.get(record.sequence)
    if (known === undefined || record.id.length < known.id.length) bySequence.set(record.sequence, record)
  }
  const run: Arrived[] = []
  for (let next = bySequence.get(held + 1); next !== undefined; next = bySequence.get(next.sequence + 1)) run.push(next)
  return run
}

async function takeChecked(exchange: Exchange, installation: InstallationId, run: readonly Arrived[]): Promise<number> {
  const { desk, held } = exchange
  const stored = run.map(({ payload }) => storedIn(payload, desk.keys))
  const missing = await missingKeys(exchange, stored)
  const without = stored.findIndex(record => record?.personal && missing.has(record.personal.subject))
  const ready = without < 0 ? run : run.slice(0, without)
  const first = run[without]
  if (first !== undefined) held.set(installation, { sequence: first.sequence, why: 'no_key' })
  try {
    const taken = await exchange.desk.gate.take(
      installation,
      ready.map(({ payload }) => payload),
    )
    if (taken.length === 0) return 0
    await exchange.taken(erasedIn(stored.slice(0, taken.length)))
    exchange.progress({ taken: taken.length })
    return taken.length
  } catch (error) {
    if (!(error instanceof ReceiveError)) throw error
    return takeBefore(exchange, installation, ready, error)
  }
}

/** What stands before the record that is not taken is taken; that one is set aside, and its chain waits. */
async function takeBefore(
  exchange: Exchange,
  installation: InstallationId,
  run: readonly Arrived[],
  { why, sequence }: ReceiveError,
): Promise<number> {
  const at = run.findIndex(record => record.sequence === sequence)
  const before = at <= 0 ? 0 : await takeChecked(exchange, installation, run.slice(0, at))
  const guilty = run[Math.max(at, 0)]
  if (guilty !== undefined) await setDocumentAside(exchange, guilty.id, why)
  exchange.held.set(installation, { sequence, why })
  return before
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
    if ((await takeRun(exchange, installation, waiting)) === 0) await takeCopies(exchange, installation, waiting)
    waiting = waiting.filter(({ sequence }) => sequence > heldOf())
    const last = Math.max(pageEnd, ...read.map(({ sequence }) => sequence))
    if (last === pageEnd && heldOf() === before) return
    pageEnd = Math.max(last, heldOf())
  }
  exchange.held.delete(installation)
}

/** Where a desk's own copy of a record is not taken, one that another desk handed on may be. */
async function takeCopies(
  exchange: Exchange,
  installation: InstallationId,
  arrived: readonly Arrived[],
): Promise<void> {
  const copies = arrived.filter(({ id }) => id.includes('~'))
  const bys = new Set(copies.map(({ id }) => id.slice(id.indexOf('~'))))
  for (const by of bys) {
    const own = arrived.filter(({ id }) => !id.includes('~'))
    const theirs = new Map(copies.filter(({ id }) => id.endsWith(by)).map(one => [one.sequence, one]))
    const mixed = [...theirs.values(), ...own.filter(({ sequence }) => !theirs.has(sequence))]
    if ((await takeRun(exchange, installation, mixed)) > 0) return
  }
}

function isHeld({ desk }: Exchange, id: string): boolean {
  const [installation = '', sequence = ''] = id.split(/[:~]/)
  return (desk.journal.head().cursor[installation as InstallationId] ?? 0) >= Number(sequence)
}
