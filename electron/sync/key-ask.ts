import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { ExpectedError } from '#shared/result/result.ts'
import { fingerprintText } from '#shared/sync/invitation.ts'
import { KEY_ASK_EXTENSION, KeyAsk } from '#shared/sync/key-handing.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { Journal } from '../journal/types.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { findKnownDesk, type KnownDesk } from './known-desk.ts'
import { digitsOf, readJson } from './request.ts'

/** What a request or an answer is held to: what this desk knows and which office keys it has. */
export interface Judging {
  readonly journal: Pick<Journal, 'actionsOf' | 'entitiesOf'>
  readonly keys: Pick<DeskKeys, 'installation' | 'keyId' | 'knows' | 'lend'>
}

/** A request of this desk with the private half of its key (PKCS8). */
export function makeKeyAsk(
  keys: Pick<DeskKeys, 'installation' | 'keyId' | 'sign'>,
  said: Pick<KeyAsk, 'letter' | 'user' | 'askedAt'>,
): { ask: KeyAsk; privateKey: Buffer } {
  const pair = generateKeyPairSync('x25519')
  const unsigned = {
    ...{ qkeyask: 1 as const, installation: keys.installation, ...said, keyId: keys.keyId },
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  }
  const ask = { ...unsigned, signature: keys.sign(signedOf(unsigned)).toString('base64') }
  return { ask, privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

function signedOf({ installation, letter, user, askedAt, keyId, publicKey }: Omit<KeyAsk, 'signature'>): Buffer {
  const said = JSON.stringify([installation, letter, user, askedAt, keyId, publicKey])
  return createHash('sha256').update(`qabyldau/key-ask|1|${said}`).digest()
}

/** SHA-256 of a request, its signature included. */
export function hashOfAsk(ask: KeyAsk): Buffer {
  return createHash('sha256').update(signedOf(ask)).update(ask.signature).digest()
}

/** What a person compares by eye on both screens. */
export function digitsOfAsk(ask: KeyAsk): string {
  return fingerprintText(digitsOf(hashOfAsk(ask)))
}

/** Writes a request into a folder; answers with the name of the file. Throws ExpectedError `file.*`. */
export async function writeKeyAsk(files: FileSystem, folder: string, ask: KeyAsk): Promise<string> {
  const fileName = `${nameOf(ask)}.${KEY_ASK_EXTENSION}`
  await writeAtomically(files, `${folder}/${fileName}`, Buffer.from(JSON.stringify(ask)))
  return fileName
}

/** What the files of a request and of its answer are called. */
export function nameOf(ask: KeyAsk): string {
  return `qabyldau-${digitsOfAsk(ask).slice(0, 4)}`
}

/** Reads a request; nothing of it is believed yet. Throws ExpectedError `key.no_request`, `file.*`. */
export async function readKeyAsk(files: FileSystem, path: string): Promise<KeyAsk> {
  const ask = await readJson(files, path, KeyAsk)
  if (ask === null || !isPublicKey(ask.publicKey)) throw new ExpectedError('key.no_request')
  return ask
}

function isPublicKey(spki: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'x25519'
  } catch {
    return false
  }
}

/** Whether these bytes were signed by the key of a desk (Ed25519, SPKI, base64). */
export function isSignedByDesk(bytes: Buffer, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/**
 * Whose request it is: of a desk that is known here and at work, that signed it, and has an earlier office key. Throws
 * ExpectedError `key.own`, `key.unknown_desk`, `key.retired_desk`, `key.replaced_desk`, `key.signature`, `key.has_it`,
 * `key.other_office`.
 */
export async function judgeKeyAsk({ journal, keys }: Judging, ask: KeyAsk): Promise<KnownDesk> {
  if (ask.installation === keys.installation) throw new ExpectedError('key.own')
  const desk = await findKnownDesk(journal, ask.installation)
  if (desk === null) throw new ExpectedError('key.unknown_desk', { letter: ask.letter ?? '?' })
  if (!isSignedByDesk(signedOf(ask), ask.signature, desk.publicKey)) throw new ExpectedError('key.signature')
  const letter = desk.letter ?? '?'
  if (desk.isRetired) throw new ExpectedError('key.retired_desk', { letter })
  if (desk.replacedBy !== null) throw new ExpectedError('key.replaced_desk', { letter, by: desk.replacedBy })
  if (ask.keyId === keys.keyId) throw new ExpectedError('key.has_it', { letter })
  if (!keys.knows(ask.keyId)) throw new ExpectedError('key.other_office')
  return desk
}
