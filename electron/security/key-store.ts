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
import { InstallationId, Role } from '#shared/change/action.ts'
import { DeskRestored } from '#shared/desk/model.ts'
import type { KeyProtection } from '#shared/ipc/contract.ts'
import { DeskLetter } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { Keychain } from './keychain.ts'
import { type OfficeKeyPlace, readOfficeKey, writeOpenKey } from './office-key.ts'
import { chainOf, type KeyChange, type Link, readLinks, writeLinks } from './older-keys.ts'
import type { Cost } from './password.ts'
import { randomText } from './random-text.ts'
import { protectionOf, type SafeStorage, wrapKey } from './safe-storage.ts'
import { openBytes, type Random, type SealingKey, sealBytes, systemRandom } from './seal.ts'
import { signEach } from './signatures.ts'

/** What a tag is made of; each kind has its own key, so that equal values of two kinds have different tags. */
export type TagKind = 'iin' | 'bin' | 'row' | 'person'

/** Seals and opens under one office key. */
export interface Sealing {
  seal(plain: Uint8Array, context: Uint8Array | string): Buffer
  open(sealed: Uint8Array, context: Uint8Array | string): Buffer | null
}

/** What a desk that goes on as a new installation begins its own chain with (ADR 36). */
export const Begins = z.strictObject({
  replaces: InstallationId,
  /** Those it has been before that one, last first. */
  earlier: z.array(InstallationId).max(100),
  letter: DeskLetter,
  user: z.string().min(1).max(80),
  role: Role,
  /** Last record of the old chain that others have too; what stands behind it here is told anew. Null: all of it. */
  common: z.int().nonnegative().nullable(),
  /** The copy that was put back; null: none was. */
  restored: DeskRestored.nullable(),
})
export type Begins = z.infer<typeof Begins>

/** This installation and all it has been before. */
export function installationsOf({ installation, begins }: Pick<DeskKeys, 'installation' | 'begins'>): InstallationId[] {
  return begins === null ? [installation] : [installation, begins.replaces, ...begins.earlier]
}

