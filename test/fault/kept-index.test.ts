import { beforeAll, describe, expect, test } from 'vitest'
import { SEGMENTS_BEHIND } from '#electron/journal/kept-index.ts'
import { count } from './counted.ts'
import { type Desk, draft, FOLDER, numbersOf, openDesk, opening, ownFolder, readAll, testRandom } from './desk-rig.ts'
import { FailFiles } from './fail-files.ts'
import { diceOf, MemoryFiles } from './memory-files.ts'

const INDEX = `${FOLDER}/index`
const SEGMENT = 2600

/** Acts of two desks, in some segments more each than are read before the index is kept; the last start kept it. */
let kept: MemoryFiles
/** The same before that start. */
let before: MemoryFiles
let told: Facts
let own = ''

interface Facts {
  readonly numbers: readonly number[]
  readonly heads: readonly (string | null)[]
  readonly entities: readonly string[]
}

function open(files: MemoryFiles | FailFiles, seed: string, more = {}): Promise<Desk> {
  return openDesk({ files, random: testRandom(seed), segmentBytes: SEGMENT, ...more })
}

async function factsOf({ journal }: Desk): Promise<Facts> {
  const actions = await readAll(journal)
  return {
    numbers: numbersOf(actions),
    heads: actions.map(({ entity }) => journal.headOf(entity)),
    entities: journal.entitiesOf('application').toSorted(),
  }
}

/** Sidecars that a start reads. */
function countSidecars(files: MemoryFiles): () => number {
  let read = 0
  const { readFile } = files
  files.readFile = path => {
    read += Number(path.endsWith('.idx'))
    return readFile.call(files, path)
  }
  return () => read
}

beforeAll(async () => {
  const files = new MemoryFiles()
  const here = await open(files, 'here')
  const there = await open(new MemoryFiles(), 'there', { office: here })
  await there.journal.append([opening(there)])
  for (let n = 1; n < 5 * SEGMENTS_BEHIND; n++) {
    // Every third act is of an application that has one already.
    await here.journal.append([draft(2 * n, `a${n - (n % 3 === 0 ? 7 : 0)}`)])
    await there.journal.append([draft(2 * n + 1, `b${n}`)])
  }
  const { installation } = there.journal
  for (let after = 0; after < there.journal.head().count; after++) {
    const asked = { after, limit: 1, bytes: Number.POSITIVE_INFINITY }
    await here.journal.receive(installation, await there.journal.sealed(installation, asked))
  }
  told = await factsOf(here)
  own = ownFolder(here)
  await here.journal.close()
  before = files.copy()
  await (await open(files, 'kept')).journal.close()
  kept = files
})

describe('the index as it was kept', () => {
  test('stands in for the sidecars: the journal is the same, also after more of it', async () => {
    const files = kept.copy()
    const read = countSidecars(files)
    const desk = await open(files, 'again')
    expect(read()).toBe(0)
    expect(await factsOf(desk)).toEqual(told)
    expect((await desk.journal.verify()).brokenAt).toBeNull()
    for (let n = 0; n < 10; n++) await desk.journal.append([draft(1000 + n, `a${n}`)])
    const more = await factsOf(desk)
    await desk.journal.close()
    const again = await open(files, 'once more')
    expect(await factsOf(again)).toEqual(more)
    // Those closed since, until there are enough of them to keep it anew.
    expect(read()).toBeGreaterThan(0)
    expect(read()).toBeLessThan(SEGMENTS_BEHIND)
    for (let n = 0; n < 40; n++) await again.journal.append([draft(2000 + n, `c${n}`)])
    await again.journal.close()
    const old = files.get(INDEX)
    await (await open(files, 'kept anew')).journal.close()
    expect(files.get(INDEX).equals(old)).toBe(false)
    const last = read()
    expect(await factsOf(await open(files, 'at last'))).toMatchObject({ numbers: { length: told.numbers.length + 50 } })
    expect(read()).toBe(last)
  })

  test('changed at any byte, cut at any length or gone, it is not used, and nothing is lost', async () => {
    const whole = kept.get(INDEX)
    const random = diceOf(1)
    const spoilt = Array.from({ length: 60 }, (_, time) => {
      const at = Math.floor(random() * whole.length)
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] as number) ^ 1
      return time % 2 === 0 ? changed : whole.subarray(0, at)
    })
    for (const bytes of [...spoilt, Buffer.alloc(0), null]) {
      const files = kept.copy()
      if (bytes === null) files.drop(INDEX)
      else files.put(INDEX, bytes)
      const read = countSidecars(files)
      const desk = await open(files, 'spoilt')
      expect(read()).toBe(kept.paths().filter(path => path.endsWith('.idx')).length)
      expect(await factsOf(desk)).toEqual(told)
      expect(files.get(INDEX).length).toBe(whole.length)
    }
  })

  test('a segment that it knows is missing or shorter: the journal is refused as without it', async () => {
    const segment = `${own}/000002.seg`
    const missing = kept.copy()
    missing.drop(segment)
    const cut = kept.copy()
    cut.put(segment, kept.get(segment).subarray(0, -1))
    for (const files of [missing, cut]) {
      await expect(open(files, 'damaged')).rejects.toMatchObject({ detail: { code: 'start.journal_damaged' } })
      files.drop(INDEX)
      await expect(open(files, 'damaged')).rejects.toMatchObject({ detail: { code: 'start.journal_damaged' } })
    }
  })

  test('no room above the floor of the disk: it is not written, and the start goes on', async () => {
    const files = before.copy()
    files.free = 1000
    expect(await factsOf(await open(files, 'no room', { floor: 990 }))).toEqual(told)
    expect(files.paths()).not.toContain(INDEX)
  })

  test('of a journal put back to an older copy it is not used', async () => {
    const files = kept.copy()
    const segments = files.paths().filter(path => path.startsWith(`${own}/`) && path.endsWith('.seg'))
    for (const path of segments.slice(4)) files.drop(path)
    files.drop(`${FOLDER}/head`)
    const desk = await open(files, 'older')
    const facts = await factsOf(desk)
    expect(facts.numbers.length).toBeGreaterThan(0)
    expect(told.numbers).toEqual(expect.arrayContaining([...facts.numbers]))
    expect(facts.numbers.length).toBeLessThan(told.numbers.length)
  })

  test('the start that keeps it is killed at any call, or the disk fails there: the next one has everything', async () => {
    for (const kind of ['kill', 'ENOSPC', 'EIO'] as const) {
      for (let at = 1; ; at++) {
        const files = before.copy()
        const failing = new FailFiles(files, at, kind)
        await open(failing, `${kind} ${at}`).catch(() => null)
        files.losePower(diceOf(at))
        expect(await factsOf(await open(files, `after ${kind} ${at}`))).toEqual(told)
        if (!failing.hit) break
        count('faults of files', 'the index kept at a start, in memory', 1)
      }
    }
  })
})
