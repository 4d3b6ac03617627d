import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { z } from 'zod'
import type { InstallationId } from '#shared/change/action.ts'
import type { FoundRequest } from '#shared/ipc/desks.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { fingerprintText, JoinRequest, REQUEST_EXTENSION } from '#shared/sync/invitation.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { openSealedFor, sealForRecovery } from '../security/recovery-key.ts'
import type { Random } from '../security/seal.ts'

const LARGEST = 2 * 1024 * 1024
/** 66 bits: who wants another key with the same digits has to try longer than anybody can. */
const DIGITS = 20

/** A request with the private half of its key, PKCS8. */
export interface OwnRequest {
  readonly request: JoinRequest
  readonly privateKey: Buffer
}

/** A request under a name for the desk that is, or will be, this installation, with a key pair made for it alone. */
export function makeRequest(name: string, installation: InstallationId): OwnRequest {
  const pair = generateKeyPairSync('x25519')
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const privateKey = pair.privateKey.export({ format: 'der', type: 'pkcs8' })
  return { request: { qjoin: 1, name, installation, publicKey }, privateKey }
}

/** What a person compares by eye on both screens: the name, and digits of the key and of the installation. */
export function told({ name, installation, publicKey }: JoinRequest): FoundRequest {
  const hash = createHash('sha256').update(`qabyldau/join|${publicKey}|${installation}|${name}`).digest()
  return { name, fingerprint: fingerprintText(digitsOf(hash)) }
}

/** The twenty digits of a hash that a person compares. */
export function digitsOf(hash: Buffer): string {
  const number = BigInt(`0x${hash.toString('hex')}`) % 10n ** BigInt(DIGITS)
  return String(number).padStart(DIGITS, '0')
}

/** What the names of all files about a request begin with. */
export function nameOfRequest(request: JoinRequest): string {
  return `qabyldau-${told(request).fingerprint.replace(/ /g, '').slice(0, 4)}`
}

/** Writes a request into a folder; answers with the name of the file. Throws ExpectedError `file.*`. */
export async function writeRequest(files: FileSystem, folder: string, request: JoinRequest): Promise<string> {
  const fileName = `${nameOfRequest(request)}.${REQUEST_EXTENSION}`
  await writeAtomically(files, `${folder}/${fileName}`, Buffer.from(JSON.stringify(request)))
  return fileName
}

/** Reads a request. Throws ExpectedError `join.no_request`, `file.*`. */
export async function readRequest(files: FileSystem, path: string): Promise<JoinRequest> {
  const request = await readJson(files, path, JoinRequest)
  if (request === null || publicKeyOf(request.publicKey) === null) throw new ExpectedError('join.no_request')
  return request
}

function publicKeyOf(spki: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'x25519' ? key : null
  } catch {
    return null
  }
}

/** Whom a sealed file is for: SHA-256 of the public key of their request, hex. */
export function addresseeOf({ publicKey }: JoinRequest): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

/** JSON sealed for whoever made the request; base64. */
export function sealFor(request: JoinRequest, value: unknown, context: string, random: Random): string {
  const plain = Buffer.from(JSON.stringify(value))
  const sealed = sealForRecovery(Buffer.from(request.publicKey, 'base64'), plain, context, random)
  plain.fill(0)
  return sealed.toString('base64')
}

/** JSON that was sealed for our request, in its form; null: for another, under another context, or changed. */
export function openOwn<T>(own: OwnRequest, sealed: string, context: string, schema: z.ZodType<T>): T | null {
  const key = createPrivateKey({ key: own.privateKey, format: 'der', type: 'pkcs8' })
  const plain = openSealedFor(key, Buffer.from(sealed, 'base64'), context)
  const parsed = schema.safeParse(plain && jsonOf(plain))
  plain?.fill(0)
  return parsed.data ?? null
}

/** A small file of JSON in its form; null: it is not there, too large, or something else. Throws ExpectedError `file.*`. */
export async function readJson<T>(files: FileSystem, path: string, schema: z.ZodType<T>): Promise<T | null> {
  const size = await files.sizeOf(path)
  const bytes = size === null || size > LARGEST ? null : await files.readFile(path)
  return schema.safeParse(bytes && jsonOf(bytes)).data ?? null
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
