import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finishSwap, placesOf } from '#electron/backup/swap.ts'
import { actorOf, findUser, type OpenDesk, openDesk } from '#electron/desk/open-desk.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { openJournal } from '#electron/journal/journal.ts'
import { createKeys, hasKeys, openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { readLinks } from '#electron/security/older-keys.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { told, writeInvitation } from '#electron/sync/invitation.ts'
import {
  askToJoin,
  type Beginning,
  beginInOffice,
  dropOffice,
  type JoinParts,
  stageOffice,
} from '#electron/sync/joining.ts'
import { openMemory } from '#electron/sync/memory.ts'
import { officeDesks } from '#electron/sync/office-desks.ts'
import { writeParcel } from '#electron/sync/parcel.ts'
import { openParcels } from '#electron/sync/parcel-memory.ts'
import { entityId } from '#shared/change/action.ts'
import { DeskLetter, User } from '#shared/office/model.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { count } from './counted.ts'
import { draft, testStorage } from './desk-rig.ts'
import { FailFiles, type Fault } from './fail-files.ts'

const NOW = 1_790_000_000_000
const CLOCK = { now: () => NOW, start: () => undefined }
const PERSON = User.parse({ id: 'u0', name: 'А. Рахимова', position: { kk: 'М', ru: 'С' }, role: 'administrator' })
const NEW_PERSON = { name: 'Б. Сериков', position: { kk: 'М', ru: 'С' }, role: 'clerk' } as const
const CHEAP = { memory: 1024, rounds: 1 }
const LETTER = DeskLetter.parse('Б')

let root: string
let office: OpenDesk
let stick: string

async function deskAt(folder: string, storage = testStorage('first')): Promise<OpenDesk> {
  const where = { folder, storage, files: nodeFiles }
  const keys = (await hasKeys(where)) ? await openKeys(where) : await createKeys(where)
  const keyring = await openKeyring({ folder, keys })
  const journal = await openJournal({ folder, keys, keyring, clock: CLOCK, floor: () => 0 })
  return openDesk({ keys, keyring, journal, reportBug: () => undefined })
}

/** The computer that joins: its own key store, its own folder. */
function partsOf(name: string, files: FileSystem = nodeFiles): JoinParts {
  return {
    ...{ userData: path.join(root, name), app: '1.0.0', storage: testStorage(name), files, cost: CHEAP },
    ...{ floor: () => 0, now: () => NOW, reportBug: () => undefined, progress: () => undefined },
  }
}

/** An invitation for a request, with the whole office beside it. */
async function invite(request: Awaited<ReturnType<typeof askToJoin>>, guarded = false): Promise<string> {
  const folder = path.join(root, 'office')
  const parts = {
    ...{ desk: office, files: nodeFiles, app: '1.0.0', now: () => NOW, progress: () => undefined },
    kept: await openParcels(nodeFiles, folder, office.keys),
    memory: await openMemory(nodeFiles, folder, office.keys),
    taken: async () => undefined,
  }
  const parcel = `office-${request.name}.qsync`
  await rm(path.join(stick, parcel), { force: true })
  await writeParcel(parts, path.join(stick, parcel), { whole: true, toAll: false })
  const older = await readLinks({ folder, files: nodeFiles })
  const giving = { keys: office.keys, guarded, older, recovery: null, parcel, random: systemRandom }
  return path.join(stick, await writeInvitation(nodeFiles, stick, request, giving))
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'joining-'))
  stick = path.join(root, 'stick')
  for (const name of ['stick', 'new', 'other', 'nobody']) await nodeFiles.makeFolder(path.join(root, name))
  office = await deskAt(path.join(root, 'office'))
  const { journal, keys, keyring } = office
  const body = { letter: 'А', provisional: true, publicKey: keys.publicKey }
  const first = [
    { entity: entityId('desk', journal.installation), type: 'desk.opened', body },
    { entity: entityId('user', PERSON.id), type: 'user.added', body: { user: PERSON } },
    { entity: entityId('office', 'main'), type: 'office.set', body: { office: FIRST_RUN.office } },
  ]
  await office.gate.act(
    first.map(act => ({ intent: { ...act, basedOn: null } })),
    actorOf(null, NOW),
  )
  const [subject = null] = await keyring.create(['somebody'])
  await journal.append([draft(1, 'a1', subject), draft(2, 'a2', subject)])
})

afterEach(async () => {
  await office.journal.close()
  await rm(root, { recursive: true, force: true })
})

const asNew: Beginning = { letter: LETTER, person: { user: NEW_PERSON }, password: null }

async function join(name: string, files: FileSystem, asked = asNew): Promise<void> {
  const request = await askToJoin(partsOf(name), `desk ${name}`)
  const invitation = await invite(request)
  const parts = partsOf(name, files)
  const staged = await stageOffice(parts, invitation)
  try {
    await beginInOffice(parts, staged, asked)
  } catch (error) {
    await dropOffice(parts, staged).catch(() => undefined)
    throw error
  }
}

