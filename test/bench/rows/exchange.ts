import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createGate } from '#electron/desk/act.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { runCycle } from '#electron/sync/cycle.ts'
import type { WireDocument } from '#electron/sync/database.ts'
import type { Exchange } from '#electron/sync/exchange.ts'
import { openMemory } from '#electron/sync/memory.ts'
import { toDocument } from '#electron/sync/wire.ts'
import { type Desk, draft, openDesk, opening } from '#test/fault/desk-rig.ts'
import { makeOffice, type RigOffice } from '#test/fixtures/sync/office.ts'
import { type RigServer, startServer } from '#test/fixtures/sync/server.ts'
import { ALONE, firstSync, replicated, straightTo } from '../first-sync.ts'
import type { Row, Sides } from '../row.ts'

/** All that comes accepted (chain, seal, signature) and flushed to the journal of the real program; its store fills meanwhile. */
export const taken: Row = {
  ...{
    name: 'S10',
    what: 'first sync of a new desk: in the journal',
    beside: "PouchDB's replicate.from (idb)",
    unit: 'ms',
  },
  ...{ samples: 1, once: true, sizeless: true },
  goal: { as: 'ratio', most: 0.5 },
  open: async bench => ({
    product: async () => (await firstSync(bench)).inJournal,
    baseline: () => bench.once('replicated', () => replicated(bench)),
  }),
}

/** The same until every record is folded into the store and told on the screens, which PouchDB does not do: told and not judged. */
export const shown: Row = {
  ...{ ...taken, what: 'first sync of a new desk: on the screens', goal: { as: 'ratio', most: null } },
  open: async bench => ({
    product: async () => (await firstSync(bench)).onScreens,
    baseline: () => bench.once('replicated', () => replicated(bench)),
  }),
}

export const longTasks: Row = {
  ...{ name: 'S16', what: 'long tasks: sync', beside: '', unit: 'tasks', samples: 1, once: true, sizeless: true },
  goal: { as: 'alone', most: 0 },
  open: async bench => ({
    product: async () => (await firstSync(bench)).longTasks,
    baseline: async () => 0,
  }),
}

/** Records as they are sent, with the keys of their people and all read back, beside the writing of them alone. */
export const sent: Row = {
  ...{ name: 'S11', what: 'push of the records of a desk', beside: 'bare _bulk_docs loop', unit: 'ms' },
  ...{ samples: 1, sizeless: true },
  goal: { as: 'ratio', most: 1.5 },
  open: bench => withServer(server => sentSides(server, bench.isWhole ? 10_000 : 1000)),
}

/** What was opened for a row, and is closed after it in the opposite order. */
interface Opened {
  readonly server: RigServer
  readonly closing: (() => unknown)[]
}

async function withServer(sides: (opened: Opened) => Promise<Sides>): Promise<Sides> {
  const server = await startServer('leveldb')
  const closing: Opened['closing'] = [() => server.close()]
  const close = async () => {
    for (const end of closing.toReversed()) await end()
  }
  return { ...(await sides({ server, closing })), close }
}

/** Each round a new office, so that what was there before helps neither. */
async function sentSides(opened: Opened, records: number): Promise<Sides> {
  const { desk, folder } = await newDesk(opened)
  await fill(desk, records)
  const { installation } = desk.journal
  const payloads = await desk.journal.sealed(installation, { after: 0, limit: 1e6, bytes: 1e12 })
  const documents: WireDocument[] = payloads.map(payload => toDocument(payload, null))
  return {
    product: async () => {
      const exchange = await exchangeOf(opened, { desk, folder })
      const took = await timed(() => runCycle(exchange))
      if (exchange.memory.current.confirmed !== desk.journal.head().cursor[installation])
        throw new Error('not all sent')
      return took
    },
    baseline: async () => {
      const { chains } = await (await newOffice(opened)).desk(installation, straightTo(opened.server))
      return timed(async () => {
        for (let at = 0; at < documents.length; at += 500) await chains.write(documents.slice(at, at + 500))
      })
    },
  }
}

async function newFolder({ closing }: Opened): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'qabyldau-speed-'))
  closing.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function newOffice({ server, closing }: Opened): Promise<RigOffice> {
  const rig = await makeOffice(server)
  closing.push(() => rig.close())
  return rig
}

async function newDesk(opened: Opened): Promise<{ desk: Desk; folder: string }> {
  const folder = await newFolder(opened)
  const desk = await openDesk({ files: nodeFiles, folder })
  opened.closing.push(() => desk.journal.close())
  await desk.journal.append([opening(desk)])
  return { desk, folder }
}

async function exchangeOf(opened: Opened, { desk, folder }: { desk: Desk; folder: string }): Promise<Exchange> {
  const rig = await newOffice(opened)
  const { chains, keys } = await rig.desk(desk.journal.installation, straightTo(opened.server))
  return {
    ...ALONE,
    desk: { ...desk, gate: await createGate(desk.journal) },
    actions: chains,
    people: keys,
    memory: await openMemory(nodeFiles, await mkdtemp(path.join(folder, 'memory-')), desk.keys),
    held: new Map(),
  }
}

/** A journal of so many records in calls of two, every fourth of a person of their own. */
async function fill({ journal, keyring }: Desk, records: number): Promise<void> {
  for (let n = 0; n < records; n += 2) {
    const [subject = null] = n % 4 === 0 ? await keyring.create([`tag${n}`]) : []
    await journal.append([draft(n, `a${n}`, subject), draft(n + 1)])
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
