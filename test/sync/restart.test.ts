import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installationOf, makeOffice, type RigDesk, type RigOffice, recordDocuments } from '../fixtures/sync/office.ts'
import { KINDS, type RigServer, startServer } from '../fixtures/sync/server.ts'
import { failureOf, idsOf } from './kit.ts'

/** What is used of a client that others wrote; it carries no types. */
interface Replicating {
  new (address: string, options: object): object
  replicate(from: object, to: object, options: object): Promise<unknown>
}
const PouchDB = createRequire(import.meta.url)('pouchdb') as Replicating

const FIRST = installationOf('a')

describe('a server on the disk that dies', () => {
  let server: RigServer
  let office: RigOffice
  let desk: RigDesk
  beforeEach(async () => {
    server = await startServer('leveldb')
    office = await makeOffice(server)
    desk = await office.desk(FIRST)
  })
  afterEach(async () => {
    await office.close()
    await server.close()
  })

  it('killed while a desk sends: what was acknowledged stands, the rest is sent again, nothing is twice', async () => {
    const acknowledged: string[] = []
    const documents = recordDocuments(FIRST, 1, 400)
    const sending = (async () => {
      for (let at = 0; at < documents.length; at += 20) {
        const batch = documents.slice(at, at + 20)
        if (await failureOf(desk.chains.write(batch))) return
        acknowledged.push(...batch.map(({ _id }) => _id))
      }
    })()
    while (acknowledged.length < 100) await new Promise(resolve => setTimeout(resolve, 5))
    await server.process!.kill()
    await sending
    expect(acknowledged.length).toBeLessThan(documents.length)
    await server.process!.restart()
    const standing = await desk.chains.present(documents.map(({ _id }) => _id))
    expect(acknowledged.filter(id => !standing.has(id))).toEqual([])
    await desk.chains.write(documents)
    const page = await desk.chains.changes({ since: null, limit: 1000, wait: false })
    expect(idsOf(page.documents)).toEqual(idsOf(documents))
  })

  it('an older copy in its place: the epoch is the same and less is known, which a desk can see', async () => {
    await desk.chains.write(recordDocuments(FIRST, 1, 30))
    const copy = await server.process!.copy()
    await desk.chains.write(recordDocuments(FIRST, 31, 30))
    const epoch = await desk.chains.read('_local/epoch')
    await server.process!.putBack(copy)
    expect(await failureOf(desk.chains.read('_local/epoch'))).toMatchObject({
      why: expect.stringMatching(/offline|server/),
    })
    await server.process!.restart()
    expect((await desk.chains.read('_local/epoch'))?.document).toEqual(epoch?.document)
    const ids = recordDocuments(FIRST, 1, 60).map(({ _id }) => _id)
    expect((await desk.chains.present(ids)).size).toBe(30)
    const written = await desk.chains.write(recordDocuments(FIRST, 1, 60))
    expect([...written.values()].filter(({ state }) => state === 'written')).toHaveLength(30)
  })
})

describe.each(KINDS)('a client that is not ours on %s', kind => {
  it('PouchDB replicates the chains out and into another office, and every document is the same', async () => {
    const server = await startServer(kind)
    const [from, to] = [await makeOffice(server), await makeOffice(server)]
    const documents = recordDocuments(FIRST, 1, 60)
    await (await from.desk(FIRST)).chains.write(documents)
    const { name: username, password } = server.admin
    const remote = (office: RigOffice) =>
      new PouchDB(`${server.address}/${office.names.chains}`, { auth: { username, password }, skip_setup: true })
    const done = await PouchDB.replicate(remote(from), remote(to), { batch_size: 25 })
    expect(done).toMatchObject({ ok: true, doc_write_failures: 0 })
    const read = async (office: RigOffice) => {
      const { chains } = office.asAdmin
      return (await chains.changes({ since: null, limit: 1000, wait: false })).documents
    }
    const byId = (all: readonly unknown[]) =>
      [...all].sort((a, b) => ((a as { _id: string })._id < (b as { _id: string })._id ? -1 : 1))
    expect(byId(await read(to))).toEqual(byId(await read(from)))
    expect(idsOf(await read(to))).toEqual(idsOf(documents))
    const epochs = await Promise.all([from, to].map(({ asAdmin }) => asAdmin.chains.read('_local/epoch')))
    expect(epochs[0]?.document).not.toEqual(epochs[1]?.document)
    await from.close()
    await to.close()
    await server.close()
  })
})