describe('a computer that joins an office', () => {
  test('has all of it after the next start, a chain of its own and nothing of the office set again', async () => {
    await join('new', nodeFiles)
    await finishSwap(path.join(root, 'new'))
    const desk = await deskAt(placesOf(path.join(root, 'new')).folder, testStorage('new'))
    const before = office.journal.head().cursor
    const own = desk.journal.installation
    expect(desk.journal.head().cursor).toEqual({ ...before, [own]: 2 })
    const { actions } = await desk.journal.read({}, 100)
    expect(actions.filter(({ type }) => type === 'office.set')).toHaveLength(1)
    expect(actions.find(({ entity }) => entity === 'application:a1')?.personal?.value).toMatchObject({
      essence: 'essence 1',
    })
    expect((await findUser(desk))?.name).toBe(NEW_PERSON.name)
    expect((await officeDesks(desk.journal)).map(({ letter, isOwn }) => [letter, isOwn])).toEqual([
      ['Б', true],
      ['А', false],
    ])
    await desk.journal.close()
  })

  test('a person of the office may be the person of the new desk', async () => {
    await join('new', nodeFiles, { ...asNew, person: { known: PERSON.id } })
    await finishSwap(path.join(root, 'new'))
    const desk = await deskAt(placesOf(path.join(root, 'new')).folder, testStorage('new'))
    expect((await findUser(desk))?.id).toBe(PERSON.id)
    expect(desk.journal.entitiesOf('user')).toHaveLength(1)
    await desk.journal.close()
  })

  test('only the computer that asked opens the invitation, and no letter is given twice', async () => {
    const request = await askToJoin(partsOf('new'), 'new')
    const invitation = await invite(request)
    await askToJoin(partsOf('other'), 'new')
    await expect(stageOffice(partsOf('other'), invitation)).rejects.toMatchObject({
      detail: { code: 'join.not_for_us' },
    })
    await expect(stageOffice(partsOf('nobody'), invitation)).rejects.toMatchObject({
      detail: { code: 'join.not_asked' },
    })
    const bytes = await nodeFiles.readFile(invitation)
    expect(
      bytes?.includes(Buffer.from((await office.keys.lend(async key => key.toString('base64'))).slice(0, 20))),
    ).toBe(false)
    const staged = await stageOffice(partsOf('new'), invitation)
    const taken = { ...asNew, letter: DeskLetter.parse('А') }
    await expect(beginInOffice(partsOf('new'), staged, taken)).rejects.toMatchObject({
      detail: { code: 'join.letter_taken' },
    })
    await dropOffice(partsOf('new'), staged)
  })

  test('an office with passwords is joined with one of this desk, and the office key lies nowhere open', async () => {
    const request = await askToJoin(partsOf('new'), 'new')
    const staged = await stageOffice(partsOf('new'), await invite(request, true))
    await expect(beginInOffice(partsOf('new'), staged, asNew)).rejects.toMatchObject({
      detail: { code: 'join.password_needed' },
    })
    await beginInOffice(partsOf('new'), staged, { ...asNew, password: 'құлыптаулы есік' })
    const { next } = placesOf(path.join(root, 'new'))
    expect(JSON.parse((await nodeFiles.readFile(`${next}/keys/office.key`))?.toString() ?? '').format).toBe(2)
  })

  test('digits differ for another key under the same name', async () => {
    const one = told(await askToJoin(partsOf('new'), 'new'))
    const two = told(await askToJoin(partsOf('new'), 'new'))
    expect(one.fingerprint).toMatch(/^(\d{4} ){4}\d{4}$/)
    expect(one.fingerprint).not.toBe(two.fingerprint)
  })
})

test.each<Fault>(['ENOSPC', 'EIO', 'kill'])(
  'a joining cut short anywhere is not begun or done: %s',
  async fault => {
    let injected = 0
    let torn = 0
    for (let at = 1; ; at++) {
      const name = `new${at}`
      const userData = path.join(root, name)
      await nodeFiles.makeFolder(userData)
      const failing = new FailFiles(nodeFiles, at, fault)
      const isDone = await join(name, failing).then(
        () => true,
        () => false,
      )
      if (!failing.hit) break
      injected += 1
      await finishSwap(userData)
      const { folder } = placesOf(userData)
      const isJoined = await hasKeys({ folder }).catch(() => null)
      if (isJoined === null || (isDone && !isJoined)) torn += 1
      if (isJoined === true) {
        const desk = await deskAt(folder, testStorage(name))
        const isWhole = (await findUser(desk)) !== null && desk.journal.has(entityId('office', 'main'))
        if (!isWhole) torn += 1
        await desk.journal.close()
      }
      await rm(userData, { recursive: true, force: true })
    }
    expect(injected).toBeGreaterThan(20)
    count('faults of files', `an office being joined, ${fault}`, injected, { torn })
  },
  300_000,
)
