/** First 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8. */
const [ROUND, START] = roots()

/**
 * SHA-256 of a text in UTF-8, as 64 small hexadecimal digits. Pure, so that a sheet, a page and the main process compute
 * the same without waiting. Source: FIPS 180-4, sections 5.1.1 and 6.2.
 */
export function sha256(text: string): string {
  const bytes = padded(utf8(text))
  const hash = [...START]
  for (let at = 0; at < bytes.length; at += 64) digestBlock(hash, wordsOf(bytes, at))
  return hash.map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function digestBlock(hash: number[], words: number[]): void {
  for (let at = 16; at < 64; at++) {
    const [old, near, far, last] = [
      word(words, at - 16),
      word(words, at - 15),
      word(words, at - 7),
      word(words, at - 2),
    ]
    const small = turn(near, 7) ^ turn(near, 18) ^ (near >>> 3)
    const large = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10)
    words.push((old + small + far + large) | 0)
  }
  const state = [...hash]
  for (let at = 0; at < 64; at++) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    const one = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + one + ((e & f) ^ (~e & g)) + word(ROUND, at) + word(words, at)) | 0
    const zero = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = (zero + ((a & b) ^ (a & c) ^ (b & c))) | 0
    state.splice(0, 8, (first + second) | 0, a, b, c, (d + first) | 0, e, f, g)
  }
  for (const [at, value] of state.entries()) hash[at] = (word(hash, at) + value) | 0
}

function turn(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by))
}

function word(words: readonly number[], at: number): number {
  return words[at] ?? 0
}

function wordsOf(bytes: Uint8Array, from: number): number[] {
  const view = new DataView(bytes.buffer, from, 64)
  return Array.from({ length: 16 }, (_, at) => view.getInt32(at * 4))
}

/** One bit, zeroes, and the length in bits as 64 bits: whole blocks of 64 bytes. */
function padded(bytes: readonly number[]): Uint8Array {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n)
  return whole
}

/** Half a surrogate pair counts as the replacement sign, as encoders take it. */
function utf8(text: string): number[] {
  return [...text.toWellFormed()].flatMap(letter => {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) return [code]
    if (code < 0x800) return [0xc0 | (code >> 6), tail(code)]
    if (code < 0x10000) return [0xe0 | (code >> 12), tail(code >> 6), tail(code)]
    return [0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code)]
  })
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f)
}

function roots(): readonly [readonly number[], readonly number[]] {
  const primes: number[] = []
  for (let next = 2; primes.length < 64; next++) if (primes.every(prime => next % prime !== 0)) primes.push(next)
  const fraction = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0
  return [primes.map(prime => fraction(Math.cbrt(prime))), primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))]
}
