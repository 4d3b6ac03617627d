import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finishSwap, placesOf } from '#electron/backup/swap.ts'
import { findUser, type OpenDesk } from '#electron/desk/open-desk.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { hasKeys } from '#electron/security/key-store.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { askServer, findAsked, openAsked, takeAsked } from '#electron/sync/asking.ts'
import { runCycle } from '#electron/sync/cycle.ts'
import { type SyncDatabase, SyncFailure } from '#electron/sync/database.ts'
import type { Exchange } from '#electron/sync/exchange.ts'
import { askToJoin, beginInOffice, chooseInvitation, dropOffice, type JoinParts } from '#electron/sync/joining.ts'
import { type KeptMemory, openMemory } from '#electron/sync/memory.ts'
import { told } from '#electron/sync/request.ts'
import { answerDigits, answerPath, writeAnswer } from '#electron/sync/server-answer.ts'
import { OfficeServer, readServer } from '#electron/sync/server-file.ts'
import { entityId } from '#shared/change/action.ts'
import type { JoinRequest } from '#shared/sync/invitation.ts'
import { MemoryServer } from '#test/fixtures/sync/memory-server.ts'
import { count } from './counted.ts'
import { draft, testStorage } from './desk-rig.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import { AS_NEW, deskAt, JoiningRig, joinBy, NOW, stageBy } from './joining-rig.ts'

const SERVER = OfficeServer.parse({
  ...{ address: 'https://server.example:6984', office: 'wko', password: 'drawn', trust: 'system' },
})

let rig: JoiningRig
let chains: MemoryServer
let keys: MemoryServer

/** The office exchanges with its server. */
async function send(): Promise<void> {
  const folder = path.join(rig.root, 'office')
  await runCycle(exchangeOf(rig.office, await openMemory(nodeFiles, folder, rig.office.keys)))
}

function exchangeOf(desk: OpenDesk, memory: KeptMemory): Exchange {
  return {
    ...{ desk, memory, actions: chains.database, people: keys.database, app: '1.0.0', held: new Map() },
    ...{ now: () => NOW, random: () => 'epoch', taken: async () => undefined, progress: () => undefined },
  }
}

beforeEach(async () => {
  rig = await JoiningRig.make()
  chains = new MemoryServer(() => 0.99)
  keys = new MemoryServer(() => 0.99, true)
  await send()
})

afterEach(() => rig.end())

type Databases = Pick<Exchange, 'actions' | 'people'>

const whole = (): Databases => ({ actions: chains.database, people: keys.database })

function online(parts: JoinParts, databases: Databases = whole()): JoinParts {
  return { ...parts, connect: () => ({ ...databases, close: () => undefined }), wait: async () => undefined }
}

/** A request, answered by the server's administrator and by the office; the invitation. */
async function asked(name: string, { data = false, answer = true } = {}): Promise<[JoinRequest, string]> {
  const request = await askToJoin(rig.partsOf(name), `desk ${name}`)
  const invitation = await rig.invite(request, { data })
  const beside = answerPath(path.join(rig.stick, 'request.qjoin'), request)
  await rm(beside, { force: true })
  if (answer) await writeAnswer(nodeFiles, beside, request, { server: SERVER, random: systemRandom })
  return [request, invitation]
}

async function joined(name: string) {
  await finishSwap(path.join(rig.root, name))
  const { folder } = placesOf(path.join(rig.root, name))
  return { folder, desk: await deskAt(folder, testStorage(name)) }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    error => error.detail?.code ?? String(error),
  )

