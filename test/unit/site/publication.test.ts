import { describe, expect, it } from 'vitest'
import { untilNextTry } from '#shared/posting/next-try.ts'
import { publishedUnits } from '#shared/posting/publication.ts'
import { isLaterThere, readManifest } from '#shared/posting/site-manifest.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { POSTING_OFFICE } from '#test/fixtures/posting.ts'

const month = (text: string) => PlainMonth.parse(text)
const months = (...texts: string[]) => texts.map(month)
const TODAY = PlainDate.parse('2026-11-23')
const RULES = { ...POSTING_OFFICE, profiles: [{ profile: 'KZ-2026' as const, from: PlainDate.parse('2020-12-09') }] }

describe('what is published', () => {
  it('is this month and all after it', () => {
    const units = publishedUnits(months('2026-10', '2026-12', '2026-11'), POSTING_OFFICE, TODAY)
    expect(units).toEqual([
      { quarter: null, months: ['2026-11'] },
      { quarter: null, months: ['2026-12'] },
    ])
    expect(publishedUnits(months('2026-10'), POSTING_OFFICE, TODAY)).toEqual([])
  })

  it('under the Rules of 2026 is the whole quarter; one that is not whole is not held back', () => {
    const whole = months('2026-10', '2026-11', '2026-12')
    expect(publishedUnits(whole, RULES, TODAY)).toEqual([{ quarter: '2026-Q4', months: whole }])
    expect(publishedUnits(whole.slice(0, 2), RULES, TODAY)).toEqual([{ quarter: null, months: ['2026-11'] }])
  })
})

const stampOf = (at: number) => `${String(at).padStart(15, '0')}.000000`
/** An edition of months by the moments of their versions. */
function age(edition: string, versions: Record<string, number>, latest = Math.max(...Object.values(versions))) {
  const list = Object.entries(versions).map(([key, at]) => ({
    ...{ month: month(key), number: 1, approvedOn: TODAY, mark: 'aaaa-bbbb', stamp: stampOf(at) },
  }))
  return { edition, latest: stampOf(latest), months: list }
}

describe('an older never goes over a newer', () => {
  const NOW = month('2026-11')
  it.each([
    ['the same edition', age('a', { '2026-11': 5 }), age('a', { '2026-11': 5 }), false],
    ['a later version there', age('b', { '2026-11': 6 }), age('a', { '2026-11': 5 }), true],
    ['an earlier version there', age('b', { '2026-11': 4 }), age('a', { '2026-11': 5 }), false],
    ['a month to come we know nothing of', age('b', { '2026-11': 5, '2026-12': 6 }), age('a', { '2026-11': 5 }), true],
    ['a month that is over', age('b', { '2026-10': 9, '2026-11': 4 }), age('a', { '2026-11': 5 }), false],
    [
      'one month later there, another here',
      age('b', { '2026-11': 6, '2026-12': 1 }),
      age('a', { '2026-11': 5, '2026-12': 2 }),
      true,
    ],
    ['a later act of the office there', age('b', { '2026-11': 5 }, 9), age('a', { '2026-11': 5 }, 7), true],
    ['a later act of the office here', age('b', { '2026-11': 5 }, 7), age('a', { '2026-11': 5 }, 9), false],
    [
      'a later act of the office there, a later version here',
      age('b', { '2026-11': 5 }, 9),
      age('a', { '2026-11': 6 }),
      false,
    ],
  ])('%s', (_, there, ours, later) => expect(isLaterThere(there, ours, NOW)).toBe(later))

  it('what is no list of ours is none', () => {
    for (const text of ['', '<html>', '{}', '[]', 'null', '{"format":"qabyldau.site","version":2}'])
      expect(readManifest(text)).toBeNull()
  })
})

describe('the next try', () => {
  const at = (tries: number, code: string, random: number, later?: number) =>
    untilNextTry(tries, { code, random, ...(later !== undefined && { later }) })
  it('comes within a minute at first, then more and more seldom, and never sooner than a second', () => {
    for (let tries = 1; tries <= 8; tries++) {
      expect(at(tries, 'site.offline', 0)).toBe(1000)
      expect(at(tries, 'site.offline', 0.999_999)).toBeLessThanOrEqual(61_000)
    }
    expect(at(12, 'site.offline', 0.999_999)).toBeGreaterThan(61_000)
    expect(at(500, 'site.offline', 0.999_999)).toBeLessThanOrEqual(901_000)
  })

  it('slowly where a person has to put it right; not before the server asked', () => {
    expect(at(1, 'site.login', 0.999_999)).toBeGreaterThan(50_000)
    expect(at(500, 'site.login', 0.999_999)).toBeLessThanOrEqual(901_000)
    expect(at(1, 'site.busy', 0, 30_000)).toBe(30_000)
  })
})
