import {
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { openBytes, type Random, sealBytes } from './seal.ts'

/** Letters of the paper key: base 32 without those a reader takes for another (I, L, O, U). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LIKE = { O: '0', I: '1', L: '1' } as const
const SECRET = 20
const CHECK = 4
const PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex')
const SPKI_LENGTH = 44

/** The key on paper: its text for the sheet (nine groups of four) and the public half that seals for it (SPKI). */
export interface RecoveryKey {
  readonly text: string
  readonly publicKey: Buffer
}

/** A new paper key: 160 random bits and four letters that find a slip of the hand. Kept nowhere but on paper. */
export function makeRecoveryKey(random: Random): RecoveryKey {
  const secret = random(SECRET)
  const letters = lettersOf(secret)
  const publicKey = publicHalfOf(secret)
  secret.fill(0)
  return { text: (letters + checkOf(letters)).replace(/(.{4})(?=.)/g, '$1-'), publicKey }
}

/** The secret of a key as typed (any case, spaces, look-alikes), or null where it is not a key or has a slip. */
export function readRecoveryKey(typed: string): Buffer | null {
  const text = lettersTyped(typed)
  const length = (SECRET * 8) / 5
  if (text.length !== length + CHECK || [...text].some(letter => !LETTERS.includes(letter))) return null
  if (checkOf(text.slice(0, length)) !== text.slice(length)) return null
  let bits = 0n
  for (const letter of text.slice(0, length)) bits = bits * 32n + BigInt(LETTERS.indexOf(letter))
  return Buffer.from(bits.toString(16).padStart(SECRET * 2, '0'), 'hex')
}

/** Whether two texts are the same key as a reader takes them. */
export function isSamePaper(left: string, right: string): boolean {
  return lettersTyped(left) === lettersTyped(right)
}

/** The public half of a secret (SPKI): seals for whoever has the secret. */
export function publicHalfOf(secret: Buffer): Buffer {
  return createPublicKey(privateKeyOf(secret)).export({ format: 'der', type: 'spki' })
}

/** Seals so that only the secret of the public half opens it, a paper key or a person's password: a key pair of its own for each sealing (X25519, HKDF-SHA-256, AES-256-GCM). */
export function sealForRecovery(publicKey: Uint8Array, plain: Uint8Array, context: string, random: Random): Buffer {
  const once = generateKeyPairSync('x25519')
  const own = once.publicKey.export({ format: 'der', type: 'spki' })
  const key = agreed(once.privateKey, Buffer.from(publicKey), own)
  const sealed = sealBytes(key, plain, context, random)
  key.fill(0)
  return Buffer.concat([own, sealed])
}

/** What was sealed for the key of a secret, or null: another key, another context, or changed bytes. */
export function openWithRecovery(secret: Buffer, sealed: Uint8Array, context: string): Buffer | null {
  return openSealedFor(privateKeyOf(secret), sealed, context)
}

/** What was sealed for the public half of an X25519 key, or null: another key, another context, or changed bytes. */
export function openSealedFor(privateKey: KeyObject, sealed: Uint8Array, context: string): Buffer | null {
  if (sealed.length <= SPKI_LENGTH) return null
  const own = Buffer.from(sealed.subarray(0, SPKI_LENGTH))
  try {
    const key = agreed(privateKey, own, own)
    const plain = openBytes(key, sealed.subarray(SPKI_LENGTH), context)
    key.fill(0)
    return plain
  } catch {
    // Not a point of the curve: changed bytes.
    return null
  }
}

function agreed(privateKey: KeyObject, publicKey: Buffer, salt: Buffer): Buffer {
  const shared = diffieHellman({
    privateKey,
    publicKey: createPublicKey({ key: publicKey, format: 'der', type: 'spki' }),
  })
  return Buffer.from(hkdfSync('sha256', shared, salt, 'qabyldau/recovery/seal', 32))
}

function privateKeyOf(secret: Buffer): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'qabyldau/recovery', 32))
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
}

function lettersTyped(typed: string): string {
  const letters = [...typed.toUpperCase().replace(/[\s-]/g, '')]
  return letters.map(letter => LIKE[letter as keyof typeof LIKE] ?? letter).join('')
}

function lettersOf(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  for (let at = 0; at < (SECRET * 8) / 5; at++) {
    text = LETTERS[Number(bits % 32n)] + text
    bits /= 32n
  }
  return text
}

function checkOf(letters: string): string {
  const hash = createHash('sha256').update(`qabyldau/recovery/${letters}`).digest()
  return Array.from({ length: CHECK }, (_, at) => LETTERS[(hash[at] as number) % 32]).join('')
}