/** The keys of this desk, unlocked. Key bytes stay inside, except those of the store, which go to its worker. */
export interface DeskKeys {
  readonly installation: InstallationId
  /** The installation this one goes on for; null: it has been itself from the beginning. */
  readonly begins: Begins | null
  readonly protection: KeyProtection
  /** Id of the office key that seals now: the first 8 hex digits of its SHA-256. */
  readonly keyId: string
  /** Id of the office key this office began with; tags are made of it. */
  readonly firstKeyId: string
  /** How the key that seals now took the place of the one before; null: it is the first. */
  readonly change: KeyChange | null
  /** Whether what the store is sealed with was drawn under an earlier office key. */
  readonly isStoreKeyOld: boolean
  /** Whether an office key of this id is here: what another desk sealed under one that is not waits for it. */
  knows(keyId: string): boolean
  /** One office key alone, or null where it is not here. */
  under(keyId: string): Sealing | null
  /** Ed25519 public key of this desk: SPKI, base64. */
  readonly publicKey: string
  /** Seals under the office key that seals now. */
  seal(plain: Uint8Array, context: Uint8Array | string): Buffer
  /** Opens what was sealed under any office key of this desk, or null. */
  open(sealed: Uint8Array, context: Uint8Array | string): Buffer | null
  /** Ed25519 signature (64 bytes). */
  sign(bytes: Uint8Array): Buffer
  /** The same of each of these, in their order; of many they are made beside the main thread. */
  signEach(many: readonly Uint8Array[]): Promise<Buffer[]>
  /** HMAC-SHA-256 (base64url) under a key derived for the kind: finds an equal value again without holding it. */
  tagOf(kind: TagKind, value: string): string
  /** A key for one purpose of the office key of this id, which says nothing of that or of a key with another label; null: it is not here. */
  derive(label: string, keyId: string): KeyObject | null
  /** A copy of the keys of the store; the caller fills it with zeros after use. */
  storeKeys(): { storeKey: Buffer; indexKey: Buffer }
  /** New keys of the store, flushed before it resolves. What was sealed under the old ones is unreadable from then on. */
  rotateStoreKey(): Promise<void>
  /** Gives the office key that seals now to what seals it for somebody, and fills the copy with zeros after. */
  lend<T>(use: (office: Buffer) => Promise<T>): Promise<T>
  /** From now on another office key seals; the bytes are filled with zeros. What of it lies on the disk must be flushed before. */
  adopt(office: Buffer, change: KeyChange): void
  /**
   * From the next opening on the desk is another installation with a key of its own; flushed before it resolves. The caller
   * writes nothing more to the chain of this one.
   */
  beginAnew(begins: Begins): Promise<void>
  /** Nothing of the fork is left to tell anew: noted before anything of others is taken, and flushed before it resolves. */
  endFork(): Promise<void>
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

const DeskKeyFile = z.strictObject({ installation: InstallationId, key: z.base64(), begins: Begins.optional() })

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
 * Makes the keys of a new desk: of a new office, or of the one whose key is given (its bytes are filled with zeros) with the
 * links to its older keys (`readLinks` of a desk of it): without them records of before the last change wait, and tags differ.
 * `installation`: the one it asked to be; a new one otherwise.
 * `office.key` is written last: where it stands, everything does. Throws ExpectedError `start.key_unavailable` (reason:
 * missing, no_store, refused).
 */
export async function createKeys(
  options: KeyOptions,
  ofOffice?: Buffer,
  { links = [], installation }: { readonly links?: readonly Link[]; readonly installation?: InstallationId } = {},
): Promise<DeskKeys> {
  const { folder, storage, files = nodeFiles, random = systemRandom } = options
  if (await hasKeys(options)) throw new Error('this desk has keys')
  await files.makeFolder(`${folder}/keys`)
  await removeLeftovers(files, `${folder}/keys`)
  const office = ofOffice ?? random(32)
  // Before anything is written: a key store that refuses leaves nothing behind.
  wrapKey(storage, office)
  await writeDeskKey({ files, folder, office, random }, { installation })
  await writeStoreKeys(files, folder, office, random)
  if (links.length > 0) await writeLinks({ folder, files }, links)
  await writeOpenKey(placeOf(options), office)
  office.fill(0)
  return openKeys(options)
}

/** Another installation with a key that was never used, in the place of what was there. */
async function writeDeskKey(
  sealer: Sealer,
  { installation: asked, begins }: { readonly installation?: InstallationId | undefined; readonly begins?: Begins },
): Promise<void> {
  const { random } = sealer
  const seed = random(32)
  const pkcs8 = Buffer.concat([PKCS8_HEAD, seed])
  const installation = asked ?? InstallationId.parse(randomText(16, random))
  const signing = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  await sealDeskKey(sealer, { installation, signing, begins: begins ?? null })
  for (const bytes of [pkcs8, seed]) bytes.fill(0)
}

interface Sealer extends Pick<Unlocked, 'files' | 'folder' | 'random'> {
  readonly office: SealingKey
}

async function sealDeskKey(
  { files, folder, office, random }: Sealer,
  { installation, signing, begins }: Pick<Unlocked, 'installation' | 'signing' | 'begins'>,
): Promise<void> {
  const pkcs8 = signing.export({ format: 'der', type: 'pkcs8' })
  const file = { installation, key: pkcs8.toString('base64'), ...(begins && { begins }) }
  const desk = Buffer.from(JSON.stringify(file satisfies z.infer<typeof DeskKeyFile>))
  await writeAtomically(files, `${folder}/keys/desk.key`, sealBytes(office, desk, DESK_CONTEXT, random))
  for (const bytes of [desk, pkcs8]) bytes.fill(0)
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
  const { keys, change } = chainOf(bytes, await readLinks({ folder, files }))
  const chain = new Keychain(keys)
  const desk = DeskKeyFile.parse(
    JSON.parse((await readSealed(files, folder, 'desk.key', chain, DESK_CONTEXT)).plain.toString()),
  )
  const store = await readSealed(files, folder, 'store.key', chain, STORE_CONTEXT)
  const pkcs8 = Buffer.from(desk.key, 'base64')
  const signing = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  pkcs8.fill(0)
  return new UnlockedKeys({
    ...{ files, folder, random, chain, change, signing, store },
    installation: desk.installation,
    begins: desk.begins ?? null,
    // A key store that came later does not protect what was wrapped without it.
    protection: wrappedWith === 'plain' ? 'plain' : protectionOf(storage),
  })
}

async function readSealed(
  files: FileSystem,
  folder: string,
  name: string,
  chain: Keychain,
  context: string,
): Promise<{ plain: Buffer; keyId: string }> {
  const bytes = await files.readFile(`${folder}/keys/${name}`)
  const opened = bytes && chain.open(bytes, context)
  if (opened === null) throw new ExpectedError('start.key_unavailable', { reason: 'damaged' })
  return opened
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
  readonly chain: Keychain
  readonly change: KeyChange | null
  readonly signing: KeyObject
  readonly installation: InstallationId
  readonly begins: Begins | null
  readonly protection: KeyProtection
  /** Keys of the store, and the office key they were sealed under. */
  readonly store: { readonly plain: Buffer; readonly keyId: string }
}

class UnlockedKeys implements DeskKeys {
  readonly installation: InstallationId
  begins: Begins | null
  readonly protection: KeyProtection
  readonly publicKey: string
  readonly #unlocked: Unlocked
  #change: KeyChange | null
  #store: Unlocked['store']
  #tagKeys = new Map<TagKind, Buffer>()

