import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Action } from '#shared/change/action.ts'
import { FOLDER, openDesk, readAll, testRandom } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

/**
 * The data of a desk as version 1 of the format wrote it: keys (wrapped by the test's key store), ring, two segments, and
 * what must be read from them. Written once, with fixed randomness and time, and read for ever: never written anew.
 */
const GOLDEN = join(import.meta.dirname, '../../fixtures/journal/v1')
const DATA = join(GOLDEN, 'desk-data')
const NOW = 1_795_000_000_000

const expected = z.array(Action).parse(JSON.parse(readFileSync(join(GOLDEN, 'expected.json'), 'utf8')))

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(join(folder, name)).isFile(),
  )
}

test('what is written now is, byte for byte, what version 1 of the format wrote', async () => {
  const files = new MemoryFiles()
  const desk = await openDesk({ files, random: testRandom('golden v1'), segmentBytes: 6000, now: () => NOW })
  await desk.keyring.create([desk.keys.tagOf('iin', '000000000000'), null])
  for (const { id, stamp, at, personal, ...facts } of expected) {
    const value = personal?.value
    await desk.journal.append([{ ...facts, personal: personal && value ? { subject: personal.subject, value } : null }])
  }
  await desk.journal.close()
  const golden = pathsUnder(DATA)
  expect(golden.map(name => `${FOLDER}/${name}`).sort()).toEqual(files.paths())
  for (const name of golden)
    expect(files.get(`${FOLDER}/${name}`).equals(readFileSync(join(DATA, name))), name).toBe(true)
})

test('what version 1 of the format wrote is read', async () => {
  const files = new MemoryFiles()
  for (const name of pathsUnder(DATA)) files.put(`${FOLDER}/${name}`, readFileSync(join(DATA, name)))
  const { journal, keyring } = await openDesk({ files })
  expect(await readAll(journal)).toEqual(expected)
  expect(journal.report).toEqual({ records: expected.length, segments: 2, cutBytes: 0 })
  expect(keyring.size).toBe(2)
  expect(await journal.verify()).toEqual({ records: expected.length, segments: 2, brokenAt: null })
})