describe('a computer that joins by the server of the office', () => {
  test('has all of it without a file of records, is who it asked to be, and its exchange is set', async () => {
    const [request, invitation] = await asked('new')
    const shown: string[] = []
    const parts = online({ ...rig.partsOf('new'), progress: (done, all) => shown.push(`${done}/${all}`) })
    await joinBy(parts, invitation)
    const { folder, desk } = await joined('new')
    expect(desk.journal.installation).toBe(request.installation)
    expect(desk.journal.head().cursor).toEqual({ ...rig.office.journal.head().cursor, [request.installation]: 2 })
    const { actions } = await desk.journal.read({}, 100)
    expect(actions.find(({ entity }) => entity === 'application:a1')?.personal?.value).toMatchObject({
      essence: 'essence 1',
    })
    expect(await readServer(nodeFiles, folder, desk.keys)).toEqual(SERVER)
    expect((await openMemory(nodeFiles, folder, desk.keys)).current).toMatchObject({ relay: false, confirmed: 0 })
    expect(shown.at(-1)).toBe('5/5')
    await desk.journal.close()
  })

  test('a file goes first and the server gives the rest; a server that is away does not hinder who has the file', async () => {
    const [, invitation] = await asked('new', { data: true })
    await rig.office.journal.append([draft(3, 'a3')])
    await send()
    const reads: unknown[] = []
    const changes: SyncDatabase['changes'] = page => {
      reads.push(page)
      return chains.database.changes(page)
    }
    await joinBy(online(rig.partsOf('new'), { ...whole(), actions: { ...chains.database, changes } }), invitation)
    expect(reads.length).toBeGreaterThan(0)
    const { desk } = await joined('new')
    expect(desk.journal.has(entityId('application', 'a3'))).toBe(true)
    await desk.journal.close()

    const [, other] = await asked('other', { data: true })
    const away: SyncDatabase = { ...chains.database, range: () => Promise.reject(new SyncFailure('offline')) }
    await joinBy(online(rig.partsOf('other'), { ...whole(), actions: away }), other)
    const second = await joined('other')
    expect(await readServer(nodeFiles, second.folder, second.desk.keys)).toEqual(SERVER)
    await second.desk.journal.close()
  })

  test('letters that are held on the server are taken, whoever holds them', async () => {
    chains.plant({ _id: 'letter:Б', i: 'z'.repeat(16) })
    const [, invitation] = await asked('new')
    const parts = online(rig.partsOf('new'))
    const staged = await stageBy(parts, invitation)
    expect(staged.found.letters).toEqual(['А', 'Б'])
    expect(staged.found.free).not.toBe('Б')
    await dropOffice(parts, staged)
  })

  test('neither file nor answer, an answer to another, a request used before: each in its words', async () => {
    const [, alone] = await asked('new', { answer: false })
    expect(await codeOf(stageBy(online(rig.partsOf('new')), alone))).toBe('join.no_data')

    const [request] = await asked('other')
    const [again, invitation] = await asked('new')
    const ours = answerPath(path.join(rig.stick, 'x'), again)
    await rename(answerPath(path.join(rig.stick, 'x'), request), ours)
    expect(await codeOf(stageBy(online(rig.partsOf('new')), invitation))).toBe('join.no_data')
    await writeAnswer(nodeFiles, ours, again, { server: SERVER, random: systemRandom })

    const refused: SyncDatabase = { ...chains.database, range: () => Promise.reject(new SyncFailure('login')) }
    const wrong = online(rig.partsOf('new'), { ...whole(), actions: refused })
    expect(await codeOf(stageBy(wrong, invitation))).toBe('join.server_refused')
    chains.plant({ _id: `${again.installation}:000000000001` })
    expect(await codeOf(stageBy(online(rig.partsOf('new')), invitation))).toBe('join.request_used')
    expect(await hasKeys({ folder: placesOf(path.join(rig.root, 'new')).folder })).toBe(false)
  })

  test('records under an office key that is not in the invitation wait, and hinder nobody', async () => {
    const [request, invitation] = await asked('new')
    const own = rig.office.journal.installation
    rig.office.keys.adopt(randomBytes(32), {} as never)
    const [subject = null] = await rig.office.keyring.create(['somebody else'])
    await rig.office.journal.append([draft(3, 'a3', subject), draft(4, 'a4')])
    await send()
    const parts = online(rig.partsOf('new'))
    const staged = await stageBy(parts, invitation)
    expect(staged.found).toMatchObject({ records: 5, missing: 0, waiting: 1, free: 'Б' })
    await beginInOffice(parts, staged, AS_NEW)
    const { folder, desk } = await joined('new')
    expect(desk.journal.head().cursor).toEqual({ [own]: 5, [request.installation]: 2 })
    const memory = await openMemory(nodeFiles, folder, desk.keys)
    const exchange = exchangeOf(desk, memory)
    await runCycle(exchange)
    expect(exchange.held.get(own)).toMatchObject({ sequence: 6, why: 'other_key' })
    await desk.journal.close()
  })

  test('where nothing of the office opens it is not joined', async () => {
    const request = await askToJoin(rig.partsOf('new'), 'desk new')
    rig.office.keys.adopt(randomBytes(32), {} as never)
    const invitation = await rig.invite(request, { data: false })
    await writeAnswer(nodeFiles, answerPath(path.join(rig.stick, 'request.qjoin'), request), request, {
      ...{ server: SERVER, random: systemRandom },
    })
    expect(await codeOf(stageBy(online(rig.partsOf('new')), invitation))).toBe('join.no_office')
  })

  test('it is stopped by who asks it, and begun again', async () => {
    const [, invitation] = await asked('new')
    const stop = new AbortController()
    const changes: SyncDatabase['changes'] = async () => {
      stop.abort()
      throw new SyncFailure('cancelled')
    }
    const stopping = online(rig.partsOf('new'), { ...whole(), actions: { ...chains.database, changes } })
    expect(await codeOf(stageBy({ ...stopping, signal: stop.signal }, invitation))).toBe('join.stopped')
    await joinBy(online(rig.partsOf('new')), invitation)
    const { desk } = await joined('new')
    await desk.journal.close()
  })

  test('an answer that somebody else sealed is not taken: nothing is asked of their server, and nothing begins', async () => {
    const [request, invitation] = await asked('new', { answer: false })
    const at = answerPath(path.join(rig.stick, 'request.qjoin'), request)
    const ours = await writeAnswer(nodeFiles, at, request, { server: SERVER, random: systemRandom })
    const digits = answerDigits(request, ours)
    const theirs = OfficeServer.parse({ ...SERVER, address: 'https://thief.example:6984', trust: 'system' })
    await writeAnswer(nodeFiles, at, request, { server: theirs, random: systemRandom })
    const reached: string[] = []
    const watched: JoinParts = {
      ...online(rig.partsOf('new')),
      connect: ({ address }) => {
        reached.push(address)
        return { ...whole(), close: () => undefined }
      },
    }
    expect((await chooseInvitation(watched, invitation)).server).toEqual({ address: theirs.address, office: 'wko' })
    for (const typed of ['', digits]) expect(await codeOf(stageBy(watched, invitation, typed))).toBe('server.digits')
    expect(await codeOf(stageBy(watched, invitation, told(request).fingerprint))).toBe('server.digits')
    expect(reached).toEqual([])
    expect(await nodeFiles.sizeOf(`${placesOf(path.join(rig.root, 'new')).next}/sync/server`)).toBeNull()

    await writeAnswer(nodeFiles, path.join(rig.stick, '0.qserver'), request, { server: SERVER, random: systemRandom })
    expect(await codeOf(stageBy(watched, invitation))).toBe('server.several')
    await rm(at)
    await dropOffice(watched, await stageBy(watched, invitation))
    expect(reached).toEqual([SERVER.address])
  })

  test('it is stopped at once while it waits as long as the server asks', async () => {
    const [, invitation] = await asked('new')
    const stop = new AbortController()
    const range: SyncDatabase['range'] = async () => {
      setImmediate(() => stop.abort())
      throw new SyncFailure('busy', { retryAfter: 600 })
    }
    const { wait: _, ...waiting } = online(rig.partsOf('new'), { ...whole(), actions: { ...chains.database, range } })
    expect(await codeOf(stageBy({ ...waiting, signal: stop.signal }, invitation))).toBe('join.stopped')
  }, 10_000)
})

