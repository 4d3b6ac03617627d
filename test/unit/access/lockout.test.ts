import { expect, it } from 'vitest'
import { beginTries, openTries, type TriesPlace } from '#electron/access/tries.ts'
import { writeAtomically } from '#electron/journal/atomic-file.ts'
import { sealBytes } from '#electron/security/seal.ts'
import { counted, NO_TRIES, UNKNOWN_TRIES, waited } from '#shared/access/lockout.ts'
import { FOLDER, testRandom } from '#test/fault/desk-rig.ts'
import { diceOf, MemoryFiles } from '#test/fault/memory-files.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const TRIED = { user: 'u1', by: 'password', at: 1, wall: 2 } as const

it('the fifth wrong one waits a minute, each after it twice as long, at most an hour', () => {
  const waits: number[] = []
  for (let [tries, at] = [NO_TRIES, 1]; at <= 13; at++) {
    tries = counted(tries)
    waits.push(tries.wait / MINUTE)
  }
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
  expect(waited({ wrong: 7, wait: MINUTE }, -5 * MINUTE)).toEqual({ wrong: 7, wait: MINUTE })
  expect(counted(UNKNOWN_TRIES).wait).toBe(60 * MINUTE)
})

function placeOf(files: MemoryFiles, elapsed: () => number): TriesPlace {
  const machine = Buffer.alloc(32, 7)
  return { folder: FOLDER, files, random: testRandom('tries'), machine, people: ['u1', 'u2'], elapsed }
}

it('10,000 tries in a day with restarts: at most 40 are real, whatever the clock of the machine says', async () => {
  const files = new MemoryFiles()
  const dice = diceOf(20_261_122)
  let now = 0
  // A restart begins the program's own time anew.
  let born = 0
  const elapsed = () => now - born
  await files.makeFolder()
  await beginTries(placeOf(files, elapsed))
  let keeper = await openTries(placeOf(files, elapsed))
  let real = 0
  for (let attempt = 0; attempt < 10_000; attempt++) {
    now += DAY / 10_000
    if (dice() < 0.02) {
      born = now
      keeper = await openTries(placeOf(files, elapsed))
    }
    await keeper.note()
    if (keeper.waitOf('u1') > 0) continue
    await keeper.count('u1', TRIED)
    real++
  }
  expect(real).toBeGreaterThan(5)
  expect(real).toBeLessThanOrEqual(40)
  expect(keeper.waitOf('u2')).toBe(0)
})

it('a try is on disk before it is looked at: a program ended at once has counted it', async () => {
  const files = new MemoryFiles()
  await files.makeFolder()
  await beginTries(placeOf(files, () => 0))
  const keeper = await openTries(placeOf(files, () => 0))
  for (let attempt = 0; attempt < 5; attempt++) await keeper.count('u1', TRIED)
  const again = await openTries(placeOf(files, () => 0))
  expect(again.waitOf('u1')).toBe(MINUTE)
  await again.forgive('u1')
  expect((await openTries(placeOf(files, () => 0))).waitOf('u1')).toBe(0)
})

it.each(['removed', 'changed'])('a record that was %s makes everybody wait the longest', async how => {
  const files = new MemoryFiles()
  await files.makeFolder()
  await beginTries(placeOf(files, () => 0))
  if (how === 'removed') await files.remove(`${FOLDER}/keys/tries`)
  else await writeAtomically(files, `${FOLDER}/keys/tries`, Buffer.from('changed by hand'))
  const keeper = await openTries(placeOf(files, () => 0))
  expect([keeper.waitOf('u1'), keeper.waitOf('u2')]).toEqual([60 * MINUTE, 60 * MINUTE])
})

it('wrong tries wait sealed for the audit, over a restart; a right one is none, and what was told goes', async () => {
  const files = new MemoryFiles()
  await files.makeFolder()
  await beginTries(placeOf(files, () => 0))
  const keeper = await openTries(placeOf(files, () => 0))
  await keeper.count('u1', TRIED)
  await keeper.count('paper', { ...TRIED, by: 'paper' })
  await keeper.count('u2', { ...TRIED, user: 'u2' })
  await keeper.right('u2')
  const again = await openTries(placeOf(files, () => 0))
  expect(again.untold()).toEqual([TRIED, { ...TRIED, by: 'paper' }])
  await again.told(1)
  await again.forgive('u1')
  expect((await openTries(placeOf(files, () => 0))).untold()).toEqual([{ ...TRIED, by: 'paper' }])
  expect(Buffer.from((await files.readFile(`${FOLDER}/keys/tries`)) ?? []).toString('latin1')).not.toContain('paper')
})

it('a record as it was before the audit was told of tries is read', async () => {
  const files = new MemoryFiles()
  await files.makeFolder()
  const { machine, random } = placeOf(files, () => 0)
  const old = sealBytes(machine, Buffer.from('{"u1":{"wrong":5,"wait":60000}}'), 'keys/tries|1', random)
  await writeAtomically(files, `${FOLDER}/keys/tries`, old)
  const keeper = await openTries(placeOf(files, () => 0))
  expect([keeper.waitOf('u1'), keeper.untold()]).toEqual([MINUTE, []])
})
