import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { z } from 'zod'
import { removeLeftovers, writeAtomically } from '#electron/journal/atomic-file.ts'
import { type FileSystem, nodeFiles } from '#electron/journal/file-system.ts'
import { InstallationId } from '#shared/change/action.ts'
import type { KeyProtection } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { keyIdOf, type OfficeKeyPlace, readOfficeKey, writeOpenKey } from './office-key.ts'
import type { Cost } from './password.ts'
import { randomText } from './random-text.ts'
import { protectionOf, type SafeStorage, wrapKey } from './safe-storage.ts'
import { openBytes, type Random, type SealingKey, sealBytes, systemRandom } from './seal.ts'

/** What a tag is made of; each kind has its own key, so that equal values of two kinds have different tags. */
export type TagKind = 'iin' | 'bin' | 'row' | 'person'

/** The keys of this desk, unlocked. Key bytes stay inside, except those of the store, which go to its worker. */
export interface DeskKeys {
  readonly installation: InstallationId
  readonly protection: KeyProtection
  /** First 8 hex digits of the SHA-256 of the office key. */
  readonly keyId: string
  /** Ed25519 public key of this desk: SPKI, base64. */
  readonly publicKey: string
  /** Seals under the office key. */
  seal(plain: Uint8Array, context: Uint8Array | string): Buffer
  /** Opens what was sealed under the office key, or null. */
  open(sealed: Uint8Array, context: Uint8Array | string): Buffer | null
  /** Ed25519 signature (64 bytes). */
  sign(bytes: Uint8Array): Buffer
  /** HMAC-SHA-256 (base64url) under a key derived for the kind: finds an equal value again without holding it. */
  tagOf(kind: TagKind, value: string): string
  /** A key of the office for one purpose, which says nothing of the office key or of a key with another label. */
  derive(label: string): KeyObject
  /** A copy of the keys of the store; the caller fills it with zeros after use. */
  storeKeys(): { storeKey: Buffer; indexKey: Buffer }
  /** New keys of the store, flushed before it resolves. What was sealed under the old ones is unreadable from then on. */
  rotateStoreKey(): Promise<void>
  /** Gives the office key to what seals it for somebody, and fills the copy with zeros after. */
  lend<T>(use: (office: Buffer) => Promise<T>): Promise<T>
  /** Fills key bytes that lie in memory with zeros. */
  close(): void
}

/** Where keys are kept and what they are made with. `folder` is `desk-data`. */
export interface KeyOptions {
  readonly folder: string
  readonly storage: SafeStorage
  readonly files?: FileSystem
  readonly random?: Random
  readonly cost?: Cost
}

const DeskKeyFile = z.strictObject({ installation: InstallationId, key: z.base64() })

/** PKCS8 of an Ed25519 key is this and the 32 bytes of its seed (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const DESK_CONTEXT = 'keys/desk.key|1'
const STORE_CONTEXT = 'keys/store.key|1'

/**
 * Whether this desk already has keys. Throws ExpectedError `start.key_unavailable` (reason: missing) where a journal
 * stands without its key: this is no first start, and a new key would never open it.
 */
export async function hasKeys(options: Pick<KeyOptions, 'folder' | 'files'>): Promise<boolean> {
  const { folder, files = nodeFiles } = options
  if ((await files.sizeOf(`${folder}/keys/office.key`)) !== null) return true
  if ((await files.list(`${folder}/journal`)).length === 0) return false
  throw new ExpectedError('start.key_unavailable', { reason: 'missing' })
}

/**
 * Makes the keys of a new desk: of a new office, or of the one whose key is given (its bytes are filled with zeros).
 * `office.key` is written last: where it stands, everything does. Throws ExpectedError `start.key_unavailable` (reason:
 * missing, no_store, refused).
 */
export async function createKeys(options: KeyOptions, ofOffice?: Buffer): Promise<DeskKeys> {
  const { folder, storage, files = nodeFiles, random = systemRandom } = options
  if (await hasKeys(options)) throw new Error('this desk has keys')
  await files.makeFolder(`${folder}/keys`)
  await removeLeftovers(files, `${folder}/keys`)
  const office = ofOffice ?? random(32)
  const seed = random(32)
  const installation = InstallationId.parse(randomText(16, random))
  // Before anything is written: a key store that refuses leaves nothing behind.
  wrapKey(storage, office)
  const pkcs8 = Buffer.concat([PKCS8_HEAD, seed])
  const desk = Buffer.from(JSON.stringify({ installation, key: pkcs8.toString('base64') }))
  await writeAtomically(files, `${folder}/keys/desk.key`, sealBytes(office, desk, DESK_CONTEXT, random))
  for (const bytes of [desk, pkcs8, seed]) bytes.fill(0)
  await writeStoreKeys(files, folder, office, random)
  await writeOpenKey(placeOf(options), office)
  office.fill(0)
  return openKeys(options)
}

/** The files and functions keys are kept and made with. */
export function placeOf({
  folder,
  storage,
  files = nodeFiles,
  random = systemRandom,
  cost,
}: KeyOptions): OfficeKeyPlace {
  return { folder, storage, files, random, ...(cost && { cost }) }
}

