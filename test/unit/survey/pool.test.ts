import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_TOLD } from '#shared/survey/model.ts'
import { type Pooled, released } from '#shared/survey/pool.ts'
import { makeAnswer } from '#test/fixtures/survey.ts'

const pooled = (number: number, stratum: string, language: 'kk' | 'ru'): Pooled => ({
  key: `a${number}`,
  answer: makeAnswer({ stratum, language }),
})
const pools = fc
  .array(fc.tuple(fc.constantFrom('consulted', 'declined', ''), fc.constantFrom('kk' as const, 'ru' as const)), {
    maxLength: 40,
  })
  .map(list => list.map(([stratum, language], number) => pooled(number, stratum, language)))
const picks = fc.nat().map(seed => {
  let state = seed
  return (n: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % n
  }
})

describe('answers that wait for others', () => {
  it('no answer goes alone, nor at the end with anything fewer than five share', () => {
    fc.assert(
      fc.property(pools, picks, (pool, pick) => {
        const sent = released(pool, true, pick)
        expect(sent.map(({ key }) => key).sort()).toEqual(pool.map(({ key }) => key).sort())
        const alike = new Map<string, number>()
        for (const { answer } of sent) {
          const like = `${answer.stratum}|${answer.language}`
          alike.set(like, (alike.get(like) ?? 0) + 1)
        }
        if (pool.length >= LEAST_TOLD) expect(Math.min(...alike.values())).toBeGreaterThanOrEqual(LEAST_TOLD)
        else expect(sent.every(({ answer }) => answer.stratum === null && answer.language === null)).toBe(true)
      }),
      { seed: 36, numRuns: 200 },
    )
  })

  it('while a survey is open five of ten alike go, and five stay', () => {
    const nine = Array.from({ length: 9 }, (_, number) => pooled(number, 'consulted', 'kk'))
    expect(released([...nine, pooled(9, 'consulted', 'ru')], false, () => 0)).toEqual([])
    const sent = released([...nine, pooled(9, 'consulted', 'kk')], false, n => n - 1)
    expect(sent).toHaveLength(5)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(5)
  })

  it('they do not go in the order they were given', () => {
    fc.assert(
      fc.property(picks, pick => {
        const pool = Array.from({ length: 30 }, (_, number) => pooled(number, 'consulted', 'kk'))
        expect(released(pool, true, pick).map(({ key }) => key)).not.toEqual(pool.map(({ key }) => key))
      }),
      { seed: 38, numRuns: 50 },
    )
  })
})
