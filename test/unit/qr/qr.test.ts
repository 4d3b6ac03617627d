import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correction, versionFor } from '#shared/qr/codewords.ts'
import { formatBits, qrOf, versionBits } from '#shared/qr/matrix.ts'
import { QUIET, qrPath } from '#shared/qr/path.ts'
import { FORMATS, read } from '#test/fixtures/qr-reader.ts'

describe('what the standard prints', () => {
  it('codewords of correction of 1-M', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    expect(correction(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  })

  it('formats of level M and the version of 7', () => {
    const text = (value: number, length: number) => value.toString(2).padStart(length, '0')
    expect(FORMATS.map((_, mask) => text(formatBits(mask), 15))).toEqual(FORMATS)
    expect(text(versionBits(7), 18)).toBe('000111110010010100')
  })

  it('how much each version holds at level M, in bytes', () => {
    const most = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
    for (const [at, bytes] of most.entries()) {
      expect([versionFor(bytes), versionFor(bytes + 1)]).toEqual([at + 1, at === 9 ? null : at + 2])
    }
    expect(() => qrOf('x'.repeat(214))).toThrow()
  })
})

describe('a symbol', () => {
  it('of every length is read back, with nothing to be corrected', () => {
    const letter = fc.integer({ min: 32, max: 126 }).map(code => String.fromCharCode(code))
    const text = fc.string({ unit: letter, minLength: 1, maxLength: 213 })
    fc.assert(
      fc.property(text, said => {
        expect(read(qrOf(said))).toBe(said)
      }),
      { seed: 20_261_123, numRuns: 150 },
    )
    for (const length of [14, 15, 122, 123, 180, 181, 213]) expect(read(qrOf('Q'.repeat(length)))).toHaveLength(length)
  })

  it('a single wrong module is found by the reader: it can fail', () => {
    const wrong = qrOf('QABYLDAU-AUDIT').map(row => [...row])
    const line = wrong[wrong.length - 1] as boolean[]
    line[line.length - 1] = !line[line.length - 1]
    expect(() => read(wrong)).toThrow()
  })

  it('drawn as a path and looked at module by module is the same, with a quiet margin of four', () => {
    const matrix = qrOf('QABYLDAU-AUDIT k3v9q0w8z1m5t7ab 12345')
    const { size, path } = qrPath(matrix)
    const seen = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      seen[Number(y)]?.fill(true, Number(x), Number(x) + Number(run))
    }
    expect(seen.slice(QUIET, -QUIET).map(row => row.slice(QUIET, -QUIET))).toEqual(matrix)
    const dark = (rows: readonly (readonly boolean[])[]) => rows.flat().filter(Boolean).length
    expect(dark(seen)).toBe(dark(matrix))
  })
})
