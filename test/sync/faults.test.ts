import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SyncCause } from '#electron/sync/database.ts'
import type { Fault } from '../fixtures/sync/fault-proxy.ts'
import {
  installationOf,
  makeOffice,
  type RigDesk,
  type RigOffice,
  recordDocument,
  recordDocuments,
} from '../fixtures/sync/office.ts'
import { type RigServer, startServer } from '../fixtures/sync/server.ts'
import { failureOf, idsOf } from './kit.ts'

const FIRST = installationOf('a')
const HTML = { 'content-type': 'text/html; charset=utf-8' }
const JSON_TYPE = { 'content-type': 'application/json' }
const PORTAL = '<html><form action="/login">Wi-Fi</form></html>'
const said = (error: string, reason: string | null = null) => JSON.stringify({ error, reason })
const ALWAYS = 1000

let server: RigServer
let office: RigOffice
let desk: RigDesk

beforeAll(async () => {
  server = await startServer('memory')
  office = await makeOffice(server)
  desk = await office.desk(FIRST, { deadlines: { call: 1000, wait: 1500 }, largest: 1_000_000 })
  await desk.chains.write(recordDocuments(FIRST, 1, 20))
})
afterAll(async () => {
  await office.close()
  await server.close()
})
afterEach(() => office.proxy.clear())

/** Every call once, with what it failed by. */
function everyCall() {
  const { chains } = desk
  return Promise.all(
    [
      chains.write([recordDocument(FIRST, 900)]),
      chains.changes({ since: null, limit: 100, wait: false }),
      chains.range({ from: 'a', to: 'z', limit: 100, content: 'documents' }),
      chains.present([`${FIRST}:000000000001`]),
      chains.read(`${FIRST}:000000000001`),
      chains.replace({ _id: '_local/x', at: 1 }, null),
    ].map(failureOf),
  )
}

/** The link is as it was before the fault. */
async function worksAgain() {
  office.proxy.clear()
  const page = await desk.chains.changes({ since: null, limit: 100, wait: false })
  expect(idsOf(page.documents).slice(0, 20)).toEqual(idsOf(recordDocuments(FIRST, 1, 20)))
}

