/** First 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8. */
const [ROUND, START] = roots()

/**
 * SHA-256 of a text in UTF-8, as 64 small hexadecimal digits. Pure, so that a sheet, a page and the main process compute
 * the same without waiting. Source: FIPS 180-4, sections 5.1.1 and 6.2.
 */
export function sha256(text: string): string {
  const bytes = padded(utf8(text))
  const view = new DataView(bytes.buffer)
  const hash = Int32Array.from(START)
  const words = new Int32Array(64)
  for (let at = 0; at < bytes.length; at += 64) {
    for (let word = 0; word < 16; word++) words[word] = view.getInt32(at + word * 4)
    spread(words)
    compress(hash, words)
  }
  return [...hash].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The sixteen words of a block become sixty-four. */
function spread(words: Int32Array): void {
  for (let at = 16; at < 64; at++) {
    const near = words[at - 15] as number
    const last = words[at - 2] as number
    const small = turn(near, 7) ^ turn(near, 18) ^ (near >>> 3)
    const large = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10)
    words[at] = (words[at - 16] as number) + small + (words[at - 7] as number) + large
  }
}

function compress(hash: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let at = 0; at < 64; at++) {
    const one = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = h + one + ((e & f) ^ (~e & g)) + (ROUND[at] as number) + (words[at] as number)
    const zero = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = zero + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const state = [a, b, c, d, e, f, g, h]
  for (let at = 0; at < 8; at++) hash[at] = (hash[at] as number) + (state[at] as number)
}

function turn(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by))
}

/** One bit, zeroes, and the length in bits as 64 bits: whole blocks of 64 bytes. */
function padded(bytes: readonly number[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n)
  return whole
}

/** Half a surrogate pair counts as the replacement sign, as encoders take it. */
function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const letter of text.toWellFormed()) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code))
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
  }
  return bytes
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f)
}

function roots(): readonly [Int32Array, Int32Array] {
  const primes: number[] = []
  for (let next = 2; primes.length < 64; next++) if (primes.every(prime => next % prime !== 0)) primes.push(next)
  const fraction = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0
  return [
    Int32Array.from(primes.map(prime => fraction(Math.cbrt(prime)))),
    Int32Array.from(primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))),
  ]
}
