import { createHmac, timingSafeEqual } from 'node:crypto'

/** A code stands for so long, in milliseconds (RFC 6238). */
const STEP = 30_000
const DIGITS = 6

/** Letters of base 32 (RFC 4648), in which authenticators take a secret. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The step a moment falls into. */
export function stepOf(now: number): number {
  return Math.floor(now / STEP)
}

/** The code of a step: HOTP with SHA-1 (RFC 4226) over the number of the step (RFC 6238). */
export function codeOfStep(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac.readUInt8(mac.length - 1) & 0x0f
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The step a typed code is of, or null. A telephone may be a step ahead or behind. No step up to the last used one passes:
 * a code that was looked over somebody's shoulder, or a clock that was put back, opens nothing.
 */
export function stepOfCode(secret: Uint8Array, typed: string, now: number, used: number): number | null {
  const code = Buffer.from(typed.replace(/\s/g, ''))
  const here = stepOf(now)
  for (const step of [here - 1, here, here + 1]) {
    const own = Buffer.from(codeOfStep(secret, Math.max(0, step)))
    if (step > used && own.length === code.length && timingSafeEqual(own, code)) return step
  }
  return null
}

/** A secret as it is typed into an authenticator: base 32 in groups of four. */
export function secretText(secret: Uint8Array): string {
  const bits = [...secret].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{1,5}/g) ?? []).map(five => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1 ')
}
