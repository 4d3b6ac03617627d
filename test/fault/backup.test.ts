import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeBackup } from '#electron/backup/backups.ts'
import { purgeCopies } from '#electron/backup/purge.ts'
import { decideSwap, finishSwap } from '#electron/backup/swap.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { SubjectId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type Office, workingOffice } from '#test/unit/backup/backup-rig.ts'
import { count } from './counted.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import { type Dice, diceOf } from './memory-files.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261123)
const DAMAGED = 200
const FAULTS: readonly Fault[] = ['ENOSPC', 'EIO', 'EPERM', 'kill']

let office: Office
let copy: string
let bytes: Buffer

beforeAll(async () => {
  ;({ office } = await workingOffice())
  copy = (await office.copy()).path
  bytes = await readFile(copy)
})
afterAll(() => office.end())

/** Every name under the program's folder with its bytes: what must not change. */
async function everything(): Promise<string[]> {
  const names = (await readdir(office.userData, { recursive: true, withFileTypes: true })).filter(one => one.isFile())
  const files = names.map(one => path.join(one.parentPath, one.name)).filter(name => !name.endsWith('tried.qbackup'))
  return Promise.all(files.sort().map(async name => `${name} ${(await readFile(name)).toString('base64').length}`))
}

const place = (dice: Dice, size = bytes.length) => Math.floor(dice() * size)

/** Ways a copy is damaged on its medium, or on purpose. */
const WAYS: Record<string, (dice: Dice) => Buffer> = {
  'cut at a kilobyte': dice => bytes.subarray(0, Math.floor(place(dice) / 1024) * 1024),
  'one byte flipped': dice => {
    const changed = Buffer.from(bytes)
    const at = place(dice)
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(dice() * 8))
    return changed
  },
  'a page of zeros': dice => {
    const changed = Buffer.from(bytes)
    const at = place(dice, bytes.length - 4096)
    return changed.subarray(at, at + 4096).every(byte => byte === 0) ? Buffer.alloc(0) : changed.fill(0, at, at + 4096)
  },
  'two joined': () => Buffer.concat([bytes, bytes]),
  'something behind it': dice => Buffer.concat([bytes, Buffer.alloc(1 + place(dice, 5000), 7)]),
  'something before it': dice =>
    Buffer.concat([bytes.subarray(0, 8), Buffer.alloc(1 + place(dice, 5000)), bytes.subarray(8)]),
  'a part taken out': dice => {
    const at = 8 + place(dice, bytes.length - 5000)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + place(dice, 4000))])
  },
  'two parts changed over': dice => {
    const at = 8 + place(dice, bytes.length - 9000)
    const [left, right] = [bytes.subarray(at, at + 4000), bytes.subarray(at + 4000, at + 8000)]
    return Buffer.concat([bytes.subarray(0, at), right, left, bytes.subarray(at + 8000)])
  },
}

describe('a damaged copy', () => {
  test(`${DAMAGED} of them, in ${Object.keys(WAYS).length} ways: every one is refused with its sentence, and nothing changes`, async () => {
    const dice = diceOf(SEED)
    const before = await everything()
    const told: Record<string, number> = {}
    for (let number = 0; number < DAMAGED; number++) {
      const ways = Object.values(WAYS)
      const damaged = (ways[number % ways.length] as (dice: Dice) => Buffer)(dice)
      const tried = path.join(office.userData, 'tried.qbackup')
      await writeFile(tried, damaged)
      const error = await office.restore.choose(tried).then(
        () => null,
        (cause: unknown) => cause,
      )
      expect(error, `seed ${SEED}, number ${number}`).toBeInstanceOf(ExpectedError)
      const { code } = (error as ExpectedError).detail
      told[code] = (told[code] ?? 0) + 1
      await expect(office.restore.stage(null)).rejects.toMatchObject({ detail: { code: 'backup.none_chosen' } })
    }
    console.log(`damaged copies, seed ${SEED}: ${JSON.stringify(told)}`)
    expect(Object.keys(told).filter(code => !['backup.damaged', 'backup.no_backup'].includes(code))).toEqual([])
    expect(await everything()).toEqual(before)
  }, 120_000)
})

