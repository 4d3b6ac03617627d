import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterFailure, type BackOff, LONGEST_ASKED, LONGEST_WAIT, NO_FAILURES } from '#shared/sync/back-off.ts'

const SEED = 20261124
const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const asked = fc.option(fc.oneof(fc.double({ noNaN: false }), fc.integer({ min: -10, max: 1e9 })), { nil: undefined })

it('a wait is never longer than a minute of our own, nor than ten of the server, nor shorter than it asked within them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(draw, asked), { minLength: 1, maxLength: 60 }), failures => {
      let state: BackOff = NO_FAILURES
      failures.forEach(([by, retryAfter], at) => {
        state = afterFailure(state, by, retryAfter)
        expect(state.failures).toBe(at + 1)
        expect(Number.isSafeInteger(state.wait)).toBe(true)
        const wants = retryAfter !== undefined && retryAfter > 0 ? Math.min(retryAfter * 1000, LONGEST_ASKED) : 0
        expect(state.wait).toBeGreaterThanOrEqual(Math.floor(wants))
        expect(state.wait).toBeLessThanOrEqual(Math.max(LONGEST_WAIT, wants + 1000))
      })
    }),
    { seed: SEED, numRuns: 300 },
  )
})

it('the span doubles up to a minute and the draw goes over all of it; one success begins anew', () => {
  let state = NO_FAILURES
  const longest = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]
  for (const span of longest) {
    expect(afterFailure(state, 0).wait).toBe(0)
    state = afterFailure(state, 0.999_999)
    expect(state.wait).toBeGreaterThanOrEqual(span - 1)
    expect(state.wait).toBeLessThanOrEqual(span)
  }
  expect(afterFailure(NO_FAILURES, 0.5).wait).toBe(500)
})

it('fifty desks that failed together do not come back together', () => {
  let seed = 7
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const waits = Array.from({ length: 50 }, () => {
    let state = NO_FAILURES
    for (let failure = 0; failure < 7; failure++) state = afterFailure(state, random())
    return Math.floor(state.wait / 1000)
  })
  const busiest = Math.max(...waits.map(second => waits.filter(other => other === second).length))
  expect(busiest).toBeLessThanOrEqual(6)
})
