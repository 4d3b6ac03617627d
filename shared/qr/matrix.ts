import { bits, bitsOf, versionFor } from './codewords.ts'

/** Rows of a QR symbol, true where it is dark; without the quiet margin of four. */
export type QrMatrix = readonly (readonly boolean[])[]

/** Centres of the alignment patterns by version (ISO/IEC 18004, annex E). */
const ALIGNED: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

/** The eight masks of data (table 10). */
export const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  row => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** Fifteen bits that tell level M and the mask (BCH, annex C). */
export function formatBits(mask: number): number {
  let rest = mask << 10
  for (let bit = 14; bit >= 10; bit--) if ((rest >>> bit) & 1) rest ^= 0x537 << (bit - 10)
  return ((mask << 10) | rest) ^ 0x5412
}

/** Eighteen bits that tell the version, from version 7 on (BCH, annex D). */
export function versionBits(version: number): number {
  let rest = version << 12
  for (let bit = 17; bit >= 12; bit--) if ((rest >>> bit) & 1) rest ^= 0x1f25 << (bit - 12)
  return (version << 12) | rest
}

/**
 * A text of ASCII as a QR symbol (ISO/IEC 18004): byte mode, level M, the least version up to 10, the mask of the least
 * penalty. Throws where it is longer than version 10 holds (213 bytes).
 */
export function qrOf(text: string): QrMatrix {
  const bytes = Uint8Array.from(text, letter => letter.charCodeAt(0))
  const version = versionFor(bytes.length)
  if (version === null) throw new Error('too long for a symbol of version 10')
  const laid = bitsOf(bytes, version)
  const drawn = MASKS.map((_, mask) => drawnWith(version, laid, mask))
  const penalties = drawn.map(penaltyOf)
  return drawn[penalties.indexOf(Math.min(...penalties))] as QrMatrix
}

type Grid = (boolean | null)[][]

function drawnWith(version: number, laid: readonly boolean[], mask: number): QrMatrix {
  const size = 17 + 4 * version
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => null))
  const set = (row: number, column: number, dark: boolean) => {
    const line = grid[row]
    if (line !== undefined && column >= 0 && column < size) line[column] = dark
  }
  drawPatterns(version, size, grid, set)
  drawFormat(size, mask, set)
  if (version >= 7) drawVersion(size, version, set)
  let next = 0
  for (const [row, column] of dataPlaces(size)) {
    if (grid[row]?.[column] !== null) continue
    set(row, column, (laid[next++] ?? false) !== (MASKS[mask]?.(row, column) ?? false))
  }
  return grid.map(line => line.map(dark => dark === true))
}

type SetModule = (row: number, column: number, dark: boolean) => void

function drawPatterns(version: number, size: number, grid: Grid, set: SetModule): void {
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const) {
    ring(top + 3, left + 3, 4, set, distance => distance !== 2 && distance !== 4)
  }
  const centres = ALIGNED[version - 1] ?? []
  for (const row of centres) {
    for (const column of centres) {
      if (grid[row]?.[column] === null) ring(row, column, 2, set, distance => distance !== 1)
    }
  }
  for (let at = 8; at < size - 8; at++) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
}

/** Squares around a centre, each dark or light by its distance. */
function ring(row: number, column: number, most: number, set: SetModule, isDark: (distance: number) => boolean): void {
  for (let down = -most; down <= most; down++) {
    for (let right = -most; right <= most; right++) {
      set(row + down, column + right, isDark(Math.max(Math.abs(down), Math.abs(right))))
    }
  }
}

function drawFormat(size: number, mask: number, set: SetModule): void {
  const format = bits(formatBits(mask), 15)
  for (const [at, dark] of format.entries()) {
    // Around the upper left corner, and again along the two others.
    if (at < 7) set(8, at < 6 ? at : at + 1, dark)
    else set(at < 9 ? 15 - at : 14 - at, 8, dark)
    if (at < 7) set(size - 1 - at, 8, dark)
    else set(8, size - 15 + at, dark)
  }
  set(size - 8, 8, true)
}

function drawVersion(size: number, version: number, set: SetModule): void {
  for (const [at, dark] of bits(versionBits(version), 18).toReversed().entries()) {
    const [long, short] = [Math.floor(at / 3), size - 11 + (at % 3)]
    set(long, short, dark)
    set(short, long, dark)
  }
}

/** Where data are laid: in columns of two from the right, upwards and downwards by turns. */
export function dataPlaces(size: number): [number, number][] {
  const places: [number, number][] = []
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const row = isUp ? size - 1 - step : step
      places.push([row, right], [row, right - 1])
    }
    isUp = !isUp
  }
  return places
}

/** How hard a symbol is to read (table 11): runs, blocks, what looks like a finder, too much of one shade. */
function penaltyOf(matrix: QrMatrix): number {
  const turned = matrix.map((_, column) => matrix.map(row => row[column] === true))
  const lines = [...matrix, ...turned].map(line => line.map(dark => (dark ? '1' : '0')).join(''))
  let penalty = 0
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2
    for (const _ of line.matchAll(/(?=10111010000|00001011101)/g)) penalty += 40
  }
  for (const [row, line] of matrix.slice(1).entries()) {
    for (let column = 1; column < line.length; column++) {
      const four = [line[column], line[column - 1], matrix[row]?.[column], matrix[row]?.[column - 1]]
      if (four.every(dark => dark === four[0])) penalty += 3
    }
  }
  const dark = matrix.flat().filter(Boolean).length / matrix.length ** 2
  return penalty + 10 * Math.floor(Math.abs(dark * 100 - 50) / 5)
}
