import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { openBytes, sealBytes, systemRandom } from '#electron/security/seal.ts'
import { sourcesOf, withoutComments } from '#test/unit/house/sources.ts'

/** What node:crypto may be asked for, and with which words. Whatever is not here is not used. */
const ALLOWED: Readonly<Record<string, readonly (string | null)[]>> = {
  createCipheriv: ['aes-256-gcm'],
  createDecipheriv: ['aes-256-gcm'],
  createHash: ['sha256', 'sha512'],
  hash: ['sha256'],
  createHmac: ['sha256'],
  hkdfSync: ['sha256'],
  generateKeyPairSync: ['ed25519', 'x25519'],
  // Over an Ed25519 key, which hashes by itself.
  sign: ['null'],
  verify: ['null'],
  ...Object.fromEntries(
    [
      ...['createPrivateKey', 'createPublicKey', 'createSecretKey', 'diffieHellman', 'randomBytes', 'KeyObject'],
      ...['timingSafeEqual', 'randomInt', 'X509Certificate'],
    ].map(name => [name, []]),
  ),
}

interface Used {
  readonly file: string
  readonly name: string
  /** The first argument of each call. */
  readonly first: readonly string[]
}

/** What each source takes from node:crypto, with the first argument of its calls. */
function usedOf(file: string, source: string): Used[] {
  const text = withoutComments(source)
  const named = [...text.matchAll(/import\s*\{([^}]*)\}\s*from 'node:crypto'/g)].flatMap(([, names]) =>
    (names ?? '').split(',').map(one => one.replace(/\btype\b/, '').trim()),
  )
  return named
    .filter(name => name !== '')
    .map(name => ({
      ...{ file, name },
      first: [...text.matchAll(new RegExp(`(?<![.\\w])${name}\\(\\s*('[^']*'|null|[\\w.]+)(?![\\w.]|\\s*:)`, 'g'))].map(
        ([, one]) => (one ?? '').replaceAll("'", ''),
      ),
    }))
}

/** Asked for by a standard that others keep to: RFC 6238 as every authenticator computes it, sound in HMAC. */
const BY_STANDARD: readonly string[] = ['electron/security/totp.ts: createHmac(sha1)']

function faultsOf(used: readonly Used[]): string[] {
  const faults = used.flatMap(({ file, name, first }) => {
    const allowed = ALLOWED[name]
    if (allowed === undefined) return [`${file}: ${name}`]
    if (allowed.length === 0) return []
    return first.filter(one => !allowed.includes(one)).map(one => `${file}: ${name}(${one})`)
  })
  return faults.filter(one => !BY_STANDARD.includes(one))
}

const sources = sourcesOf('electron', 'shared', 'renderer')

it('only the ciphers, digests and keys of the list are used, and each by its name', () => {
  const used = sources.flatMap(({ file, text }) => usedOf(file, text))
  expect(used.length).toBeGreaterThan(20)
  expect(faultsOf(used)).toEqual([])
  const strange = sources.filter(({ text }) =>
    /from 'crypto'|import \w+ from 'node:crypto'|\* as \w+ from 'node:crypto'|require\('(node:)?crypto/.test(text),
  )
  expect(strange.map(({ file }) => file)).toEqual([])
})

it('the page seals with AES-GCM and marks with HMAC alone, and passwords are derived by argon2id', () => {
  const names = sources.flatMap(({ file, text }) =>
    [
      ...withoutComments(text).matchAll(
        /name: '([A-Z][\w-]+)'(?=[^\n]*(?:iv|hash|length))|'(AES-\w+|RSA\S*|ECDSA|PBKDF2|SHA-\d+|HMAC|HKDF)'/g,
      ),
    ].map(one => ({ file, name: one[1] ?? one[2] })),
  )
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter(({ name }) => !['AES-GCM', 'HMAC', 'SHA-256', 'HKDF'].includes(name ?? ''))).toEqual([])
  const hashed = sources.flatMap(({ text }) =>
    [...text.matchAll(/import \{([^}]*)\} from 'hash-wasm'/g)].map(one => one[1]?.trim()),
  )
  expect(hashed).toEqual(['argon2id'])
})

it.each([
  ["import { createHash } from 'node:crypto'\ncreateHash('md5')", 'createHash(md5)'],
  ["import { createCipheriv } from 'node:crypto'\ncreateCipheriv('aes-256-cbc', k, i)", 'createCipheriv(aes-256-cbc)'],
  ["import { pbkdf2Sync } from 'node:crypto'", 'pbkdf2Sync'],
  ["import { createHash } from 'node:crypto'\ncreateHash(chosen)", 'createHash(chosen)'],
  ["import { sign } from 'node:crypto'\nsign('RSA-SHA1', x, y)", 'sign(RSA-SHA1)'],
])('another one would be seen: %j', (text, fault) => {
  expect(faultsOf(usedOf('x.ts', text))).toEqual([`x.ts: ${fault}`])
})

it('signing with no digest named is Ed25519: of a fixed length, and the same twice', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  expect(sign(null, Buffer.from('x'), privateKey)).toEqual(sign(null, Buffer.from('x'), privateKey))
  expect(sign(null, Buffer.from('x'), privateKey)).toHaveLength(64)
})

const SEALED = process.env.QABYLDAU_FULL === '1' ? 1_000_000 : 20_000

it(`no nonce comes twice in ${SEALED} seals of one key`, () => {
  const key = systemRandom(32)
  const seen = new Set<string>()
  for (let count = 0; count < SEALED; count++) {
    seen.add(sealBytes(key, Buffer.alloc(1), 'x', systemRandom).toString('latin1', 0, 12))
  }
  expect(seen.size).toBe(SEALED)
}, 300_000)

it('a nonce handed out belongs to one seal: what is done with one changes no other', () => {
  const first = systemRandom(12)
  const second = systemRandom(12)
  const kept = Buffer.from(second)
  first.fill(0)
  expect(second).toEqual(kept)
  expect(openBytes(systemRandom(32), Buffer.alloc(27), 'x')).toBeNull()
})
