/** Error correction of level M by version (ISO/IEC 18004, table 9): codewords of correction in a block, and the data of each block. */
export const BLOCKS: readonly (readonly [number, readonly number[]])[] = [
  [10, [16]],
  [16, [28]],
  [26, [44]],
  [18, [32, 32]],
  [24, [43, 43]],
  [16, [27, 27, 27, 27]],
  [18, [31, 31, 31, 31]],
  [22, [38, 38, 39, 39]],
  [22, [36, 36, 36, 37, 37]],
  [26, [43, 43, 43, 43, 44]],
]

const BYTE_MODE = 0b0100
const PADS = [0xec, 0x11]

/** Powers and logarithms of the field GF(256) over x^8 + x^4 + x^3 + x^2 + 1. */
const POWERS: number[] = []
const LOGS: number[] = []
for (let power = 0, value = 1; power < 255; power++) {
  POWERS[power] = value
  LOGS[value] = power
  value = value < 128 ? value * 2 : (value * 2) ^ 0x11d
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (POWERS[((LOGS[a] ?? 0) + (LOGS[b] ?? 0)) % 255] ?? 0)
}

/** The codewords of correction of a block (Reed-Solomon). */
export function correction(data: readonly number[], count: number): number[] {
  let generator = [1]
  for (let power = 0; power < count; power++) {
    const next = [...generator, 0]
    for (const [at, factor] of generator.entries()) {
      next[at + 1] = (next[at + 1] ?? 0) ^ times(factor, POWERS[power] ?? 0)
    }
    generator = next
  }
  const rest = [...data, ...Array.from({ length: count }, () => 0)]
  for (const at of data.keys()) {
    const factor = rest[at] ?? 0
    for (const [step, part] of generator.entries()) rest[at + step] = (rest[at + step] ?? 0) ^ times(part, factor)
  }
  return rest.slice(data.length)
}

/** The least version that holds so many bytes, or null: they are too many for version 10. */
export function versionFor(bytes: number): number | null {
  const found = BLOCKS.findIndex((_, at) => bytes <= roomOf(at + 1))
  return found < 0 ? null : found + 1
}

function roomOf(version: number): number {
  return dataOf(version) - 1 - lengthBits(version) / 8
}

function dataOf(version: number): number {
  return (BLOCKS[version - 1]?.[1] ?? []).reduce((sum, one) => sum + one, 0)
}

function lengthBits(version: number): number {
  return version < 10 ? 8 : 16
}

/** Bytes as the bits of a symbol, in the order in which they are laid: data padded, cut into blocks, corrected, interleaved. */
export function bitsOf(bytes: Uint8Array, version: number): boolean[] {
  const [count, lengths] = BLOCKS[version - 1] ?? [0, []]
  const data = padded(bytes, version)
  let taken = 0
  const blocks = lengths.map(length => {
    taken += length
    return data.slice(taken - length, taken)
  })
  const corrections = blocks.map(block => correction(block, count))
  return [...interleaved(blocks), ...interleaved(corrections)].flatMap(word => bits(word, 8))
}

function padded(bytes: Uint8Array, version: number): number[] {
  const stream = [
    ...bits(BYTE_MODE, 4),
    ...bits(bytes.length, lengthBits(version)),
    ...[...bytes].flatMap(byte => bits(byte, 8)),
  ]
  const room = dataOf(version) * 8
  stream.push(...bits(0, Math.min(4, room - stream.length)))
  stream.push(...bits(0, (8 - (stream.length % 8)) % 8))
  const words: number[] = []
  for (let at = 0; at < stream.length; at += 8) {
    words.push(stream.slice(at, at + 8).reduce((word, bit) => word * 2 + Number(bit), 0))
  }
  for (let at = 0; words.length < dataOf(version); at++) words.push(PADS[at % 2] ?? 0)
  return words
}

function interleaved(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map(block => block.length))
  return Array.from({ length: longest }, (_, at) => blocks.flatMap(block => block[at] ?? [])).flat()
}

/** A number as so many bits, the greatest first. */
export function bits(value: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, at) => ((value >>> (count - 1 - at)) & 1) === 1)
}