describe('a copy being made', () => {
  test('every call of the disk fails in turn, each way: no half copy has a name, the earlier one stands, the desk goes on', async () => {
    let injected = 0
    for (const fault of FAULTS) {
      for (let at = 1; ; at++) {
        const files = new FailFiles(nodeFiles, at, fault)
        const before = await readdir(office.place)
        const made = await makeBackup({ ...office.parts, files }, office.desk.state.desk(), 'asked').then(
          container => container.path,
          (cause: unknown) => cause,
        )
        if (!files.hit) {
          await rm(made as string)
          break
        }
        injected += 1
        const whole = (await readdir(office.place)).filter(name => name.endsWith('.qbackup'))
        // A fault behind the last flush leaves a whole copy; before it, none.
        for (const name of whole) await office.restore.choose(path.join(office.place, name))
        expect(whole).toEqual(expect.arrayContaining(before.filter(name => name.endsWith('.qbackup'))))
        for (const name of whole.filter(one => !before.includes(one))) await rm(path.join(office.place, name))
        // What a killed program left goes with the next copy.
        for (const name of (await readdir(office.place)).filter(one => one.endsWith('.tmp')))
          await rm(path.join(office.place, name))
      }
    }
    count('faults of files', 'a copy being made', injected)
    expect(injected).toBeGreaterThan(40)
  }, 240_000)

  test('a person is taken out of the copies, cut short anywhere: the copy is whole, old or new, and the next time ends it', async () => {
    const desk = office.desk.state.desk()
    const someone = (await office.desk.actions()).find(({ personal }) => personal?.value)
    const erased = new Set([SubjectId.parse(someone?.personal?.subject)])
    const folder = path.join(office.userData, 'purged')
    let injected = 0
    for (const fault of FAULTS) {
      for (let at = 1; ; at++) {
        await rm(folder, { recursive: true, force: true })
        await mkdir(folder)
        await cp(copy, path.join(folder, path.basename(copy)))
        const files = new FailFiles(nodeFiles, at, fault)
        await purgeCopies(files, folder, desk.keys, erased).catch(() => 0)
        if (!files.hit) break
        injected += 1
        await purgeCopies(nodeFiles, folder, desk.keys, erased)
        expect(await readdir(folder)).toEqual([path.basename(copy)])
        await office.restore.choose(path.join(folder, path.basename(copy)))
        expect(await purgeCopies(nodeFiles, folder, desk.keys, erased)).toBe(0)
      }
    }
    count('faults of files', 'somebody taken out of the copies', injected)
    expect(injected).toBeGreaterThan(20)
  }, 240_000)
})

test('putting back is cut short at every call of the disk: the data is old or new, whole, and a start ends it', async () => {
  const place = path.join(office.userData, 'swap')
  let injected = 0
  for (let at = 1; ; at++) {
    await rm(place, { recursive: true, force: true })
    // What is looked at between the decision and the end of the program stands in the audit of the desk as it is.
    for (const [folder, text, seen] of [
      ['desk-data', 'old', 'seen before, seen since'],
      ['desk-data.next', 'new', 'seen before'],
    ] as const) {
      await mkdir(path.join(place, folder, 'audit/desk'), { recursive: true })
      await writeFile(path.join(place, folder, 'stamp.json'), text)
      await writeFile(path.join(place, folder, 'audit/desk/000001.log'), seen)
    }
    const files = new FailFiles(nodeFiles, at, 'kill')
    const decided = await decideSwap(place, files).then(
      () => true,
      () => false,
    )
    if (decided) await finishSwap(place, files).catch(() => undefined)
    const isOver = !files.hit
    injected += 1
    await finishSwap(place)
    const stands = await readFile(path.join(place, 'desk-data/stamp.json'), 'utf8')
    // Decided: new. Not decided: old, or new where the decision had its name and only its last flush failed.
    expect(decided ? ['new'] : ['old', 'new']).toContain(stands)
    expect(await readFile(path.join(place, 'desk-data/audit/desk/000001.log'), 'utf8')).toBe('seen before, seen since')
    expect((await readdir(place)).sort()).toEqual(['desk-data'])
    if (isOver) break
  }
  count('faults of files', 'a copy put in the place of the data', injected)
  expect(injected).toBeGreaterThan(8)
})
