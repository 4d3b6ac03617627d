import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Action } from '#shared/change/action.ts'
import { FOLDER, openDesk, readAll, testRandom } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

/**
 * The data of a desk as each version of the format wrote it: keys (wrapped by the test's key store), ring, two segments, and
 * what must be read from them. Written once, with fixed randomness and time, and read for ever: never written anew.
 */
const FIXTURES = join(import.meta.dirname, '../../fixtures/journal')
const VERSIONS = ['v1', 'v2']
const NEWEST = dataOf('v2')
const NOW = 1_795_000_000_000

const expected = z.array(Action).parse(JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8')))

function dataOf(version: string): string {
  return join(FIXTURES, version, 'desk-data')
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(join(folder, name)).isFile(),
  )
}

function filesOf(version: string): MemoryFiles {
  const files = new MemoryFiles()
  const data = dataOf(version)
  for (const name of pathsUnder(data)) files.put(`${FOLDER}/${name}`, readFileSync(join(data, name)))
  return files
}

test('what is written now is, byte for byte, what the newest version of the format wrote', async () => {
  const files = new MemoryFiles()
  const desk = await openDesk({ files, random: testRandom('golden v1'), segmentBytes: 6000, now: () => NOW })
  await desk.keyring.create([desk.keys.tagOf('iin', '000000000000'), null])
  for (const { id, stamp, at, personal, ...facts } of expected) {
    const value = personal?.value
    await desk.journal.append([{ ...facts, personal: personal && value ? { subject: personal.subject, value } : null }])
  }
  await desk.journal.close()
  const golden = pathsUnder(NEWEST)
  expect(golden.map(name => `${FOLDER}/${name}`).sort()).toEqual(files.paths())
  for (const name of golden)
    expect(files.get(`${FOLDER}/${name}`).equals(readFileSync(join(NEWEST, name))), name).toBe(true)
})

test.each(VERSIONS)('what version %s of the format wrote is read', async version => {
  const { journal, keyring } = await openDesk({ files: filesOf(version) })
  expect(await readAll(journal)).toEqual(expected)
  expect(journal.report).toEqual({ records: expected.length, segments: 2, cutBytes: 0 })
  expect(keyring.size).toBe(2)
  expect(await journal.verify()).toEqual({
    records: expected.length,
    segments: 2,
    signatures: expected.length,
    brokenAt: null,
  })
})

test('what the first version wrote is as the newest writes it after one start, and stays so', async () => {
  const files = filesOf('v1')
  const first = await openDesk({ files })
  const kept = (name: string) => files.get(`${FOLDER}/${name}`)
  const sidecar = `journal/${first.journal.installation}/000001.idx`
  const written = [sidecar, 'keys/subjects.ring'].map(kept)
  expect(
    written.map((bytes, n) => bytes.equals(readFileSync(join(dataOf('v1'), [sidecar, 'keys/subjects.ring'][n] ?? '')))),
  ).toEqual([false, false])
  expect(kept('keys/subjects.ring.2').equals(kept('keys/subjects.ring'))).toBe(true)
  await first.journal.close()
  const again = await openDesk({ files })
  expect(await readAll(again.journal)).toEqual(expected)
  expect([sidecar, 'keys/subjects.ring'].map(kept)).toEqual(written)
})
