import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { sourcesOf, withoutComments } from '../house/sources.ts'
import type { TermsElsewhere } from './terms-elsewhere.ts'

const run = promisify(execFile)

/** A program of its own, begun in a time zone: a zone set later would not reach what a module did when it was read. */
async function termsIn(zone: string): Promise<TermsElsewhere> {
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: '' }
  const { stdout } = await run(process.execPath, ['test/unit/regulation/terms-elsewhere.ts'], { env })
  return JSON.parse(stdout) as TermsElsewhere
}

it('no time zone, and no clock that is taken away, changes a term of any day of a year', async () => {
  const zones = ['UTC', 'Asia/Oral', 'Asia/Almaty', 'America/New_York']
  const told = await Promise.all(zones.map(termsIn))
  expect(told.map(({ hour }) => hour)).toEqual([0, 5, 5, 19])
  expect(told.map(({ terms }) => terms)).toEqual(zones.map(() => 365 * 27))
  const hashes = told.flatMap(one => one.hashes)
  expect(hashes).toEqual(new Array(8).fill(hashes[0]))
})

it('nothing that counts days knows of a clock, a zone or chance', () => {
  const read = sourcesOf('shared/regulation', 'shared/calendar', 'shared/time').filter(
    ({ file }) => !file.startsWith('shared/time/') || file === 'shared/time/plain-date.ts',
  )
  expect(read.length).toBeGreaterThan(12)
  const clock =
    /\b(Date|Temporal|Intl|performance|process|now|random|setTimeout|getTimezoneOffset|toLocale(Date|Time)?String)\b/
  expect(read.filter(({ text }) => clock.test(withoutComments(text))).map(({ file }) => file)).toEqual([])
})
