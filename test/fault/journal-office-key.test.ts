import { describe, expect, test } from 'vitest'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { drawOfficeKey, settleOfficeKey } from '#electron/security/office-key-change.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { count } from './counted.ts'
import { draft, FOLDER, numbersOf, readAll } from './desk-rig.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import { diceOf, type MemoryFiles } from './memory-files.ts'
import {
  type Before,
  change,
  deskBefore,
  type Entered,
  keysBy,
  noteLook,
  openLog,
  opensNow,
  openWith,
  placeOf,
} from './office-key-rig.ts'
import { FULL } from './product-rig.ts'

/** Every call is tried first in the whole form. */
const STEP = FULL ? 1 : 6

/** What was said while it was disturbed. */
interface Told {
  readonly paper: string
  readonly changed: boolean
  readonly kept: readonly number[]
}

/** A record, a change of the key, a record with a new person: goes on after each refusal, as a person would. */
async function work(files: FileSystem): Promise<Told> {
  const drawn = drawOfficeKey(systemRandom)
  const told = { paper: drawn.text, changed: false, kept: [] as number[] }
  const attempt = async (step: () => Promise<unknown>, done: () => void) => {
    await step().then(done, (cause: unknown) => {
      const isTold = cause instanceof ExpectedError || (cause instanceof Error && 'syscall' in cause)
      if (!isTold) throw cause
    })
  }
  await attempt(
    async () => {
      const keys = await keysBy(files)
      const desk = await openWith(files, keys)
      const save = (number: number) =>
        attempt(
          async () => {
            const [subject] = await desk.keyring.create([keys.tagOf('iin', String(number))])
            await desk.journal.append([draft(number, `a${number}`, subject)])
          },
          () => told.kept.push(number),
        )
      await save(3)
      await attempt(
        () => change(files, keys, drawn),
        () => {
          told.changed = true
        },
      )
      await save(4)
      await save(5)
      await desk.journal.close()
    },
    () => undefined,
  )
  return told
}

async function expectWhole(files: MemoryFiles, before: Before, told: Told): Promise<void> {
  const keys = await keysBy(files)
  await settleOfficeKey(placeOf(files), keys)
  const isNew = keys.keyId !== before.keyId
  if (told.changed) expect(isNew, 'the key that was said to be in force is').toBe(true)
  // Of two papers one opens, and it is that of the key in force.
  expect([await opensNow(files, before.paper, keys), await opensNow(files, told.paper, keys)]).toEqual([!isNew, isNew])
  expect(keys.tagOf('iin', '1')).toBe(before.tag)
  expect(keys.storeKeys().storeKey.toString('hex') === before.storeKey).toBe(!isNew)
  const desk = await openWith(files, keys)
  const actions = await readAll(desk.journal)
  expect(numbersOf(actions)).toEqual(expect.arrayContaining([1, 2, ...told.kept]))
  for (const action of actions) expect(action.personal?.value, `record ${action.id} is readable`).not.toBeNull()
  for (const number of [1, ...told.kept]) {
    expect(desk.keyring.findByTag(keys.tagOf('iin', String(number)))).not.toBeNull()
  }
  await desk.journal.append([draft(9)])
  expect(await desk.journal.verify()).toMatchObject({ brokenAt: null })
  await desk.journal.close()
  await noteLook(files, keys)
  expect(await (await openLog(files, keys)).verify([])).toMatchObject({ records: 2, broken: null })
  expect((await files.list(`${FOLDER}/keys`)).filter(name => /\.(tmp|next)$/.test(name))).toEqual([])
}

describe.each<Entered>(['system', 'password'])('the office key is changed at a desk opened by the %s', by => {
  test.each<Fault>(['kill', 'EIO', 'ENOSPC'])(
    '%s at every call: one key is in force, and nothing is lost',
    async fault => {
      const before = await deskBefore(by)
      let faults = 0
      for (let at = 1; ; at++) {
        const files = before.files.copy()
        const failing = new FailFiles(files, at, fault)
        const told = await work(failing)
        if (!failing.hit) break
        faults += 1
        if (fault === 'kill' && at % 2 === 0) files.losePower(diceOf(at))
        await expectWhole(files, before, told).catch(cause => {
          throw new Error(`${fault} at ${at}`, { cause })
        })
      }
      count('faults of files', `office key by the ${by}, ${fault} at every call, in memory`, faults)
      expect(faults).toBeGreaterThan(40)
    },
    120_000,
  )

  test('an error, then killed and without power at every later call', async () => {
    const before = await deskBefore(by)
    let faults = 0
    for (let first = 1; ; first += STEP) {
      let isHit = false
      for (let second = first + 1; ; second += STEP) {
        const files = before.files.copy()
        const killed = new FailFiles(files, second, 'kill')
        const failing = new FailFiles(killed, first, 'EIO')
        const told = await work(failing)
        isHit = failing.hit
        if (!killed.hit) break
        faults += 1
        if (faults % 2 === 0) files.losePower(diceOf(second * 1000 + first))
        await expectWhole(files, before, told).catch(cause => {
          throw new Error(`EIO at ${first}, kill at ${second}`, { cause })
        })
      }
      if (!isHit) break
    }
    count('faults of files', `office key by the ${by}, an error and then a kill, in memory`, faults)
    expect(faults).toBeGreaterThan(50)
  }, 600_000)
})