/**
 * Unlocks the keys of a desk without passwords. Throws ExpectedError `start.key_unavailable` (reason: missing, no_store,
 * refused, damaged, other_key).
 */
export async function openKeys(options: KeyOptions): Promise<DeskKeys> {
  const key = await readOfficeKey(placeOf(options))
  if (key.kind === 'door') throw new Error('this desk is opened by a password')
  return openKeysWith(options, key.office, key.wrappedWith)
}

/** Unlocks the keys of this desk by its office key, whose bytes are filled with zeros. Throws as `openKeys`. */
export async function openKeysWith(options: KeyOptions, bytes: Buffer, wrappedWith: KeyProtection): Promise<DeskKeys> {
  const { folder, storage, files, random } = placeOf(options)
  const keyId = keyIdOf(bytes)
  const office = createSecretKey(bytes)
  bytes.fill(0)
  const desk = DeskKeyFile.parse(
    JSON.parse((await readSealed(files, folder, 'desk.key', office, DESK_CONTEXT)).toString()),
  )
  const pkcs8 = Buffer.from(desk.key, 'base64')
  const signing = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  pkcs8.fill(0)
  return new UnlockedKeys({
    ...{ files, folder, random, office, keyId, signing },
    installation: desk.installation,
    // A key store that came later does not protect what was wrapped without it.
    protection: wrappedWith === 'plain' ? 'plain' : protectionOf(storage),
    store: await readSealed(files, folder, 'store.key', office, STORE_CONTEXT),
  })
}

async function readSealed(
  files: FileSystem,
  folder: string,
  name: string,
  office: SealingKey,
  context: string,
): Promise<Buffer> {
  const bytes = await files.readFile(`${folder}/keys/${name}`)
  const plain = bytes && openBytes(office, bytes, context)
  if (plain === null) throw new ExpectedError('start.key_unavailable', { reason: 'damaged' })
  return plain
}

async function writeStoreKeys(files: FileSystem, folder: string, office: SealingKey, random: Random): Promise<Buffer> {
  const store = random(64)
  await writeAtomically(files, `${folder}/keys/store.key`, sealBytes(office, store, STORE_CONTEXT, random))
  return store
}

interface Unlocked {
  readonly files: FileSystem
  readonly folder: string
  readonly random: Random
  readonly office: KeyObject
  readonly keyId: string
  readonly signing: KeyObject
  readonly installation: InstallationId
  readonly protection: KeyProtection
  readonly store: Buffer
}

class UnlockedKeys implements DeskKeys {
  readonly installation: InstallationId
  readonly protection: KeyProtection
  readonly keyId: string
  readonly publicKey: string
  readonly #unlocked: Unlocked
  #store: Buffer
  #tagKeys = new Map<TagKind, Buffer>()

  constructor(unlocked: Unlocked) {
    this.#unlocked = unlocked
    this.#store = unlocked.store
    this.installation = unlocked.installation
    this.protection = unlocked.protection
    this.keyId = unlocked.keyId
    this.publicKey = createPublicKey(unlocked.signing).export({ format: 'der', type: 'spki' }).toString('base64')
  }

  seal(plain: Uint8Array, context: Uint8Array | string): Buffer {
    return sealBytes(this.#unlocked.office, plain, context, this.#unlocked.random)
  }

  open(sealed: Uint8Array, context: Uint8Array | string): Buffer | null {
    return openBytes(this.#unlocked.office, sealed, context)
  }

  sign(bytes: Uint8Array): Buffer {
    return sign(null, bytes, this.#unlocked.signing)
  }

  tagOf(kind: TagKind, value: string): string {
    let key = this.#tagKeys.get(kind)
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', this.#unlocked.office, Buffer.alloc(0), `qabyldau/tag/${kind}`, 32))
      this.#tagKeys.set(kind, key)
    }
    return createHmac('sha256', key).update(value, 'utf8').digest('base64url')
  }

  derive(label: string): KeyObject {
    return createSecretKey(
      Buffer.from(hkdfSync('sha256', this.#unlocked.office, Buffer.alloc(0), `qabyldau/${label}`, 32)),
    )
  }

  storeKeys(): { storeKey: Buffer; indexKey: Buffer } {
    return { storeKey: Buffer.from(this.#store.subarray(0, 32)), indexKey: Buffer.from(this.#store.subarray(32)) }
  }

  async rotateStoreKey(): Promise<void> {
    const { files, folder, office, random } = this.#unlocked
    const next = await writeStoreKeys(files, folder, office, random)
    this.#store.fill(0)
    this.#store = next
  }

  async lend<T>(use: (office: Buffer) => Promise<T>): Promise<T> {
    const office = this.#unlocked.office.export()
    try {
      return await use(office)
    } finally {
      office.fill(0)
    }
  }

  close(): void {
    this.#store.fill(0)
    for (const key of this.#tagKeys.values()) key.fill(0)
    this.#tagKeys.clear()
  }
}
