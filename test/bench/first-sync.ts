import { mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { createGate } from '#electron/desk/act.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { openJournal } from '#electron/journal/journal.ts'
import { openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { runCycle } from '#electron/sync/cycle.ts'
import type { Exchange } from '#electron/sync/exchange.ts'
import { openMemory } from '#electron/sync/memory.ts'
import { hostStorage } from '#test/fault/host-storage.ts'
import { certify } from '#test/fixtures/certificates.ts'
import { startProxy } from '#test/fixtures/sync/fault-proxy.ts'
import { makeOffice, type RigOffice } from '#test/fixtures/sync/office.ts'
import { type RigServer, startServer } from '#test/fixtures/sync/server.ts'
import { findChromium } from '../../tools/chromium-host/find-chromium.js'
import { chromiumSwitches } from '../../tools/chromium-host/switches.ts'
import { withClockOff } from '../e2e/launch/launch.ts'
import { remove, sitDown } from '../e2e/pages/at-desk.ts'
import { passFirstRun } from '../e2e/pages/first-run.ts'
import { installationOf, secondComputer } from '../e2e/pages/other-desks.ts'
import type { Bench, BenchWindow } from './bench.ts'
import { writeHistory } from './made-journal.ts'
import { LAST_DAY, SEED, YEARS } from './stored-desk.ts'

const FIRST_RUN_AT = Date.parse('2016-09-20T10:00:00+05:00')

/** What an exchange of a bench needs beside its desk and its memory. */
export const ALONE: Omit<Exchange, 'desk' | 'actions' | 'people' | 'memory' | 'held'> = {
  app: '1.0.0',
  now: () => Date.now(),
  random: () => 'epoch',
  taken: async () => undefined,
  progress: () => undefined,
}

/** A first exchange of a desk that joined: milliseconds until all is flushed to its journal, and until its screens tell it. */
export interface FirstSync {
  readonly inJournal: number
  readonly onScreens: number
  /** Tasks of its page over 50 ms meanwhile. */
  readonly longTasks: number
}

/** An office whose server has the history of a desk, and a computer that joined it and has nothing of it yet. */
interface Joined {
  readonly server: RigServer
  readonly office: RigOffice
  /** The server as both sides reach it, over TLS. */
  readonly address: string
  readonly authority: string
  readonly late: string
  readonly applications: number
  readonly records: number
}

/** The real program takes in the history of another desk, once in a run. */
export function firstSync(bench: Bench): Promise<FirstSync> {
  return bench.once('first sync', async () => {
    const { office, address, authority, late, records, applications } = await joined(bench)
    const at = await bench.sitAt(late, {})
    const { account } = await office.desk(await installationOf(at))
    const asked = { address, office: office.code, password: account.password, authority }
    const done = await at.page.evaluate(takeIn, { asked, records, applications })
    await at.desk.close()
    bench.kept.set('first sync', { ...done, records })
    return done
  })
}

async function takeIn({
  asked,
  records,
  applications,
}: {
  asked: object
  records: number
  applications: number
}): Promise<FirstSync> {
  const { desk, must, ask, longTasks } = window as unknown as BenchWindow
  const pause = () => new Promise(resolve => setTimeout(resolve, 100))
  const held = async () => {
    const { desks } = must<{ desks: { isOwn: boolean; held: number }[] }>(await desk.syncState({}))
    return Math.max(0, ...desks.filter(({ isOwn }) => !isOwn).map(one => one.held))
  }
  const told = async () => ((await ask('totals', {})) as { applications: number }).applications
  longTasks.splice(0)
  const started = performance.now()
  must(await desk.syncSetServer(asked as never))
  while ((await held()) < records) await pause()
  const inJournal = performance.now() - started
  while ((await told()) < applications || document.querySelector('footer .good') === null) await pause()
  return { inJournal, onScreens: performance.now() - started, longTasks: longTasks.splice(0).length }
}

/**
 * PouchDB takes the same documents from the same server into IndexedDB, in a page of the same Chromium with the same switches:
 * milliseconds until all stand in its database. The page is of the server's own origin, so that nothing stands between.
 */
export async function replicated(bench: Bench): Promise<number> {
  const { server, office, address } = await joined(bench)
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-pouchdb-'))
  const rootless = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath: findChromium() ?? '', headless: true, ignoreHTTPSErrors: true },
    args: [...chromiumSwitches(), ...rootless],
  })
  try {
    const page = await context.newPage()
    await page.goto(`${address}/`)
    const script = path.join(path.dirname(createRequire(import.meta.url).resolve('pouchdb/package.json')), 'dist')
    await page.addScriptTag({ path: path.join(script, 'pouchdb.min.js') })
    return await replicate(page, `${address}/${office.names.chains}`, server.admin)
  } finally {
    await context.close()
    await remove(profile)
  }
}

