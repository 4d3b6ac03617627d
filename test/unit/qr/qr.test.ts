import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bits, correction, versionFor } from '#shared/qr/codewords.ts'
import { formatBits, type QrMatrix, qrOf, versionBits } from '#shared/qr/matrix.ts'
import { QUIET, qrPath } from '#shared/qr/path.ts'

/** A reader of its own: it shares no table with the writer but what the standard says. */
function read(matrix: QrMatrix): string {
  const size = matrix.length
  const version = (size - 17) / 4
  const isDark = (row: number, column: number) => matrix[row]?.[column] === true
  const format = FORMATS.indexOf(
    [...[0, 1, 2, 3, 4, 5, 7, 8].map(at => isDark(8, at)), ...[7, 5, 4, 3, 2, 1, 0].map(at => isDark(at, 8))]
      .map(Number)
      .join(''),
  )
  expect(format).toBeGreaterThanOrEqual(0)
  const stream: number[] = []
  for (let right = size - 1, turn = 0; right > 0; right -= 2, turn++) {
    if (right === 6) right--
    for (let step = 0; step < size; step++) {
      const row = turn % 2 === 0 ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (isPattern(row, column, version, size)) continue
        stream.push(Number(isDark(row, column) !== masked(format, row, column)))
      }
    }
  }
  const words = Array.from({ length: Math.floor(stream.length / 8) }, (_, at) =>
    Number.parseInt(stream.slice(at * 8, at * 8 + 8).join(''), 2),
  )
  return textIn(dataIn(words, version), version)
}

/** Level M with masks 0 to 7, as the standard prints them (table C.1). */
const FORMATS = [
  ...['101010000010010', '101000100100101', '101111001111100', '101101101001011'],
  ...['100010111111001', '100000011001110', '100111110010111', '100101010100000'],
]

function masked(mask: number, i: number, j: number): boolean {
  const sums = [i + j, i, j, i + j, (i >> 1) + ((j / 3) | 0), 0, 0, 0]
  const product = i * j
  if (mask === 5) return (product % 2) + (product % 3) === 0
  if (mask === 6) return ((product % 2) + (product % 3)) % 2 === 0
  if (mask === 7) return (((i + j) % 2) + (product % 3)) % 2 === 0
  return (sums[mask] ?? 0) % (mask === 2 || mask === 3 ? 3 : 2) === 0
}

const LAST_CENTRE = [0, 18, 22, 26, 30, 34, 38, 42, 46, 50]
const MIDDLE = [0, 0, 0, 0, 0, 0, 22, 24, 26, 28]

function isPattern(row: number, column: number, version: number, size: number): boolean {
  if (row === 6 || column === 6) return true
  if (row < 9 && (column < 9 || column >= size - 8)) return true
  if (row >= size - 8 && column < 9) return true
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true
  const last = LAST_CENTRE[version - 1] ?? 0
  const centres = [6, MIDDLE[version - 1] ?? 0, last].filter(one => one > 0)
  if (version === 1) return false
  return centres.some(y =>
    centres.some(x => {
      const isFinder = (y === 6 && x === 6) || (y === 6 && x === last) || (y === last && x === 6)
      return !isFinder && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2
    }),
  )
}

/** Blocks and codewords of correction in each, level M (table 9). */
const LAYOUT = [
  ...[
    [1, 10],
    [1, 16],
    [1, 26],
    [2, 18],
    [2, 24],
  ],
  ...[
    [4, 16],
    [4, 18],
    [4, 22],
    [5, 22],
    [5, 26],
  ],
] as const

function dataIn(words: readonly number[], version: number): number[] {
  const [blocks, corrected] = LAYOUT[version - 1] as readonly [number, number]
  const total = words.length
  const short = Math.floor(total / blocks) - corrected
  const long = total % blocks
  const read = Array.from({ length: blocks }, (): number[] => [])
  let at = 0
  for (let place = 0; place <= short; place++) {
    for (let block = 0; block < blocks; block++) {
      if (place < short || block >= blocks - long) read[block]?.push(words[at++] ?? 0)
    }
  }
  for (let place = 0; place < corrected; place++) for (const block of read) block.push(words[at++] ?? 0)
  for (const block of read) expect(syndromes(block, corrected)).toEqual(Array.from({ length: corrected }, () => 0))
  return read.flatMap(block => block.slice(0, block.length - corrected))
}

function multiplied(a: number, b: number): number {
  let product = 0
  for (let [left, right] = [a, b]; right > 0; right >>= 1) {
    if (right & 1) product ^= left
    left = left & 128 ? (left << 1) ^ 0x11d : left << 1
  }
  return product
}

/** What is left of a block at each root: nothing, where no module is wrong. */
function syndromes(block: readonly number[], count: number): number[] {
  let root = 1
  return Array.from({ length: count }, () => {
    const left = block.reduce((sum, word) => multiplied(sum, root) ^ word, 0)
    root = multiplied(root, 2)
    return left
  })
}

function textIn(words: readonly number[], version: number): string {
  const stream = words
    .flatMap(word => bits(word, 8))
    .map(Number)
    .join('')
  expect(stream.slice(0, 4)).toBe('0100')
  const lengthEnd = version < 10 ? 12 : 20
  const length = Number.parseInt(stream.slice(4, lengthEnd), 2)
  const bytes = Array.from({ length }, (_, at) => {
    const from = lengthEnd + at * 8
    return Number.parseInt(stream.slice(from, from + 8), 2)
  })
  return String.fromCharCode(...bytes)
}

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