test('a standing desk takes the answer to its request by its digits alone', async () => {
  const { office: desk, stick } = rig
  const folder = path.join(rig.root, 'office')
  const { request } = await askServer(nodeFiles, { folder, to: stick }, desk)
  const at = answerPath(path.join(stick, 'request.qjoin'), request)
  const ours = await writeAnswer(nodeFiles, at, request, { server: SERVER, random: systemRandom })
  const theirs = OfficeServer.parse({ ...SERVER, address: 'https://thief.example:6984' })
  await writeAnswer(nodeFiles, at, request, { server: theirs, random: systemRandom })
  const opened = await openAsked(nodeFiles, { folder, path: at }, desk)
  expect(opened.server.address).toBe(theirs.address)
  const take = (answer: typeof ours, digits: string) => takeAsked(nodeFiles, { folder, answer, digits }, desk)
  const digits = answerDigits(request, ours)
  for (const typed of ['', digits]) expect(await codeOf(take(opened.answer, typed))).toBe('server.digits')
  expect(await findAsked(nodeFiles, folder, desk)).toMatchObject({ request })
  expect(await take(ours, digits.replace(/ /g, '-'))).toEqual(SERVER)
})

/** Databases of which the call number `at` fails, and for good where the wire is cut. */
function cutAt(at: number, lasting: boolean): Databases & { calls: number } {
  const rigged = { calls: 0, ...whole() }
  const cut = (database: SyncDatabase): SyncDatabase =>
    new Proxy(database, {
      get: (target, name: keyof SyncDatabase) => (asked: never, revision: never) => {
        rigged.calls += 1
        const isCut = lasting ? rigged.calls >= at : rigged.calls === at
        if (isCut) return Promise.reject(new SyncFailure('offline'))
        return (target[name] as (a: never, b: never) => Promise<unknown>)(asked, revision)
      },
    })
  rigged.actions = cut(chains.database)
  rigged.people = cut(keys.database)
  return rigged
}