describe('what a server or anything before it may say', () => {
  const SAYINGS: readonly (readonly [string, Omit<Extract<Fault, { kind: 'say' }>, 'kind'>, SyncCause, object])[] = [
    [
      'the page of a network that wants a login',
      { status: 200, headers: HTML, body: PORTAL },
      'not_ours',
      { code: 'page' },
    ],
    ['a page that says it is JSON', { status: 200, headers: JSON_TYPE, body: PORTAL }, 'not_ours', { code: 'json' }],
    ['JSON of another program', { status: 200, headers: JSON_TYPE, body: '{"hello":1}' }, 'not_ours', { code: 'form' }],
    [
      'elsewhere',
      { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' },
      'not_ours',
      { code: 'redirect' },
    ],
    [
      'elsewhere, with the same method',
      { status: 308, headers: { location: '/x' }, body: '' },
      'not_ours',
      { code: 'redirect' },
    ],
    [
      'packed',
      { status: 200, headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: '{}' },
      'not_ours',
      { code: 'encoding' },
    ],
    [
      '401 of the server',
      { status: 401, headers: JSON_TYPE, body: said('unauthorized', 'Name or password is incorrect.') },
      'login',
      { status: 401 },
    ],
    ['401 of a page', { status: 401, headers: HTML, body: PORTAL }, 'not_ours', { status: 401 }],
    [
      '403 of the server',
      { status: 403, headers: JSON_TYPE, body: said('forbidden', 'You are not allowed to access this db.') },
      'forbidden',
      {},
    ],
    [
      '403 of an account that is shut for a while',
      {
        status: 403,
        headers: JSON_TYPE,
        body: said('forbidden', 'Account is temporarily locked due to multiple authentication failures'),
      },
      'login',
      { code: 'locked' },
    ],
    ['403 of a page', { status: 403, headers: HTML, body: PORTAL }, 'not_ours', {}],
    [
      '404 of the server',
      { status: 404, headers: JSON_TYPE, body: said('not_found', 'Database does not exist.') },
      'missing',
      {},
    ],
    ['404 of a page', { status: 404, headers: HTML, body: PORTAL }, 'not_ours', { status: 404 }],
    ['412', { status: 412, headers: JSON_TYPE, body: said('precondition_failed') }, 'server', { status: 412 }],
    ['413 of something before the server', { status: 413, headers: HTML, body: PORTAL }, 'too_large', { status: 413 }],
    ['429', { status: 429, headers: { 'retry-after': '7' }, body: '' }, 'busy', { retryAfter: 7 }],
    [
      '429 until a time',
      {
        status: 429,
        headers: { date: 'Mon, 23 Nov 2026 08:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 08:01:30 GMT' },
        body: '',
      },
      'busy',
      { retryAfter: 90 },
    ],
    ['500', { status: 500, headers: JSON_TYPE, body: said('unknown_error', 'x') }, 'server', { status: 500 }],
    [
      '500 of a full disk',
      { status: 500, headers: JSON_TYPE, body: said('internal_server_error', '{badmatch,{error,enospc}}') },
      'server_disk',
      {},
    ],
    ['502 of a page', { status: 502, headers: HTML, body: '<html>nginx</html>' }, 'server', { status: 502 }],
    ['503', { status: 503, headers: { ...HTML, 'retry-after': 'soon' }, body: PORTAL }, 'busy', { status: 503 }],
    ['507', { status: 507, headers: HTML, body: '' }, 'server_disk', { status: 507 }],
    ['511', { status: 511, headers: HTML, body: PORTAL }, 'not_ours', { status: 511 }],
  ]

  it.each(SAYINGS)('%s', async (_, saying, why, detail) => {
    office.proxy.meet(/./, { kind: 'say', ...saying }, ALWAYS)
    for (const failure of await everyCall()) expect(failure).toMatchObject({ why, detail })
    await worksAgain()
  })

  it('413 that names a document names it only where it is one of ours', async () => {
    const [mine, other] = [recordDocument(FIRST, 50)._id, 'someone']
    for (const [reason, detail] of [
      [mine, { id: mine }],
      [other, { status: 413 }],
    ] as const) {
      office.proxy.meet(/_bulk_docs/, {
        kind: 'say',
        status: 413,
        headers: JSON_TYPE,
        body: said('document_too_large', reason),
      })
      const failure = await failureOf(desk.chains.write([recordDocument(FIRST, 50)]))
      expect(failure).toMatchObject({ why: 'too_large', detail })
      expect(failure?.detail.id).toBe(reason === mine ? mine : undefined)
    }
  })
})

describe('answers that are not whole', () => {
  const BROKEN: readonly (readonly [Fault, SyncCause])[] = [
    [{ kind: 'cut' }, 'offline'],
    [{ kind: 'cut_json' }, 'not_ours'],
    [{ kind: 'wrong_length', by: 40 }, 'offline'],
    [{ kind: 'wrong_length', by: -5 }, 'not_ours'],
    [{ kind: 'drip', milliseconds: 100 }, 'offline'],
    [{ kind: 'half_open' }, 'offline'],
    [{ kind: 'delay', milliseconds: 5000 }, 'offline'],
    [{ kind: 'drop' }, 'offline'],
    [{ kind: 'flood', bytes: 1024 ** 3 }, 'not_ours'],
  ]

  it.each(BROKEN)('%o: nothing of it is taken, and the next call works', async (fault, why) => {
    const before = process.memoryUsage().rss
    const began = performance.now()
    office.proxy.meet(/./, fault, ALWAYS)
    for (const failure of await everyCall()) expect(failure?.why).toBe(why)
    expect(performance.now() - began).toBeLessThan(3000)
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
    await worksAgain()
  })

  it('a feed that waits and is cut by something between is told, not taken for silence', async () => {
    const { since } = await desk.chains.changes({ since: null, limit: 100, wait: false })
    for (const fault of [{ kind: 'half_open' }, { kind: 'lost_answer' }] as const) {
      office.proxy.meet(/longpoll/, fault, 5)
      const began = performance.now()
      expect(await failureOf(desk.chains.changes({ since, limit: 100, wait: true }))).toMatchObject({ why: 'offline' })
      expect(performance.now() - began).toBeLessThan(3000)
      office.proxy.clear()
    }
  })

  it('a line the other side has closed in the meantime is made anew without a word; a PUT is not sent twice', async () => {
    await desk.chains.read('_local/epoch')
    office.proxy.meet(/GET .*epoch/, { kind: 'drop' }, 1)
    expect(await desk.chains.read('_local/epoch')).not.toBeNull()
    office.proxy.calls.length = 0
    office.proxy.meet(/PUT/, { kind: 'drop' }, 1)
    expect(await failureOf(desk.chains.replace({ _id: '_local/y', at: 1 }, null))).toMatchObject({ why: 'offline' })
    expect(office.proxy.calls.filter(call => call.startsWith('PUT'))).toHaveLength(1)
  })
})

describe('answers that are whole and wrong', () => {
  const hostile = (answer: (text: string) => string) => office.proxy.meet(/./, { kind: 'change', answer }, ALWAYS)
  beforeEach(() => office.proxy.clear())

  it('nesting of a hundred thousand is refused and overflows nothing', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    hostile(text => `${text.trimEnd().slice(0, -1)},"x":${deep}}`)
    for (const failure of [
      await failureOf(desk.chains.changes({ since: null, limit: 9, wait: false })),
      await failureOf(desk.chains.read('_local/epoch')),
      await failureOf(desk.chains.present(['x'])),
    ]) {
      expect(failure).toMatchObject({ why: 'not_ours', detail: { code: 'deep' } })
    }
  })

  it('a bracket in a text is no nesting, a broken text is no JSON', async () => {
    hostile(text => text.replace('"sealed":"', `"note":"${'[\\"{'.repeat(500)}","sealed":"`))
    const page = await desk.chains.changes({ since: null, limit: 100, wait: false })
    expect(page.documents.length).toBeGreaterThanOrEqual(20)
    office.proxy.clear()
    hostile(text => text.replace('"sealed":"', '"sealed":"\ud800'))
    office.proxy.clear()
    office.proxy.meet(/./, { kind: 'say', status: 200, headers: JSON_TYPE, body: '{"results":[],"last_seq":"\\ud8"}' })
    expect(await failureOf(desk.chains.changes({ since: null, limit: 9, wait: false }))).toMatchObject({
      why: 'not_ours',
    })
  })

  it('__proto__ and names that come twice change nothing but the document they stand in', async () => {
    hostile(text =>
      text.replaceAll('"f":1', '"f":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}},"f":1'),
    )
    const page = await desk.chains.changes({ since: null, limit: 100, wait: false })
    expect(page.documents.length).toBeGreaterThanOrEqual(20)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect((page.documents[0] as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(page.documents[0])).toBe(Object.prototype)
  })

  const FORMS: readonly (readonly [string, (text: string) => string])[] = [
    ['no place it was read to', text => text.replace('"last_seq"', '"last"')],
    ['a place that is nothing', text => text.replace(/"last_seq":[^,}]+/, '"last_seq":null')],
    ['a place that is no text', text => text.replace(/"last_seq":[^,}]+/, '"last_seq":{"a":1}')],
    ['rows that are none', text => text.replace('"results":[', '"results":{},"was":[')],
    ['a row of another document', text => text.replaceAll('"_id":"a', '"_id":"b')],
    ['a row without an id', text => text.replaceAll('"id":', '"idx":')],
    ['a list', text => `[${text}]`],
  ]
  it.each(FORMS)('a page with %s is not taken', async (_, answer) => {
    hostile(answer)
    expect(await failureOf(desk.chains.changes({ since: null, limit: 100, wait: false }))).toMatchObject({
      why: 'not_ours',
      detail: { code: 'form' },
    })
  })

  it('a place that comes twice is the last one, as any reader of JSON has it', async () => {
    hostile(text => text.replace(/"last_seq":[^,}]+/, '"last_seq":1,"last_seq":2'))
    expect((await desk.chains.changes({ since: null, limit: 100, wait: false })).since).toBe(2)
  })

  it('documents of another range, and one that was not asked for, are not believed', async () => {
    hostile(text => text.replaceAll(`"id":"${FIRST}`, `"id":"${installationOf('b')}`))
    const asked = { from: `${FIRST}:000000000001`, to: `${FIRST}:000000000009`, limit: 9, content: 'ids' } as const
    expect(await failureOf(desk.chains.range(asked))).toMatchObject({ why: 'not_ours', detail: { code: 'range' } })
    expect(await desk.chains.present([`${FIRST}:000000000001`])).toEqual(new Set())
    expect(await failureOf(desk.chains.read(`${FIRST}:000000000001`))).toBeNull()
    office.proxy.clear()
    hostile(text => text.replaceAll(`"_id":"${FIRST}`, `"_id":"${installationOf('b')}`))
    expect(await failureOf(desk.chains.read(`${FIRST}:000000000001`))).toMatchObject({ why: 'not_ours' })
  })

  it('"ok" to what was not kept is found by reading back', async () => {
    const lost = recordDocuments(FIRST, 300, 3)
    office.proxy.meet(/_bulk_docs/, { kind: 'not_kept' })
    const written = await desk.chains.write(lost)
    expect([...written.values()].every(({ state }) => state === 'written')).toBe(true)
    expect(await desk.chains.present(lost.map(({ _id }) => _id))).toEqual(new Set())
  })

  it('rows of another order, and rows twice, are the same rows', async () => {
    const ids = idsOf(recordDocuments(FIRST, 1, 20))
    for (const kind of ['reorder', 'repeat'] as const) {
      office.proxy.meet(/./, { kind }, ALWAYS)
      const written = await desk.chains.write([...recordDocuments(FIRST, 1, 3), recordDocument(installationOf('b'), 1)])
      expect([...written.values()].map(({ state }) => state).sort()).toEqual(['exists', 'exists', 'exists', 'refused'])
      const asked = { from: ids[0]!, to: ids[19]!, limit: 100, content: 'ids' } as const
      const range = await desk.chains.range(asked)
      expect([...new Set(range.map(each => (each as { _id: string })._id))]).toEqual(ids)
      expect(await desk.chains.present(ids)).toEqual(new Set(ids))
      const page = await desk.chains.changes({ since: null, limit: 100, wait: false })
      expect([...new Set(idsOf(page.documents))].slice(0, 20)).toEqual(ids)
      office.proxy.clear()
    }
  })

  it('an answer that says nothing of a document of the batch is no answer', async () => {
    office.proxy.meet(/_bulk_docs/, { kind: 'lose_rows' })
    expect(await failureOf(desk.chains.write(recordDocuments(FIRST, 400, 3)))).toMatchObject({
      detail: { code: 'rows' },
    })
    office.proxy.meet(/_bulk_docs/, { kind: 'change', answer: text => text.replaceAll('"ok":true', '"ok":"true"') })
    expect((await failureOf(desk.chains.write(recordDocuments(FIRST, 500, 3))))?.why).toBe('not_ours')
  })
})