async function replicate(page: Page, url: string, account: RigServer['admin']): Promise<number> {
  const { took, kept, there, adapter } = await page.evaluate(
    async ([from, auth]) => {
      // biome-ignore lint/suspicious/noExplicitAny: a script of the page
      const { PouchDB } = window as any
      const remote = new PouchDB(from, { auth: { username: auth.name, password: auth.password } })
      const local = new PouchDB('replica')
      const started = performance.now()
      await local.replicate.from(remote, { batch_size: 1000 })
      const took = performance.now() - started
      const { doc_count: kept, adapter } = await local.info()
      return { took, kept, adapter, there: (await remote.info()).doc_count }
    },
    [url, account] as const,
  )
  if (kept !== there || adapter !== 'idb') throw new Error(`${kept} of ${there} in ${adapter}`)
  return took
}

function joined(bench: Bench): Promise<Joined> {
  return bench.once('joined', async () => {
    const wanted = bench.isWhole ? 8100 : 320
    const server = await startServer('leveldb')
    bench.atEnd(() => server.close())
    const office = await makeOffice(server)
    bench.atEnd(() => office.close())
    const authority = certify({ name: 'Akimat' })
    const own = certify({ name: 'sync', by: authority, hosts: ['127.0.0.1'] })
    const proxy = await startProxy(server.address, { key: own.keyPem, cert: own.cert })
    bench.atEnd(() => proxy.close())
    const first = await begun(bench)
    const late = await secondComputer(first)
    await writeHistory(first, { seed: SEED, applications: wanted, years: YEARS, until: LAST_DAY })
    const records = await sendAll(first, office, server)
    return {
      ...{ server, office, address: proxy.address, authority: authority.cert, late, records },
      applications: wanted,
    }
  })
}

/** A desk whose first run was before its history. */
async function begun(bench: Bench): Promise<string> {
  const userData = await mkdtemp(path.join(tmpdir(), 'bench-first-'))
  bench.atEnd(() => remove(userData))
  const at = await sitDown('kk', { userData, env: withClockOff(FIRST_RUN_AT - Date.now()) })
  try {
    await passFirstRun(at)
    await at.desk.quit()
  } finally {
    await at.desk.close()
  }
  return userData
}

/** Sends the whole chain of a desk that has ended; answers how many records it has. */
async function sendAll(userData: string, office: RigOffice, server: RigServer): Promise<number> {
  const folder = path.join(userData, 'desk-data')
  const keys = await openKeys({ folder, storage: hostStorage(userData) })
  const keyring = await openKeyring({ folder, keys })
  const clock = { now: () => Date.now(), start: () => undefined }
  const journal = await openJournal({ folder, keys, keyring, clock, floor: () => 0 })
  const desk = { keys, keyring, journal, gate: await createGate(journal) }
  const { chains, keys: people } = await office.desk(journal.installation, straightTo(server))
  const memory = await openMemory(nodeFiles, await mkdtemp(path.join(userData, 'memory-')), keys)
  await runCycle({ ...ALONE, ...{ desk, memory, people, actions: chains, held: new Map() } })
  await journal.close()
  return journal.head().cursor[journal.installation] ?? 0
}

/** Past the proxy that makes faults. */
export function straightTo(server: RigServer) {
  return { address: server.address } as Parameters<RigOffice['desk']>[1]
}
