import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createGate } from '#electron/desk/act.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { runCycle } from '#electron/sync/cycle.ts'
import type { WireDocument } from '#electron/sync/database.ts'
import type { Exchange } from '#electron/sync/exchange.ts'
import { openMemory } from '#electron/sync/memory.ts'
import { toDocument } from '#electron/sync/wire.ts'
import { type Desk, draft, openDesk, opening } from '#test/fault/desk-rig.ts'
import { makeOffice, type RigOffice } from '#test/fixtures/sync/office.ts'
import { startServer } from '#test/fixtures/sync/server.ts'

const IS_FULL = process.env.QABYLDAU_FULL === '1'
/** Records first taken by a new desk, and records sent by one: 50,000 and 10,000 in the whole form. */
const TAKEN = Number(process.env.QABYLDAU_TAKEN ?? (IS_FULL ? 50_000 : 2000))
const SENT = Number(process.env.QABYLDAU_SENT ?? (IS_FULL ? 10_000 : 1000))

const PouchDB = createRequire(import.meta.url)('pouchdb')

async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'qabyldau-speed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function deskForTest(office?: Desk): Promise<{ desk: Desk; folder: string }> {
  const folder = await folderForTest()
  const desk = await openDesk({ files: nodeFiles, folder, ...(office && { office }) })
  onTestFinished(() => desk.journal.close())
  await desk.journal.append([opening(desk)])
  return { desk, folder }
}

async function exchangeOf({ desk, folder }: { desk: Desk; folder: string }, rig: RigOffice): Promise<Exchange> {
  const { chains, keys } = await rig.desk(desk.journal.installation)
  return {
    desk: { ...desk, gate: await createGate(desk.journal) },
    actions: chains,
    people: keys,
    memory: await openMemory(nodeFiles, folder, desk.keys),
    app: '1.0.0',
    now: () => Date.now(),
    random: () => 'epoch',
    held: new Map(),
    taken: async () => undefined,
    progress: () => undefined,
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

test(`S11: ${SENT} records sent, beside a bare loop that writes the same documents`, async () => {
  const server = await startServer('leveldb')
  onTestFinished(() => server.close())
  const rig = await makeOffice(server)
  onTestFinished(() => rig.close())
  const first = await deskForTest()
  await fill(first.desk, SENT)
  const exchange = await exchangeOf(first, rig)
  const sent = await timed(() => runCycle(exchange))
  const { installation } = first.desk.journal
  const payloads = await first.desk.journal.sealed(installation, { after: 0, limit: 1e6, bytes: 1e12 })
  const documents: WireDocument[] = payloads.map(payload => toDocument(payload, null))
  const bare = await makeOffice(server)
  onTestFinished(() => bare.close())
  const { chains } = await bare.desk(installation)
  const loop = await timed(async () => {
    for (let at = 0; at < documents.length; at += 500) await chains.write(documents.slice(at, at + 500))
  })
  process.stdout.write(`S11 ${SENT}: ${Math.round(sent)} ms beside ${Math.round(loop)} = ${(sent / loop).toFixed(2)}\n`)
  expect(exchange.memory.current.confirmed).toBe(first.desk.journal.head().cursor[installation])
  expect(sent / loop).toBeLessThan(8)
}, 600_000)

test(`S10: ${TAKEN} records taken by a new desk, beside PouchDB's replicator from the same server`, async () => {
  const server = await startServer('leveldb')
  onTestFinished(() => server.close())
  const rig = await makeOffice(server)
  onTestFinished(() => rig.close())
  const first = await deskForTest()
  await fill(first.desk, TAKEN)
  await runCycle(await exchangeOf(first, rig))
  const late = await deskForTest(first.desk)
  const exchange = await exchangeOf(late, rig)
  const taken = await timed(() => runCycle(exchange))
  expect(late.desk.journal.head().cursor).toEqual({
    ...first.desk.journal.head().cursor,
    [late.desk.journal.installation]: 1,
  })
  const { name, password } = server.admin
  const remote = new PouchDB(`${server.address}/${rig.names.chains}`, { auth: { username: name, password } })
  const local = new PouchDB(path.join(await folderForTest(), 'replica'))
  onTestFinished(() => local.close())
  const replicated = await timed(() => local.replicate.from(remote, { batch_size: 1000 }))
  const ratio = taken / replicated
  process.stdout.write(`S10 ${TAKEN}: ${Math.round(taken)} ms beside ${Math.round(replicated)} = ${ratio.toFixed(2)}\n`)
  expect(ratio).toBeLessThan(4)
}, 1_800_000)
