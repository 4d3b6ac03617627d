import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { z } from 'zod'
import type { FoundRequest } from '#shared/ipc/desks.ts'
import { ExpectedError } from '#shared/result/result.ts'
import {
  fingerprintText,
  INVITATION_EXTENSION,
  Invitation,
  Invited,
  JoinRequest,
  REQUEST_EXTENSION,
} from '#shared/sync/invitation.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { keyIdOf } from '../security/keychain.ts'
import type { Link } from '../security/older-keys.ts'
import { openSealedFor, sealForRecovery } from '../security/recovery-key.ts'
import type { Random } from '../security/seal.ts'

const CONTEXT = 'sync/invitation|1'
const LARGEST = 2 * 1024 * 1024
/** 66 bits: who wants another key with the same digits has to try longer than anybody can. */
const DIGITS = 20

/** A request with the private half of its key, PKCS8. */
export interface OwnRequest {
  readonly request: JoinRequest
  readonly privateKey: Buffer
}

/** A request to join under a name, with a key pair made for it alone. */
export function makeRequest(name: string): OwnRequest {
  const pair = generateKeyPairSync('x25519')
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const privateKey = pair.privateKey.export({ format: 'der', type: 'pkcs8' })
  return { request: { qjoin: 1, name, publicKey }, privateKey }
}

/** What a person compares by eye on both screens: the name and the digits of the key. */
export function told({ name, publicKey }: JoinRequest): FoundRequest {
  const hash = createHash('sha256').update(`qabyldau/join|${publicKey}|${name}`).digest()
  const number = BigInt(`0x${hash.toString('hex')}`) % 10n ** BigInt(DIGITS)
  return { name, fingerprint: fingerprintText(String(number).padStart(DIGITS, '0')) }
}

/** Writes a request into a folder; answers with the name of the file. Throws ExpectedError `file.*`. */
export async function writeRequest(files: FileSystem, folder: string, request: JoinRequest): Promise<string> {
  const digits = told(request).fingerprint.replace(/ /g, '').slice(0, 4)
  const fileName = `qabyldau-${digits}.${REQUEST_EXTENSION}`
  await writeAtomically(files, `${folder}/${fileName}`, Buffer.from(JSON.stringify(request)))
  return fileName
}

/** Reads a request. Throws ExpectedError `join.no_request`, `file.*`. */
export async function readRequest(files: FileSystem, path: string): Promise<JoinRequest> {
  const request = await readJson(files, path, JoinRequest, 'join.no_request')
  if (publicKeyOf(request.publicKey) === null) throw new ExpectedError('join.no_request')
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

/** What an administrator gives with an invitation. */
export interface Giving {
  readonly keys: DeskKeys
  readonly guarded: boolean
  /** Links to the older keys of the office. */
  readonly older: readonly Link[]
  readonly recovery: Buffer | null
  /** Name of the file with the records, in the same folder. */
  readonly parcel: string
  readonly random: Random
}

/** Writes an invitation for one request beside its parcel; answers with the name of the file. Throws ExpectedError `file.*`. */
export async function writeInvitation(
  files: FileSystem,
  folder: string,
  request: JoinRequest,
  { keys, guarded, older, recovery, parcel, random }: Giving,
): Promise<string> {
  const publicKey = Buffer.from(request.publicKey, 'base64')
  const sealed = await keys.lend(async office => {
    const invited: Invited = {
      ...{ office: office.toString('base64'), keyId: keys.keyId, older: [...older], guarded, parcel },
      recovery: recovery === null ? null : recovery.toString('base64'),
    }
    const plain = Buffer.from(JSON.stringify(invited))
    const bytes = sealForRecovery(publicKey, plain, CONTEXT, random)
    plain.fill(0)
    return bytes
  })
  const invitation: Invitation = { qinvite: 1, to: hashOf(request.publicKey), sealed: sealed.toString('base64') }
  const fileName = parcel.replace(/[^.]+$/, INVITATION_EXTENSION)
  await writeAtomically(files, `${folder}/${fileName}`, Buffer.from(JSON.stringify(invitation)))
  return fileName
}

/** Opens an invitation with the key of our request. Throws ExpectedError `join.no_invitation`, `join.not_for_us`, `file.*`. */
export async function readInvitation(files: FileSystem, path: string, own: OwnRequest): Promise<Invited> {
  const invitation = await readJson(files, path, Invitation, 'join.no_invitation')
  if (invitation.to !== hashOf(own.request.publicKey)) throw new ExpectedError('join.not_for_us')
  const key = createPrivateKey({ key: own.privateKey, format: 'der', type: 'pkcs8' })
  const plain = openSealedFor(key, Buffer.from(invitation.sealed, 'base64'), CONTEXT)
  if (plain === null) throw new ExpectedError('join.no_invitation')
  const invited = Invited.safeParse(jsonOf(plain))
  plain.fill(0)
  if (!invited.success || keyIdOf(Buffer.from(invited.data.office, 'base64')) !== invited.data.keyId) {
    throw new ExpectedError('join.no_invitation')
  }
  return invited.data
}

function hashOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

async function readJson<T>(files: FileSystem, path: string, schema: z.ZodType<T>, otherwise: string): Promise<T> {
  const size = await files.sizeOf(path)
  const bytes = size === null || size > LARGEST ? null : await files.readFile(path)
  const parsed = schema.safeParse(bytes && jsonOf(bytes))
  if (!parsed.success) throw new ExpectedError(otherwise)
  return parsed.data
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