/** The office whole at a computer, or nothing of it. */
async function isTorn(name: string, isDone: boolean): Promise<boolean> {
  const userData = path.join(rig.root, name)
  await finishSwap(userData)
  const { folder } = placesOf(userData)
  const isJoined = await hasKeys({ folder }).catch(() => null)
  if (isJoined === null || (isDone && !isJoined)) return true
  if (!isJoined) return false
  const desk = await deskAt(folder, testStorage(name))
  const isWhole =
    (await findUser(desk)) !== null &&
    desk.journal.head().count === rig.office.journal.head().count + 2 &&
    (await readServer(nodeFiles, folder, desk.keys)) !== null
  await desk.journal.close()
  return !isWhole
}

test('a wire that is cut at any request is waited for; one that stays cut leaves nothing, and the next try joins', async () => {
  let [injected, torn] = [0, 0]
  for (let at = 1; ; at++) {
    const names = [`once${at}`, `away${at}`]
    for (const name of names) await nodeFiles.makeFolder(path.join(rig.root, name))
    const [once = '', away = ''] = names
    const [, first] = await asked(once)
    const short = cutAt(at, false)
    await joinBy(online(rig.partsOf(once), short), first)
    if (await isTorn(once, true)) torn += 1
    if (short.calls < at) break
    const [, second] = await asked(away)
    expect(await codeOf(joinBy(online(rig.partsOf(away), cutAt(at, true)), second))).toBe('join.no_server')
    expect(await hasKeys({ folder: placesOf(path.join(rig.root, away)).folder })).toBe(false)
    await joinBy(online(rig.partsOf(away)), second)
    if (await isTorn(away, true)) torn += 1
    injected += 2
    for (const name of names) await rm(path.join(rig.root, name), { recursive: true, force: true })
  }
  expect(injected).toBeGreaterThan(10)
  expect(torn).toBe(0)
}, 300_000)

test.each<Fault>(['ENOSPC', 'EIO', 'kill'])(
  'joining by the server, cut short at any call of the disk, is not begun or done: %s',
  async fault => {
    let [injected, torn] = [0, 0]
    for (let at = 1; ; at++) {
      const name = `new${at}`
      await nodeFiles.makeFolder(path.join(rig.root, name))
      const [, invitation] = await asked(name)
      const failing = new FailFiles(nodeFiles, at, fault)
      const isDone = (await codeOf(joinBy(online(rig.partsOf(name, failing)), invitation))) === 'done'
      if (!failing.hit) break
      injected += 1
      if (await isTorn(name, isDone)) torn += 1
      await rm(path.join(rig.root, name), { recursive: true, force: true })
    }
    expect(injected).toBeGreaterThan(20)
    count('faults of files', `an office being joined by its server, ${fault}`, injected, { torn })
  },
  300_000,
)
