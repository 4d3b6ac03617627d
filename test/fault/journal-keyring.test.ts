import { expect, test } from 'vitest'
import { createKeys, type DeskKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import type { SubjectId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { count } from './counted.ts'
import { FOLDER, testRandom, testStorage } from './desk-rig.ts'
import { FailFiles } from './fail-files.ts'
import { diceOf, MemoryFiles } from './memory-files.ts'

const RING = `${FOLDER}/keys/subjects.ring`
const COPY = `${FOLDER}/keys/subjects.ring.2`

async function made(): Promise<{ files: MemoryFiles; keys: DeskKeys; subjects: SubjectId[] }> {
  const files = new MemoryFiles()
  const keys = await createKeys({ folder: FOLDER, files, storage: testStorage(), random: testRandom('ring') })
  const ring = await openKeyring({ folder: FOLDER, files, keys })
  const subjects = [...(await ring.create(['t0', 't1'])), ...(await ring.create([null, 't3']))]
  return { files, keys, subjects }
}

/** People come, one is erased, people come, keys are put together, people come. Answers with who must be there and who must not. */
async function work(files: FailFiles, keys: DeskKeys, known: readonly SubjectId[]) {
  const kept = new Set<SubjectId>(known.slice(1))
  const erased = new Set<SubjectId>()
  const attempt = async (step: () => Promise<void>) => {
    await step().catch(cause => {
      if (!(cause instanceof ExpectedError) || cause.detail.code !== 'keyring.write_failed') throw cause
    })
  }
  try {
    const ring = await openKeyring({ folder: FOLDER, files, keys, loose: 1 })
    const first = known[0]
    const add = async (tag: string) => {
      for (const subject of await ring.create([tag])) kept.add(subject)
    }
    await attempt(() => add('t4'))
    await attempt(async () => {
      if (first === undefined) return
      await ring.erase([first])
      erased.add(first)
    })
    await attempt(() => (known[2] === undefined ? Promise.resolve() : ring.tag(known[2], 't2')))
    await attempt(() => add('t5'))
    await attempt(() => add('t6'))
    await attempt(() => ring.pack())
    await attempt(() => add('t7'))
  } catch (cause) {
    // Opening failed with the system's own error, or killed.
    if (!(cause instanceof Error && 'code' in cause)) throw cause
  }
  return { kept, erased }
}

async function expectKept(files: MemoryFiles, keys: DeskKeys, kept: Set<SubjectId>, erased: Set<SubjectId>) {
  const ring = await openKeyring({ folder: FOLDER, files, keys })
  for (const subject of kept) expect(ring.keyOf(subject)).toHaveLength(32)
  for (const subject of erased) expect(ring.keyOf(subject)).toBeNull()
  expect(files.get(RING)).toHaveLength(files.get(COPY).length)
  expect(files.paths().filter(path => /\.(old|new|tmp)$/.test(path))).toEqual([])
}

test('an error at every call, then killed and without power at every later one: no key lost, no erased key back', async () => {
  const { files: start, keys, subjects } = await made()
  let faults = 0
  for (let first = 1; ; first++) {
    let isHit = false
    for (let second = first; ; second++) {
      const files = start.copy()
      const killed = new FailFiles(files, second, 'kill')
      const failing = new FailFiles(killed, first, 'EIO')
      const { kept, erased } = await work(failing, keys, subjects)
      isHit = failing.hit
      if (!killed.hit) break
      faults += 1
      if (second % 2 === 0) files.losePower(diceOf(second * 1000 + first))
      await expectKept(files, keys, kept, erased).catch(cause => {
        throw new Error(`EIO at ${first}, kill at ${second}`, { cause })
      })
    }
    if (!isHit) break
  }
  count('faults of files', 'keys of people, an error and then a kill, in memory', faults)
  expect(faults).toBeGreaterThan(500)
})

test('one copy damaged, cut or missing: repaired from the other', async () => {
  const { files: start, keys, subjects } = await made()
  const whole = start.get(RING)
  for (const path of [RING, COPY]) {
    for (let at = 0; at <= whole.length; at++) {
      for (const spoil of ['flip', 'cut'] as const) {
        const files = start.copy()
        const bytes = Buffer.from(files.get(path))
        if (spoil === 'flip') bytes[at] = (bytes[at] ?? 0) ^ 0x40
        files.put(path, spoil === 'flip' ? bytes : bytes.subarray(0, at))
        await expectKept(files, keys, new Set(subjects), new Set())
      }
    }
    const files = start.copy()
    files.drop(path)
    await expectKept(files, keys, new Set(subjects), new Set())
  }
})

test('both copies damaged, missing beside a journal, or mixed by a stranger: refused, never guessed', async () => {
  const { files: start, keys } = await made()
  const open = (files: MemoryFiles) => openKeyring({ folder: FOLDER, files, keys })
  const flipped = Buffer.from(start.get(RING))
  flipped[200] = (flipped[200] ?? 0) ^ 1
  const both = start.copy()
  both.put(RING, flipped)
  both.put(COPY, flipped)
  await expect(open(both)).rejects.toMatchObject({ detail: { code: 'start.keyring_damaged' } })
  const gone = start.copy()
  gone.drop(RING)
  gone.drop(COPY)
  gone.put(`${FOLDER}/journal/0123456789abcdef/000001.seg`, Buffer.from('x'))
  await expect(open(gone)).rejects.toMatchObject({ detail: { code: 'start.keyring_damaged' } })
})

test('an older copy put back does not bring an erased person back', async () => {
  const { files, keys, subjects } = await made()
  const before = files.get(RING)
  const ring = await openKeyring({ folder: FOLDER, files, keys })
  const erased = subjects[0]
  if (erased === undefined) throw new Error('no subject')
  await ring.erase([erased])
  files.put(RING, before)
  const again = await openKeyring({ folder: FOLDER, files, keys })
  expect(again.keyOf(erased)).toBeNull()
  expect(again.findByTag('t0')).toBeNull()
  expect(again.findByTag('t1')).toBe(subjects[1])
})

test('keys that came one by one are put together once they are many, and not before', async () => {
  const { files, keys, subjects } = await made()
  const ring = await openKeyring({ folder: FOLDER, files, keys, loose: 300 })
  for (let n = 0; n < 300; n++) subjects.push(...(await ring.create([`loose${n}`])))
  const before = files.get(RING)
  await ring.pack()
  expect(files.get(RING).equals(before)).toBe(true)
  subjects.push(...(await ring.create([null])))
  await ring.pack()
  expect(files.get(RING).length).toBeLessThan(before.length * 0.75)
  await expectKept(files, keys, new Set(subjects), new Set())
  const again = await openKeyring({ folder: FOLDER, files, keys })
  expect(again.size).toBe(subjects.length)
  expect(again.findByTag('loose7')).toBe(subjects[4 + 7])
})
