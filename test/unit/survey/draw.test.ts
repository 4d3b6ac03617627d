import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, type InFrame, markOf, quotas } from '#shared/survey/draw.ts'
import { contactId, SEED } from '#test/fixtures/survey.ts'

const FRAME: readonly InFrame[] = Array.from({ length: 10 }, (_, place) => ({
  mark: markOf(contactId(place + 1)),
  stratum: place % 3 === 2 ? 'declined' : 'consulted',
}))

const sampleOf = (seed: string, frame: readonly InFrame[], size: number): string[] => {
  const { strata, order } = draw(seed, frame, size)
  return strata
    .flatMap(({ code, quota }) => order.filter(({ stratum }) => stratum === code).slice(0, quota))
    .map(markIn)
}
const markIn = ({ mark }: InFrame) => mark

describe('the draw of a survey', () => {
  it('gives the frozen vector', () => {
    const { strata, order } = draw(SEED, FRAME, 4)
    expect(strata.map(({ code, quota }) => [code, quota])).toEqual([
      ['consulted', 3],
      ['declined', 1],
    ])
    expect(order.map(markIn)).toMatchInlineSnapshot(`
      [
        "e9ab3b1d7e3387b7",
        "07b4bb42acaf3377",
        "a3a0225beb0c4714",
        "d49e26eb5a2567fb",
        "8785828b679f211d",
        "870c91c23a1f23eb",
        "9ebf5b000d0992df",
        "47c84c6a97f6e9e9",
        "33b65378c68f8184",
        "78f44626ab13f3c5",
      ]
    `)
    expect(markOf('contact:c000000000000001')).toBe(
      createHash('sha256').update('contact:c000000000000001').digest('hex').slice(0, 16),
    )
  })

  it('is drawn again alike by the script of docs/survey.md, with another zone and language, from rows in another order', () => {
    const page = readFileSync('docs/survey.md', 'utf8')
    const script = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const run = (rows: readonly InFrame[], env: Record<string, string>) =>
      execFileSync(
        process.execPath,
        ['--input-type=module', '-e', `process.argv.splice(1, 0, 'draw.mjs');${script}`, SEED, '4'],
        {
          input: rows.map(({ stratum, mark }) => `${stratum || '-'} ${mark}`).join('\n'),
          env: { ...process.env, ...env },
          encoding: 'utf8',
        },
      )
    const drawn = sampleOf(SEED, FRAME, 4)
    const told = run([...FRAME].reverse(), { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' })
    expect(
      told
        .trim()
        .split('\n')
        .map(line => line.split(' ')[1]),
    ).toEqual(drawn)
    expect(sampleOf(SEED, [...FRAME].reverse(), 4)).toEqual(drawn)
    expect(page).toContain(told.trim())
  })

  it('draws exactly the size, nobody twice, and no stratum past its people', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat()), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(),
        (people, size, seed) => {
          const frame = people.map(([stratum], place) => ({ mark: markOf(`contact:${place}`), stratum: `s${stratum}` }))
          const sample = sampleOf(createHash('md5').update(String(seed)).digest('hex'), frame, size)
          expect(sample).toHaveLength(Math.min(size, frame.length))
          expect(new Set(sample).size).toBe(sample.length)
        },
      ),
      { seed: 36, numRuns: 60 },
    )
  })

  it('divides by largest remainders, the earlier stratum first where they are equal', () => {
    expect(quotas([50, 30, 20], 10)).toEqual([5, 3, 2])
    expect(quotas([1, 1, 1], 2)).toEqual([1, 1, 0])
    expect(quotas([7, 2, 1], 4)).toEqual([3, 1, 0])
    expect(quotas([], 4)).toEqual([])
    expect(quotas([3, 3], 6)).toEqual([3, 3])
  })

  it('takes everybody alike often: chi-square over 600 seeds', () => {
    const counts = new Map(FRAME.map(one => [one.mark, 0]))
    const consulted = FRAME.filter(({ stratum }) => stratum === 'consulted')
    for (let seed = 0; seed < 600; seed++) {
      const hex = createHash('md5').update(`seed ${seed}`).digest('hex')
      for (const mark of sampleOf(hex, consulted, 3)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    }
    const expected = (600 * 3) / consulted.length
    const square = consulted.reduce((sum, { mark }) => sum + ((counts.get(mark) ?? 0) - expected) ** 2 / expected, 0)
    // 6 degrees of freedom: 22.46 is passed once in a thousand.
    expect(square).toBeLessThan(22.46)
  })
})
