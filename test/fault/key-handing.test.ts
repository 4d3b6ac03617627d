import { describe, expect, test } from 'vitest'
import { findAsked } from '#electron/security/asked-key.ts'
import { openByTyped } from '#electron/security/recovery-file.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { count } from './counted.ts'
import { draft, FOLDER, numbersOf, readAll } from './desk-rig.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import { askAt, bring, changeKey, giveAt, newDisk, type Seat, sit, stand, takeAt } from './key-handing-rig.ts'
import { diceOf, type MemoryFiles } from './memory-files.ts'
import { type Entered, keysBy, placeOf } from './office-key-rig.ts'

/** How a fault comes: once, or from then on, and whether the power goes after it. */
const WAYS: readonly { readonly fault: Fault; readonly lasting: boolean; readonly power: boolean }[] = [
  { fault: 'kill', lasting: true, power: false },
  { fault: 'kill', lasting: true, power: true },
  { fault: 'EIO', lasting: false, power: false },
  { fault: 'EIO', lasting: true, power: true },
  { fault: 'ENOSPC', lasting: false, power: false },
  { fault: 'ENOSPC', lasting: true, power: true },
]

interface Before {
  readonly a: Seat
  readonly disk: MemoryFiles
  readonly given: { readonly path: string; readonly digits: string }
  readonly paper: string
  readonly old: string
}

/** A desk whose answer lies on its stick: nothing of it is taken yet. */
async function answered(by: Entered): Promise<Before> {
  const a = await sit(await newDisk('А'))
  const b = await sit(await newDisk('Б', { of: a, by }))
  await bring(a, b)
  await bring(b, a)
  await b.desk.journal.append([draft(1, 'before')])
  const paper = await changeKey(a)
  await a.desk.journal.append([draft(7, 'after')])
  const given = await giveAt(a, await askAt(b, a), b)
  const old = b.desk.keys.keyId
  await stand(b)
  return { a, disk: b.files, given, paper, old }
}

/** Takes the key and writes on, as a person would; whether the key was said to be taken, and what was acknowledged. */
async function work(files: MemoryFiles, failing: FailFiles, { given }: Before) {
  const told = { taken: false, kept: [] as number[] }
  const attempt = async (step: () => Promise<unknown>, done: () => void) => {
    await step().then(done, (cause: unknown) => {
      const isTold = cause instanceof ExpectedError || (cause instanceof Error && 'syscall' in cause)
      if (!isTold) throw cause
    })
  }
  await attempt(
    async () => {
      const b = await sit(files, failing)
      await attempt(
        () => takeAt(b, given),
        () => {
          told.taken = true
        },
      )
      for (const number of [3, 4]) {
        await attempt(
          () => b.desk.journal.append([draft(number, `n${number}`)]),
          () => told.kept.push(number),
        )
      }
      await b.desk.journal.close()
    },
    () => undefined,
  )
  return told
}

/** One key is in force and opens everything; where it is the old one, the same answer is taken now. */
async function expectWhole(files: MemoryFiles, before: Before, told: Awaited<ReturnType<typeof work>>): Promise<void> {
  const { a, given, paper, old } = before
  const key = a.desk.keys.keyId
  let b = await sit(files)
  expect([old, key]).toContain(b.desk.keys.keyId)
  if (told.taken) expect(b.desk.keys.keyId, 'what was said to be taken is in force').toBe(key)
  expect(numbersOf(await readAll(b.desk.journal))).toEqual(expect.arrayContaining([1, ...told.kept]))
  if (b.desk.keys.keyId === old) await takeAt(b, given)
  expect(b.bugs).toEqual([])
  await b.desk.journal.append([draft(9, 'on')])
  await stand(b)
  b = await sit(files)
  expect(b.desk.keys.keyId).toBe(key)
  expect((await keysBy(files)).keyId).toBe(key)
  await bring(a, b)
  expect(numbersOf(await readAll(b.desk.journal))).toEqual(expect.arrayContaining([1, 7, 9, ...told.kept]))
  expect(await b.desk.keys.lend(async now => (await openByTyped(placeOf(files), paper))?.equals(now))).toBe(true)
  expect(await findAsked(placeOf(files), b.desk.keys)).toBeNull()
  const types = (await readAll(b.desk.journal, 200)).map(({ type }) => type)
  expect(types.filter(type => type === 'office.key_taken')).toHaveLength(1)
  // The giving desk alone has changed the key.
  expect(types.filter(type => type === 'office.key_changed')).toHaveLength(1)
  expect(await b.desk.journal.verify()).toMatchObject({ brokenAt: null })
  expect((await files.list(`${FOLDER}/keys`)).filter(name => /\.(tmp|next)$|^asked$/.test(name))).toEqual([])
  await stand(b)
}

describe.each<Entered>(['system', 'password'])('the office key is taken at a desk opened by the %s', by => {
  test.each(WAYS)(
    '$fault (lasting: $lasting, power goes: $power) at every call: the old key or the new one, and nothing is lost',
    async ({ fault, lasting, power }) => {
      const before = await answered(by)
      let faults = 0
      for (let at = 1; ; at++) {
        const files = before.disk.copy()
        const failing = new FailFiles(files, at, fault, lasting)
        const told = await work(files, failing, before)
        if (!failing.hit) break
        faults += 1
        if (power) files.losePower(diceOf(at))
        await expectWhole(files, before, told).catch(cause => {
          throw new Error(`${fault} at ${at}`, { cause })
        })
      }
      await stand(before.a)
      count('faults of files', `office key taken by the ${by}, ${fault}${power ? ' and power' : ''}, in memory`, faults)
      expect(faults).toBeGreaterThan(40)
    },
    120_000,
  )
})
