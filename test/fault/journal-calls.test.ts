import { describe, expect, test } from 'vitest'
import { ExpectedError } from '#shared/result/result.ts'
import { count } from './counted.ts'
import { type Desk, draft, numbersOf, openDesk, readAll, testRandom } from './desk-rig.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import { diceOf, MemoryFiles } from './memory-files.ts'
import { FULL } from './product-rig.ts'

/** Small enough that a few calls begin a new segment. */
const SEGMENT = 2500

interface Told {
  readonly acknowledged: number[]
  readonly refused: number[]
  readonly erased: string[]
}

/** A day at the desk: people, records one by one and together, an erasure. Goes on after each refusal. */
async function aDay(desk: Desk): Promise<Told> {
  const told: Told = { acknowledged: [], refused: [], erased: [] }
  let n = 0
  const save = async (size: number) => {
    const numbers = Array.from({ length: size }, () => n++)
    try {
      const subjects = await desk.keyring.create(numbers.map(number => `tag${number}`))
      await desk.journal.append(numbers.map((number, i) => draft(number, `a${number}`, subjects[i] ?? null)))
      told.acknowledged.push(...numbers)
    } catch (cause) {
      // A fault is always told as an expected error; anything else is a bug.
      if (!(cause instanceof ExpectedError)) throw cause
      told.refused.push(...numbers)
    }
  }
  for (const size of [1, 1, 3, 1, 4, 1]) await save(size)
  const first = desk.keyring.findByTag('tag0')
  if (first !== null) {
    try {
      await desk.keyring.erase([first])
      told.erased.push(first)
    } catch (cause) {
      if (!(cause instanceof ExpectedError)) throw cause
    }
  }
  await save(2)
  await desk.journal.close().catch(() => undefined)
  return told
}

async function expectSound(files: MemoryFiles, told: Told, seed: string): Promise<void> {
  const desk = await openDesk({ files, random: testRandom(`again ${seed}`), segmentBytes: SEGMENT })
  const actions = await readAll(desk.journal)
  const numbers = numbersOf(actions)
  expect(new Set(numbers).size, 'doubled').toBe(numbers.length)
  expect(numbers, 'lost').toEqual(expect.arrayContaining(told.acknowledged))
  expect(await desk.journal.verify()).toMatchObject({ records: numbers.length, brokenAt: null })
  for (const action of actions) {
    const isErased = told.erased.includes(action.personal?.subject ?? '')
    const isUnsaid = action.personal !== null && desk.keyring.keyOf(action.personal.subject) === null
    if (isErased) expect(action.personal?.value).toBeNull()
    // An erasure that was begun and not told may be done; nobody else may be unreadable.
    else if (!(isUnsaid && action.body.n === 0)) expect(action.personal?.value).not.toBeNull()
  }
  await desk.journal.append([draft(1000)])
  expect(numbersOf(await readAll(desk.journal)).at(-1)).toBe(1000)
  await desk.journal.close()
}

async function madeDesk(): Promise<MemoryFiles> {
  const files = new MemoryFiles()
  const desk = await openDesk({ files, random: testRandom('made'), segmentBytes: SEGMENT })
  await desk.journal.close()
  return files
}

/** Runs the day with a fault at each call in turn until the day has no such call. Answers with the number of faults. */
async function atEachCall(fault: Fault, lasting: boolean, powerLoss: boolean): Promise<number> {
  const made = await madeDesk()
  for (let at = 1; ; at++) {
    const files = made.copy()
    const failing = new FailFiles(files, at, fault, lasting)
    const told = await dayOn(failing, `${fault} ${at}`)
    if (!failing.hit) return at - 1
    if (powerLoss) files.losePower(diceOf(at))
    await expectSound(files, told, `${fault} ${lasting} ${at}`).catch(cause => {
      throw new Error(`${fault}${lasting ? ' lasting' : ''} at call ${at}`, { cause })
    })
  }
}

async function dayOn(files: FailFiles, seed: string): Promise<Told> {
  const nothing: Told = { acknowledged: [], refused: [], erased: [] }
  try {
    return await aDay(await openDesk({ files, random: testRandom(seed), segmentBytes: SEGMENT }))
  } catch (cause) {
    // Opening may fail with the system's own error; then nothing was told to anybody.
    if (cause instanceof Error && (cause instanceof ExpectedError || 'code' in cause)) return nothing
    throw cause
  }
}

describe('a fault at every call of a day', () => {
  const cases: [Fault, boolean, boolean][] = [
    ['kill', true, false],
    ['kill', true, true],
    ['ENOSPC', false, false],
    ['ENOSPC', true, false],
    ['EIO', false, false],
    ['EIO', true, true],
    ['EPERM', false, false],
  ]
  test.each(cases)(
    '%s (lasting %s, then power lost %s): nothing lost, doubled or torn',
    async (fault, lasting, power) => {
      const faults = await atEachCall(fault, lasting, power)
      count('faults of files', 'a day of journal and keyring, in memory', faults)
      expect(faults).toBeGreaterThan(60)
    },
  )
})

/** The short form begins where one was found that mattered: a hole in the ring with a whole key behind it. */
const FIRST = FULL ? 1 : 440
const SEEDS = FULL ? 1000 : 150

test(`power lost at any moment, ${SEEDS} seeds: everything acknowledged is there once`, async () => {
  const made = await madeDesk()
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const dice = diceOf(seed)
    const files = made.copy()
    const failing = new FailFiles(files, 1 + Math.floor(dice() * 120), 'kill')
    const told = await dayOn(failing, `power ${seed}`)
    files.losePower(dice)
    await expectSound(files, told, `power ${seed}`).catch(cause => {
      throw new Error(`seed ${seed}`, { cause })
    })
  }
  count('losses of power', `a day of journal and keyring, ${SEEDS} seeds from ${FIRST}`, SEEDS)
})

test('a first start killed at any call: the next one finishes it', async () => {
  for (let at = 1; ; at++) {
    const files = new MemoryFiles()
    const failing = new FailFiles(files, at, 'kill')
    await openDesk({ files: failing, random: testRandom(`first ${at}`) }).catch(() => undefined)
    if (!failing.hit) {
      count('faults of files', 'a first start, in memory', at - 1)
      expect(at).toBeGreaterThan(20)
      return
    }
    files.losePower(diceOf(at))
    await expectSound(files, { acknowledged: [], refused: [], erased: [] }, `first ${at}`)
  }
})
