import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { InstallationId, SubjectId } from '#shared/change/action.ts'
import { DeskLetter } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { accountNameOf, databasesOf } from '#shared/sync/address.ts'
import { afterFailure, type BackOff, NO_FAILURES } from '#shared/sync/back-off.ts'
import { lettersOnServer } from './claimed-letters.ts'
import { couchServer } from './couch.ts'
import { takeEverything } from './cycle.ts'
import { type SyncCause, type SyncDatabase, SyncFailure } from './database.ts'
import type { Exchange } from './exchange.ts'
import { greatestOn } from './push.ts'
import type { OfficeServer } from './server-file.ts'

/** The databases of an office, by the account of one desk. */
export interface OfficeDatabases {
  readonly actions: SyncDatabase
  readonly people: SyncDatabase
  close(): void
}

/** Opens nothing yet; as a desk of the office. */
export function databasesFor(server: OfficeServer, installation: string): OfficeDatabases {
  const account = { name: accountNameOf(installation), password: server.password }
  const couch = couchServer({ address: server.address, account, trust: server.trust })
  const { chains, keys } = databasesOf(server.office)
  return { actions: couch.database(chains), people: couch.database(keys), close: couch.close }
}

/** Waits so many milliseconds, or fails at once where it is stopped. */
export type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>

const pauseFor: Wait = (milliseconds, signal) => pause(milliseconds, undefined, signal && { signal })

/** What an office is pulled with: the desk that is put together, its memory, and how a wait is done (a test does not wait). */
export interface Pulling extends Pick<Exchange, 'desk' | 'memory' | 'app' | 'now'> {
  readonly databases: Pick<OfficeDatabases, 'actions' | 'people'>
  readonly erased: (subjects: readonly SubjectId[]) => Promise<void>
  /** Records done and in all. */
  readonly progress: (done: number, all: number) => void
  readonly signal?: AbortSignal
  readonly wait?: Wait
}

/**
 * What came of it: letters that desks hold on the server, records that stand there and are not taken, and how many chains wait
 * for an office key that is not here; their records are not among `missing`.
 */
export interface PulledOffice {
  readonly letters: readonly DeskLetter[]
  readonly missing: number
  readonly waiting: number
}

/** So often a server is asked that does not answer, without one record between. */
const TRIES = 6

/** What passes by itself: anything else is told at once. */
const PASSING: readonly SyncCause[] = ['offline', 'busy', 'server', 'server_disk', 'not_ours']

/**
 * Takes everything of the office from its server. A link that fails is waited for as long as something comes between. Throws
 * ExpectedError `join.request_used`, `join.no_server`, `join.server_refused`, `join.server_unknown`,
 * `journal.*`, `file.*`; SyncFailure `cancelled` where it was stopped.
 */
export async function pullOffice(pulling: Pulling): Promise<PulledOffice> {
  const { databases, desk, signal } = pulling
  const exchange = exchangeOf(pulling)
  const letters = await patiently(pulling, async () => {
    if ((await greatestOn(databases.actions, desk.journal.installation, signal)) > 0) {
      throw new ExpectedError('join.request_used')
    }
    await takeEverything(exchange)
    return lettersOnServer(databases.actions, signal)
  })
  return { letters: Object.keys(letters).map(one => DeskLetter.parse(one)), ...leftOn(exchange) }
}

/** A chain under another office key hinders nobody: two desks changed the key apart, or somebody wrote what opens nowhere. */
function leftOn({ desk, held, memory }: Exchange): Pick<PulledOffice, 'missing' | 'waiting'> {
  const { cursor } = desk.journal.head()
  const waits = (name: string) => held.get(name as InstallationId)?.why === 'other_key'
  const left = Object.entries(memory.current.seen).filter(([name]) => !waits(name))
  const lacks = left.map(([name, last]) => last - (cursor[name as InstallationId] ?? 0))
  return {
    missing: lacks.reduce((sum, lack) => sum + Math.max(0, lack), 0),
    waiting: [...held.keys()].filter(waits).length,
  }
}

function exchangeOf({ databases, desk, memory, app, now, erased, progress, signal }: Pulling): Exchange {
  const tell = () => {
    const done = desk.journal.head().count
    const all = Object.values(memory.current.seen).reduce((sum, last) => sum + last, 0)
    progress(done, Math.max(done, all))
  }
  return {
    ...{ desk, memory, app, now, actions: databases.actions, people: databases.people },
    random: () => randomBytes(16).toString('hex'),
    held: new Map(),
    taken: erased,
    progress: tell,
    ...(signal && { signal }),
  }
}

async function patiently<T>({ desk, signal, wait = pauseFor }: Pulling, work: () => Promise<T>): Promise<T> {
  let failures: BackOff = NO_FAILURES
  for (;;) {
    const before = desk.journal.head().count
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof SyncFailure) || error.why === 'cancelled') throw error
      const moved = desk.journal.head().count > before
      failures = afterFailure(moved ? NO_FAILURES : failures, Math.random(), error.detail.retryAfter)
      if (!PASSING.includes(error.why) || failures.failures >= TRIES) throw sentenceOf(error.why)
      await wait(failures.wait, signal).catch(left => {
        if (signal?.aborted !== true) throw left
      })
      if (signal?.aborted === true) throw new SyncFailure('cancelled')
    }
  }
}

function sentenceOf(why: SyncCause): ExpectedError {
  if (why === 'login' || why === 'forbidden' || why === 'missing') return new ExpectedError('join.server_refused')
  if (why === 'tls' || why === 'not_ours' || why === 'too_large') return new ExpectedError('join.server_unknown')
  return new ExpectedError('join.no_server')
}
