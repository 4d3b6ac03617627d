import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOfStep, secretText, stepOf, stepOfCode } from '#electron/security/totp.ts'

const SECRET = Buffer.from('12345678901234567890')

describe('codes', () => {
  // RFC 6238, appendix B, SHA-1.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %i are those of RFC 6238', (second, code) => {
    expect(codeOfStep(SECRET, stepOf(second * 1000), 8)).toBe(code)
    expect(codeOfStep(SECRET, stepOf(second * 1000))).toBe(code.slice(2))
  })

  // RFC 4226, appendix D.
  it('are those of RFC 4226', () => {
    const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
    expect(codes.map((_, step) => codeOfStep(SECRET, step))).toEqual(codes)
  })

  it('a secret is typed as RFC 4648 writes it', () => {
    expect(secretText(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })

  it('pass a step before and after, never two away, and never a second time, however the clock is put', () => {
    const moment = fc.integer({ min: 0, max: 4e12 })
    fc.assert(
      fc.property(moment, fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), (now, away, usedAway) => {
        const here = stepOf(now)
        const step = Math.max(0, here + away)
        const used = here + usedAway
        const found = stepOfCode(SECRET, codeOfStep(SECRET, step), now, used)
        // Another step may by chance have the same six digits; then it is as good, but never one that was used.
        if (found !== null) expect(found > used && Math.abs(found - here) <= 1).toBe(true)
        if (Math.abs(step - here) <= 1 && step > used) expect(found).not.toBeNull()
        if (found !== null) expect(stepOfCode(SECRET, codeOfStep(SECRET, step), now, found)).not.toBe(found)
      }),
      { seed: 20_261_123, numRuns: 2_000 },
    )
  })

  it.each(['', '12345', '1234567', 'абвгде', '٣٤٥٦٧٨'])('what is no code passes never: %s', typed => {
    expect(stepOfCode(SECRET, typed, 59_000, -1)).toBeNull()
  })
})
