import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { openSealedFor, sealForRecovery } from './recovery-key.ts'
import type { Random } from './seal.ts'

/** 2^255 - 19. */
const P = 2n ** 255n - 19n
const SPKI_HEAD = Buffer.from('302a300506032b656e032100', 'hex')
const PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** Seals for the desk that signs with this key (Ed25519, SPKI, base64): for the X25519 key that belongs to it. Throws where it is no such key. */
export function sealForDesk(publicKey: string, plain: Uint8Array, context: string, random: Random): Buffer {
  return sealForRecovery(agreementKeyOf(publicKey), plain, context, random)
}

/** What was sealed for the desk that signs with this key, or null: it was for another, or bytes were changed. */
export function openAsDesk(signing: KeyObject, sealed: Uint8Array, context: string): Buffer | null {
  const pkcs8 = signing.export({ format: 'der', type: 'pkcs8' })
  const hash = createHash('sha512').update(pkcs8.subarray(-32)).digest()
  const secret = Buffer.concat([PKCS8_HEAD, hash.subarray(0, 32)])
  const key = createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
  for (const bytes of [pkcs8, hash, secret]) bytes.fill(0)
  return openSealedFor(key, sealed, context)
}

/** A point of Ed25519 as Curve25519 has it: u = (1 + y) / (1 - y) (RFC 7748, 4.1). */
function agreementKeyOf(publicKey: string): Buffer {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('no key of a desk')
  const point = Buffer.from(key.export({ format: 'der', type: 'spki' }).subarray(-32)).reverse()
  point[0] = (point[0] ?? 0) & 0x7f
  const y = BigInt(`0x${point.toString('hex')}`)
  const u = ((1n + y) * power(1n - y + P, P - 2n)) % P
  return Buffer.concat([SPKI_HEAD, Buffer.from(u.toString(16).padStart(64, '0'), 'hex').reverse()])
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let [square, left] = [base % P, exponent]; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % P
    square = (square * square) % P
  }
  return result
}