  constructor(unlocked: Unlocked) {
    this.#unlocked = unlocked
    this.#change = unlocked.change
    this.#store = unlocked.store
    this.installation = unlocked.installation
    this.begins = unlocked.begins
    this.protection = unlocked.protection
    this.publicKey = createPublicKey(unlocked.signing).export({ format: 'der', type: 'spki' }).toString('base64')
  }

  get keyId(): string {
    return this.#unlocked.chain.current
  }

  get firstKeyId(): string {
    return this.#unlocked.chain.first
  }

  get change(): KeyChange | null {
    return this.#change
  }

  get isStoreKeyOld(): boolean {
    return this.#store.keyId !== this.keyId
  }

  knows(keyId: string): boolean {
    return this.#unlocked.chain.find(keyId) !== null
  }

  under(keyId: string): Sealing | null {
    const key = this.#unlocked.chain.find(keyId)
    if (key === null) return null
    return {
      seal: (plain, context) => sealBytes(key, plain, context, this.#unlocked.random),
      open: (sealed, context) => openBytes(key, sealed, context),
    }
  }

  seal(plain: Uint8Array, context: Uint8Array | string): Buffer {
    return sealBytes(this.#unlocked.chain.newest, plain, context, this.#unlocked.random)
  }

  open(sealed: Uint8Array, context: Uint8Array | string): Buffer | null {
    return this.#unlocked.chain.open(sealed, context)?.plain ?? null
  }

  sign(bytes: Uint8Array): Buffer {
    return sign(null, bytes, this.#unlocked.signing)
  }

  signEach(many: readonly Uint8Array[]): Promise<Buffer[]> {
    return signEach(many, this.#unlocked.signing)
  }

  tagOf(kind: TagKind, value: string): string {
    let key = this.#tagKeys.get(kind)
    if (key === undefined) {
      // Of the first key for ever: what was tagged before a change of the key is found after it (ADR 29).
      const { chain } = this.#unlocked
      key = derived(chain.get(chain.first), `tag/${kind}`)
      this.#tagKeys.set(kind, key)
    }
    // Made a key first: four times as fast, as in seal.ts.
    return createHmac('sha256', createSecretKey(key)).update(value, 'utf8').digest('base64url')
  }

  derive(label: string, keyId: string): KeyObject | null {
    const key = this.#unlocked.chain.find(keyId)
    return key && createSecretKey(derived(key, label))
  }

  storeKeys(): { storeKey: Buffer; indexKey: Buffer } {
    const { plain } = this.#store
    return { storeKey: Buffer.from(plain.subarray(0, 32)), indexKey: Buffer.from(plain.subarray(32)) }
  }

  async rotateStoreKey(): Promise<void> {
    const { files, folder, chain, random } = this.#unlocked
    const next = { keyId: chain.current, plain: await writeStoreKeys(files, folder, chain.newest, random) }
    this.#store.plain.fill(0)
    this.#store = next
  }

  async lend<T>(use: (office: Buffer) => Promise<T>): Promise<T> {
    const office = this.#unlocked.chain.newest.export()
    try {
      return await use(office)
    } finally {
      office.fill(0)
    }
  }

  adopt(office: Buffer, change: KeyChange): void {
    this.#unlocked.chain.adopt(office)
    this.#change = change
  }

  beginAnew(begins: Begins): Promise<void> {
    const { files, folder, chain, random } = this.#unlocked
    return writeDeskKey({ files, folder, office: chain.newest, random }, { begins })
  }

  async endFork(): Promise<void> {
    const { files, folder, chain, random, signing, installation } = this.#unlocked
    if (this.begins === null || this.begins.common === null) return
    const begins = { ...this.begins, common: null }
    await sealDeskKey({ files, folder, office: chain.newest, random }, { installation, signing, begins })
    this.begins = begins
  }

  close(): void {
    this.#store.plain.fill(0)
    for (const key of this.#tagKeys.values()) key.fill(0)
    this.#tagKeys.clear()
  }
}

function derived(key: KeyObject, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `qabyldau/${label}`, 32))
}
