import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wireTo } from '#electron/sync/http-wire.ts'
import { CHAIN_RULES, KEY_RULES } from '#electron/sync/rules.ts'
import type { LoopbackAddress } from '#shared/sync/address.ts'
import { installationOf, makeOffice, type RigDesk, type RigOffice, recordDocument } from '../fixtures/sync/office.ts'
import { KINDS, type RigServer, startServer } from '../fixtures/sync/server.ts'

const MINE = installationOf('m')
const OTHER = installationOf('z')
const THIRD = installationOf('t')
const record = (sequence: number, over: Record<string, unknown> = {}) => recordDocument(MINE, sequence, over)
const key = (letter: string, over: Record<string, unknown> = {}) => ({
  _id: `subject:${letter.repeat(20)}`,
  k: '0a1b2c3d',
  sealed: 'AAAA',
  ...over,
})

/** What a desk may not write into the chains, and what the rules say to it. */
const REFUSED: readonly (readonly [string, { _id: string }, string])[] = [
  ['a record of another desk', recordDocument(OTHER, 1), 'not_yours'],
  ['one handed on in the name of another', recordDocument(OTHER, 2, { by: THIRD }), 'not_yours'],
  ['one whose header names another chain', record(3, { i: OTHER }), 'place'],
  ['one whose header names another place', record(4, { s: 5 }), 'place'],
  ['one whose call ends before it', record(5, { b: 1, e: 4 }), 'place'],
  ['one whose call begins after it', record(6, { b: 7, e: 8 }), 'place'],
  ['a part of a number', record(7, { s: 7.5, e: 8 }), 'place'],
  ['a format that is not known', record(8, { f: 2 }), 'format'],
  ['a field that is not known', record(9, { name: 'x' }), 'field'],
  ['a place of nothing', record(0, { b: 1, e: 1 }), 'place'],
  ['what is not base64', record(10, { sealed: 'a b!' }), 'form'],
  ['nothing sealed', record(11, { sealed: '' }), 'form'],
  ['a signature of another length', record(12, { signature: 'AAAA' }), 'form'],
  ['a hash of another form', record(13, { p: 'x'.repeat(64) }), 'form'],
  ['an id with eleven digits', { ...record(14), _id: `${MINE}:00000000014` }, 'id'],
  ['an id with a line after it', { ...record(15), _id: `${MINE}:000000000015\n` }, 'id'],
  ['an id of no kind', { _id: 'note' }, 'id'],
  ['a letter of another desk', { _id: 'letter:\u0411', i: OTHER } as { _id: string }, 'not_yours'],
  ['a letter that is none', { _id: 'letter:B', i: MINE } as { _id: string }, 'id'],
  ['a letter with more than its desk', { _id: 'letter:\u0412', i: MINE, name: 'x' } as { _id: string }, 'field'],
  ['that a desk is retired', { _id: `retired:${OTHER}` }, 'administrators'],
  ['that a desk is replaced', { _id: `replaced:${OTHER}`, by: MINE } as { _id: string }, 'administrators'],
]

/** What a desk may not write among the keys. */
const REFUSED_KEYS: readonly (readonly [string, { _id: string }, string])[] = [
  ['an id of no person', { ...key('a'), _id: 'subject:short' }, 'id'],
  ['a field that is not known', key('b', { name: 'x' }), 'field'],
  ['what is not base64', key('c', { sealed: '...' }), 'form'],
  ['one erased that still holds a key', key('d', { erased: true }), 'field'],
  ['one with another word for erased', key('e', { erased: 'yes' }), 'field'],
  ['no key', key('f', { sealed: undefined }), 'form'],
]

