import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finishSwap, placesOf } from '#electron/backup/swap.ts'
import { findUser } from '#electron/desk/open-desk.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { hasKeys } from '#electron/security/key-store.ts'
import { askToJoin, beginInOffice, dropOffice } from '#electron/sync/joining.ts'
import { officeDesks } from '#electron/sync/office-desks.ts'
import { told } from '#electron/sync/request.ts'
import { entityId } from '#shared/change/action.ts'
import { DeskLetter } from '#shared/office/model.ts'
import { count } from './counted.ts'
import { testStorage } from './desk-rig.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import { AS_NEW, deskAt, JoiningRig, joinBy, NEW_PERSON, PERSON, stageBy } from './joining-rig.ts'

let rig: JoiningRig

beforeEach(async () => {
  rig = await JoiningRig.make()
})

afterEach(() => rig.end())

async function join(name: string, files: FileSystem, asked = AS_NEW): Promise<void> {
  const request = await askToJoin(rig.partsOf(name), `desk ${name}`)
  await joinBy(rig.partsOf(name, files), await rig.invite(request), asked)
}

describe('a computer that joins an office', () => {
  test('has all of it after the next start, a chain of its own and nothing of the office set again', async () => {
    await join('new', nodeFiles)
    await finishSwap(path.join(rig.root, 'new'))
    const desk = await deskAt(placesOf(path.join(rig.root, 'new')).folder, testStorage('new'))
    const before = rig.office.journal.head().cursor
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
    await join('new', nodeFiles, { ...AS_NEW, person: { known: PERSON.id } })
    await finishSwap(path.join(rig.root, 'new'))
    const desk = await deskAt(placesOf(path.join(rig.root, 'new')).folder, testStorage('new'))
    expect((await findUser(desk))?.id).toBe(PERSON.id)
    expect(desk.journal.entitiesOf('user')).toHaveLength(1)
    await desk.journal.close()
  })

  test('only the computer that asked opens the invitation, and no letter is given twice', async () => {
    const request = await askToJoin(rig.partsOf('new'), 'new')
    const invitation = await rig.invite(request)
    await askToJoin(rig.partsOf('other'), 'new')
    await expect(stageBy(rig.partsOf('other'), invitation)).rejects.toMatchObject({
      detail: { code: 'join.not_for_us' },
    })
    await expect(stageBy(rig.partsOf('nobody'), invitation)).rejects.toMatchObject({
      detail: { code: 'join.not_asked' },
    })
    const bytes = await nodeFiles.readFile(invitation)
    expect(
      bytes?.includes(Buffer.from((await rig.office.keys.lend(async key => key.toString('base64'))).slice(0, 20))),
    ).toBe(false)
    const staged = await stageBy(rig.partsOf('new'), invitation)
    const taken = { ...AS_NEW, letter: DeskLetter.parse('А') }
    await expect(beginInOffice(rig.partsOf('new'), staged, taken)).rejects.toMatchObject({
      detail: { code: 'join.letter_taken' },
    })
    await dropOffice(rig.partsOf('new'), staged)
  })

  test('an office with passwords is joined with one of this desk, and the office key lies nowhere open', async () => {
    const request = await askToJoin(rig.partsOf('new'), 'new')
    const staged = await stageBy(rig.partsOf('new'), await rig.invite(request, { guarded: true }))
    await expect(beginInOffice(rig.partsOf('new'), staged, AS_NEW)).rejects.toMatchObject({
      detail: { code: 'join.password_needed' },
    })
    await beginInOffice(rig.partsOf('new'), staged, { ...AS_NEW, password: 'құлыптаулы есік' })
    const { next } = placesOf(path.join(rig.root, 'new'))
    expect(JSON.parse((await nodeFiles.readFile(`${next}/keys/office.key`))?.toString() ?? '').format).toBe(2)
  })

  test('digits differ for another key under the same name', async () => {
    const one = told(await askToJoin(rig.partsOf('new'), 'new'))
    const two = told(await askToJoin(rig.partsOf('new'), 'new'))
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
      const userData = path.join(rig.root, name)
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
