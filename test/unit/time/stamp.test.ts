import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareStamps, millisecondsOf, nextStamp, type Stamp } from '#shared/time/stamp.ts'

const HERE = '0123456789abcdef'
const THERE = 'fedcba9876543210'

describe('order stamps', () => {
  test('follow the clock where it is ahead, count where it stands or runs back', () => {
    const first = nextStamp(null, 1000, HERE)
    expect(first).toBe(`000000000001000.000000.${HERE}`)
    expect(nextStamp(first, 1001, HERE)).toBe(`000000000001001.000000.${HERE}`)
    expect(nextStamp(first, 1000, HERE)).toBe(`000000000001000.000001.${HERE}`)
    expect(nextStamp(first, 5, HERE)).toBe(`000000000001000.000001.${HERE}`)
  })

  test('carry a full counter over into the next millisecond', () => {
    const full = `000000000001000.999999.${HERE}` as Stamp
    expect(nextStamp(full, 5, HERE)).toBe(`000000000001001.000000.${HERE}`)
  })

  test('only grow, whatever the clocks of two desks do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1e13 }), fc.boolean()), { maxLength: 50 }), ticks => {
        let last: Stamp | null = null
        for (const [wall, here] of ticks) {
          const next = nextStamp(last, wall, here ? HERE : THERE)
          if (last !== null) expect(compareStamps(last, next)).toBeLessThan(0)
          expect(millisecondsOf(next)).toBeGreaterThanOrEqual(wall)
          last = next
        }
      }),
      { seed: 20261122 },
    )
  })

  test('of the same moment are ordered by desk, and a stamp equals itself', () => {
    const [a, b] = [nextStamp(null, 7, HERE), nextStamp(null, 7, THERE)]
    expect(compareStamps(a, b)).toBeLessThan(0)
    expect(compareStamps(b, a)).toBeGreaterThan(0)
    expect(compareStamps(a, a)).toBe(0)
  })
})
