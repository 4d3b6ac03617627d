import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SyncFailure } from '#electron/sync/database.ts'
import {
  installationOf,
  makeOffice,
  type RigDesk,
  type RigOffice,
  recordDocument,
  recordDocuments,
} from '../fixtures/sync/office.ts'
import { KINDS, type RigServer, startServer } from '../fixtures/sync/server.ts'
import { failureOf, idsOf, onlyOn } from './kit.ts'

const FIRST = installationOf('a')
const SECOND = installationOf('b')

describe.each(KINDS)('the calls on %s', kind => {
  let server: RigServer
  let office: RigOffice
  let desk: RigDesk
  const only = onlyOn(kind)

  beforeAll(async () => {
    server = await startServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    office = await makeOffice(server)
    desk = await office.desk(FIRST)
    return () => office.close()
  })

  it('what one desk wrote the other reads, whole and as it was', async () => {
    const documents = recordDocuments(FIRST, 1, 25)
    const written = await desk.chains.write(documents)
    expect([...written.values()].every(({ state }) => state === 'written')).toBe(true)
    const other = await office.desk(SECOND)
    const page = await other.chains.changes({ since: null, limit: 1000, wait: false })
    expect(page.drained).toBe(true)
    expect(idsOf(page.documents)).toEqual(idsOf(documents))
    for (const came of page.documents) {
      const { _rev, ...bare } = came as Record<string, unknown>
      expect(_rev).toMatch(/^1-/)
      expect(documents).toContainEqual(bare)
    }
  })

  it('a feed is read page by page, and goes on where it stood', async () => {
    await desk.chains.write(recordDocuments(FIRST, 1, 25))
    const first = await desk.chains.changes({ since: null, limit: 10, wait: false })
    expect(first.documents.length).toBeLessThanOrEqual(10)
    expect(first.drained).toBe(false)
    const found = [...first.documents]
    let { since, drained } = first
    for (let page = 0; page < 10 && !drained; page++) {
      const next = await desk.chains.changes({ since, limit: 10, wait: false })
      found.push(...next.documents)
      ;({ since, drained } = next)
    }
    expect(idsOf(found)).toEqual(idsOf(recordDocuments(FIRST, 1, 25)))
    expect((await desk.chains.changes({ since, limit: 10, wait: false })).documents).toEqual([])
    await desk.chains.write([recordDocument(FIRST, 26)])
    const later = await desk.chains.changes({ since, limit: 10, wait: false })
    expect(idsOf(later.documents)).toEqual([`${FIRST}:000000000026`])
  })

  it('a lost answer: the same documents once more stand already, and nothing is twice', async () => {
    const documents = recordDocuments(FIRST, 1, 5)
    office.proxy.meet(/_bulk_docs/, { kind: 'lost_answer' })
    expect(await failureOf(desk.chains.write(documents))).toMatchObject({ why: 'offline' })
    const again = await desk.chains.write(documents)
    expect([...again.values()].map(({ state }) => state)).toEqual(Array(5).fill('exists'))
    const page = await desk.chains.changes({ since: null, limit: 100, wait: false })
    expect(page.documents).toHaveLength(5)
  })

  it('one refused document of a batch is told by its id, the others stand (rows come in any order)', async () => {
    const good = recordDocuments(FIRST, 1, 4)
    const bad = recordDocument(SECOND, 9)
    const written = await desk.chains.write([good[0]!, good[1]!, bad, good[2]!, good[3]!])
    expect(written.get(bad._id)).toEqual({ state: 'refused', reason: 'qabyldau:not_yours' })
    for (const { _id } of good) expect(written.get(_id)).toEqual({ state: 'written' })
  })

  it('a range holds a chain with what others hand on of it, both ends included', async () => {
    const other = await office.desk(SECOND)
    await desk.chains.write(recordDocuments(FIRST, 1, 6))
    await other.chains.write([recordDocument(FIRST, 3, { by: SECOND }), ...recordDocuments(SECOND, 1, 3)])
    const asked = { from: `${FIRST}:000000000002`, to: `${FIRST}:000000000004~zzzzzzzzzzzzzzzz`, limit: 100 } as const
    const ids = [2, 3, 4].map(at => `${FIRST}:00000000000${at}`)
    const whole = [ids[0], ids[1], `${ids[1]}~${SECOND}`, ids[2]]
    const documents = await desk.chains.range({ ...asked, content: 'documents' })
    expect(documents.map(each => (each as { _id: string })._id)).toEqual(whole)
    expect(documents[0]).toMatchObject({ i: FIRST, s: 2, signature: expect.any(String) })
    expect(await desk.chains.range({ ...asked, content: 'ids' })).toEqual(whole.map(_id => ({ _id })))
    expect(await desk.chains.range({ ...asked, limit: 1, content: 'ids', descending: true })).toEqual([{ _id: ids[2] }])
  })

  it('what was written is read back by its ids: what stands, and nothing that never came or is gone', async () => {
    await desk.chains.write(recordDocuments(FIRST, 1, 3))
    const ids = [1, 2, 3, 4].map(at => `${FIRST}:00000000000${at}`)
    expect(await desk.chains.present([...ids, 'nobody'])).toEqual(new Set(ids.slice(0, 3)))
    expect(await desk.chains.present([])).toEqual(new Set())
  })

  it('a key of a person is made, read, overwritten empty, and never filled again', async () => {
    const _id = `subject:${'k'.repeat(20)}`
    const filled = { _id, k: '0a1b2c3d', sealed: 'AAAA' }
    expect(await desk.keys.read(_id)).toBeNull()
    expect(await desk.keys.replace(filled, null)).toEqual({ state: 'written' })
    const stands = await desk.keys.read(_id)
    expect(stands?.document).toMatchObject(filled)
    expect(await desk.keys.replace(filled, null)).toEqual({ state: 'exists' })
    expect(await desk.keys.replace({ _id, erased: true }, stands!.revision)).toEqual({ state: 'written' })
    const erased = await desk.keys.read(_id)
    expect(erased?.document).not.toHaveProperty('sealed')
    for (const revision of [null, stands!.revision, erased!.revision]) {
      expect(await desk.keys.replace(filled, revision)).toEqual({ state: 'exists' })
    }
    const page = await desk.keys.changes({ since: null, limit: 10, wait: false })
    expect(page.documents).toEqual([expect.objectContaining({ _id, erased: true })])
  })

  it('local documents are read and overwritten, and travel in no feed', async () => {
    const _id = `_local/desk-${FIRST}`
    expect(await desk.chains.read(_id)).toBeNull()
    expect(await desk.chains.replace({ _id, confirmed: 5 }, null)).toEqual({ state: 'written' })
    const stands = await desk.chains.read(_id)
    expect(stands?.document).toMatchObject({ confirmed: 5 })
    expect(await desk.chains.replace({ _id, confirmed: 6 }, stands!.revision)).toEqual({ state: 'written' })
    expect((await desk.chains.read(_id))?.document).toMatchObject({ confirmed: 6 })
    expect((await desk.chains.changes({ since: null, limit: 10, wait: false })).documents).toEqual([])
  })

  it('a desk that waits hears of what is written in under two seconds', async () => {
    const other = await office.desk(SECOND)
    const { since } = await other.chains.changes({ since: null, limit: 10, wait: false })
    const heard = other.chains.changes({ since, limit: 10, wait: true }).then(page => ({ page, at: performance.now() }))
    await new Promise(resolve => setTimeout(resolve, 300))
    const wrote = performance.now()
    await desk.chains.write([recordDocument(FIRST, 1)])
    const { page, at } = await heard
    expect(idsOf(page.documents)).toEqual([`${FIRST}:000000000001`])
    expect(at - wrote).toBeLessThan(2000)
  })

  it('one that does not want to wait any more is let go at once', async () => {
    const { since } = await desk.chains.changes({ since: null, limit: 10, wait: false })
    const leave = new AbortController()
    const waiting = failureOf(desk.chains.changes({ since, limit: 10, wait: true }, leave.signal))
    await new Promise(resolve => setTimeout(resolve, 200))
    const asked = performance.now()
    leave.abort()
    expect(await waiting).toMatchObject({ why: 'cancelled' })
    expect(performance.now() - asked).toBeLessThan(500)
    expect(await failureOf(desk.chains.read('_local/epoch', leave.signal))).toMatchObject({ why: 'cancelled' })
  })

  it('a wrong password and a removed account are told as such, a desk of another office is not let in', async () => {
    const { name, password } = desk.account
    const wrong = await office.desk(SECOND, { account: { name, password: `${password}x` } })
    expect(await failureOf(wrong.chains.read('_local/epoch'))).toMatchObject({ why: 'login' })
    const neighbour = await makeOffice(server)
    const foreign = await neighbour.desk(installationOf('c'))
    const theirs = foreign.server.database(office.names.chains)
    const asked = [
      theirs.read('_local/epoch'),
      theirs.changes({ since: null, limit: 10, wait: false }),
      theirs.range({ from: 'a', to: 'z', limit: 10, content: 'ids' }),
    ]
    for (const failure of await Promise.all(asked.map(failureOf))) {
      expect(['login', 'forbidden']).toContain(failure?.why)
    }
    await neighbour.close()
  })

  it('a database that is not there is told as missing, by every call', async () => {
    const none = (await office.desk(SECOND)).server.database(
      `${office.names.chains}-none` as typeof office.names.chains,
    )
    const calls = [
      none.write([recordDocument(SECOND, 1)]),
      none.changes({ since: null, limit: 10, wait: false }),
      none.range({ from: 'a', to: 'b', limit: 1, content: 'documents' }),
      none.present(['x']),
      none.read('x'),
      none.replace({ _id: 'x' }, null),
    ]
    for (const failure of await Promise.all(calls.map(failureOf))) expect(failure).toMatchObject({ why: 'missing' })
  })

  it('a document larger than the server takes is named and nothing of its batch stands', () =>
    only('couchdb', async () => {
      const large = recordDocument(FIRST, 3, { sealed: 'A'.repeat(8_400_000) })
      const batch = [recordDocument(FIRST, 1), recordDocument(FIRST, 2), large]
      expect(await failureOf(desk.chains.write(batch))).toMatchObject({ why: 'too_large', detail: { id: large._id } })
      expect(await desk.chains.range({ from: 'a', to: 'z', limit: 9, content: 'ids' })).toEqual([])
      const rest = await desk.chains.write(batch.slice(0, 2))
      expect([...rest.values()].map(({ state }) => state)).toEqual(['written', 'written'])
    }))

  it('what an administrator deleted by hand is made again without its revision; with it a real server refuses for ever', async () => {
    const path = `/${office.names.chains}/_design/qabyldau`
    const rules = (await office.admin.ask({ method: 'GET', path })).value as object
    await office.admin.ask({ method: 'PUT', path, body: { ...rules, validate_doc_update: undefined } })
    const _id = 'made-by-hand'
    expect(await desk.chains.replace({ _id }, null)).toEqual({ state: 'written' })
    const { revision } = (await desk.chains.read(_id))!
    const body = { _id, _rev: revision, _deleted: true }
    const gone = (await office.admin.ask({ method: 'PUT', path: `/${office.names.chains}/${_id}`, body })).value
    expect(await desk.chains.read(_id)).toBeNull()
    expect(await desk.chains.present([_id])).toEqual(new Set())
    const withIt = await desk.chains.replace({ _id, again: 1 }, (gone as { rev: string }).rev)
    expect(withIt.state).toBe(kind === 'couchdb' ? 'exists' : 'written')
    if (kind === 'couchdb') expect(await desk.chains.replace({ _id, again: 2 }, null)).toEqual({ state: 'written' })
    expect((await desk.chains.read(_id))?.document).toHaveProperty('again')
  })

  it('the place of a feed is text that is sent back as it came', () =>
    only('couchdb', async () => {
      await desk.chains.write(recordDocuments(FIRST, 1, 3))
      const { since } = await desk.chains.changes({ since: null, limit: 2, wait: false })
      expect(since).toMatch(/^\d+-\S+$/)
      expect((await desk.chains.changes({ since, limit: 10, wait: false })).documents.length).toBeGreaterThan(0)
    }))

  it('compaction in the middle is seen by nobody', async () => {
    await desk.chains.write(recordDocuments(FIRST, 1, 50))
    const first = await desk.chains.changes({ since: null, limit: 20, wait: false })
    const compact = { method: 'POST', path: `/${office.names.chains}/_compact`, body: {} } as const
    expect((await office.admin.ask(compact)).status).toBeLessThan(300)
    await desk.chains.write(recordDocuments(FIRST, 51, 10))
    const rest = await desk.chains.changes({ since: first.since, limit: 100, wait: false })
    expect(idsOf([...first.documents, ...rest.documents])).toEqual(idsOf(recordDocuments(FIRST, 1, 60)))
  })

  it('whatever a call fails by is a SyncFailure', async () => {
    await office.proxy.close()
    const calls = [
      desk.chains.write(recordDocuments(FIRST, 1, 1)),
      desk.chains.read('x'),
      desk.chains.replace({ _id: 'x' }, null),
    ]
    for (const failure of await Promise.all(calls.map(failureOf))) {
      expect(failure).toBeInstanceOf(SyncFailure)
      expect(failure).toMatchObject({ why: 'offline' })
    }
  })
})