describe.each(KINDS)('the rules on %s', kind => {
  let server: RigServer
  let office: RigOffice
  let desk: RigDesk
  beforeAll(async () => {
    server = await startServer(kind)
    office = await makeOffice(server)
    desk = await office.desk(MINE)
  })
  afterAll(async () => {
    await office.close()
    await server.close()
  })

  it('whatever is not the own record in its form is refused by its name, and nothing of it stands', async () => {
    const written = await desk.chains.write(REFUSED.map(([, document]) => document))
    for (const [what, { _id }, says] of REFUSED) {
      expect(written.get(_id), what).toEqual({ state: 'refused', reason: `qabyldau:${says}` })
    }
    expect(await desk.chains.present(REFUSED.map(([, { _id }]) => _id))).toEqual(new Set())
  })

  it('the own record, one handed on in the own name and the own letter are taken, once', async () => {
    const good = [record(101), record(102, { b: 101, e: 103 }), recordDocument(OTHER, 5, { by: MINE })]
    const letter = { _id: 'letter:\u04D8', i: MINE }
    const written = await desk.chains.write([...good, letter])
    expect([...written.values()]).toEqual(Array(4).fill({ state: 'written' }))
    const changed = await desk.chains.write([{ ...record(101), sealed: 'BBBB' }, letter])
    expect([...changed.values()]).toEqual(Array(2).fill({ state: 'exists' }))
  })

  it('of two desks that want one letter the second is told that it is taken', async () => {
    const other = await office.desk(OTHER)
    const asked = await Promise.all(
      [desk, other].map(({ chains, installation }) => chains.replace({ _id: 'letter:\u0416', i: installation }, null)),
    )
    expect(asked.map(({ state }) => state).sort()).toEqual(['exists', 'written'])
  })

  it('what stands is neither changed nor deleted, by nobody who knows its revision', async () => {
    await desk.chains.write([record(201)])
    const stands = (await desk.chains.read(record(201)._id))!
    for (const hands of [desk.chains, office.asAdmin.chains]) {
      expect(await hands.replace({ ...record(201), sealed: 'BBBB' }, stands.revision)).toEqual({ state: 'exists' })
      const deleted = await hands.replace({ _id: record(201)._id, _deleted: true }, stands.revision)
      expect(deleted).toEqual({ state: 'refused', reason: 'qabyldau:never_deleted' })
    }
    expect(await desk.chains.read(record(201)._id)).toEqual(stands)
  })

  it('the word of the administrator is taken from the administrator', async () => {
    const admin = office.asAdmin.chains
    expect(await admin.replace({ _id: `retired:${OTHER}` }, null)).toEqual({ state: 'written' })
    expect(await admin.replace({ _id: `replaced:${OTHER}`, by: MINE }, null)).toEqual({ state: 'written' })
    expect(await admin.replace({ _id: `replaced:${MINE}`, by: 'x' }, null)).toMatchObject({ state: 'refused' })
  })

  it('keys are of people and sealed, and nothing else', async () => {
    const written = await desk.keys.write(REFUSED_KEYS.map(([, document]) => document))
    for (const [what, { _id }, says] of REFUSED_KEYS) {
      expect(written.get(_id), what).toEqual({ state: 'refused', reason: `qabyldau:${says}` })
    }
  })

  it('a key is erased by any desk, also before it came, and is not written again by any', async () => {
    const other = await office.desk(THIRD)
    await desk.keys.write([key('p')])
    const stands = (await other.keys.read(key('p')._id))!
    expect(await other.keys.replace(key('p', { sealed: 'BBBB' }), stands.revision)).toEqual({ state: 'exists' })
    expect(await other.keys.replace({ _id: key('p')._id, erased: true }, stands.revision)).toEqual({ state: 'written' })
    expect(await other.keys.replace({ _id: key('q')._id, erased: true }, null)).toEqual({ state: 'written' })
    for (const hands of [desk.keys, office.asAdmin.keys]) {
      for (const each of ['p', 'q']) {
        const erased = (await hands.read(key(each)._id))!
        expect(await hands.replace(key(each), erased.revision)).toEqual({ state: 'exists' })
        const deleted = await hands.replace({ _id: key(each)._id, _deleted: true }, erased.revision)
        expect(deleted).toEqual({ state: 'refused', reason: 'qabyldau:never_deleted' })
        expect((await hands.read(key(each)._id))?.document).toMatchObject({ erased: true })
      }
    }
  })

  it('a desk may not touch the rules or who may enter', async () => {
    const { chains } = office.names
    const hands = wireTo({ address: office.proxy.address as LoopbackAddress, account: desk.account, trust: 'system' })
    const path = `/${chains}/_design/qabyldau`
    const { value } = await hands.ask({ method: 'GET', path })
    const open = { ...(value as object), validate_doc_update: 'function () {}' }
    const asked = [
      { method: 'PUT', path, body: open },
      { method: 'PUT', path: `/${chains}/_design/other`, body: { views: {} } },
      { method: 'PUT', path: `/${chains}/_security`, body: {} },
    ] as const
    const before = await office.admin.ask({ method: 'GET', path: asked[2].path })
    // A real server says 500 where somebody else sets who may enter.
    for (const each of asked) expect((await hands.ask(each)).status, each.path).toBeGreaterThanOrEqual(400)
    expect((await office.admin.ask({ method: 'GET', path: asked[2].path })).value).toEqual(before.value)
    hands.close()
    expect((await office.admin.ask({ method: 'GET', path })).value).toMatchObject({ ...CHAIN_RULES })
  })
})

describe('the text of the rules', () => {
  it.each([CHAIN_RULES, KEY_RULES])(
    'is one function of the oldest JavaScript, and asks no clock',
    ({ validate_doc_update: text }) => {
      expect(text).not.toMatch(/=>|`|\b(?:let|const|class|async)\b|\bDate\b|Math\.random/)
      const rule = new Function(`return ${text}`)() as (...given: unknown[]) => void
      expect(() => rule({ _id: 'x' }, null, { name: 'desk-x', roles: [] }, {})).toThrow()
    },
  )
})
