import { z } from 'zod'
import { writeAtomically } from '#electron/journal/atomic-file.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import type { LatePeople } from '#shared/ipc/access.ts'
import { KeyProtection } from '#shared/ipc/contract.ts'
import { KeyId, User } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { keyIdOf } from './keychain.ts'
import { type Cost, Derivation, keyOfPassword, newDerivation } from './password.ts'
import { openWithRecovery, publicHalfOf, sealForRecovery } from './recovery-key.ts'
import { protectionOf, type SafeStorage, unwrapKey, wrapKey } from './safe-storage.ts'
import { openBytes, type Random, sealBytes } from './seal.ts'

/** The office key as the system's key store wraps it: whoever is logged in to the system opens the desk. */
const OpenFile = z.strictObject({ format: z.literal(1), keyId: KeyId, protection: KeyProtection, wrapped: z.base64() })

/**
 * The office key for one person: opened by their password and the secret of this machine. Sealed for the public half of what
 * these two make (SPKI), so that a new office key is put in without the password. `keyId`: which key is in it, where it is
 * not the door's: an envelope without a public half keeps the key it was made with until its person enters.
 */
const Envelope = z.strictObject({
  user: z.string().min(1).max(80),
  derivation: Derivation,
  publicKey: z.base64().optional(),
  keyId: KeyId.optional(),
  sealed: z.base64(),
})
type Envelope = z.infer<typeof Envelope>

/** The office key of a desk with passwords: the system's key store wraps the machine's secret alone. */
const GuardedFile = z.strictObject({
  format: z.literal(2),
  keyId: KeyId,
  protection: KeyProtection,
  machine: z.base64(),
  people: z.base64(),
  envelopes: z.array(Envelope).max(500),
})

const OfficeKeyFile = z.discriminatedUnion('format', [OpenFile, GuardedFile])

/** What a desk without a password has: the office key itself. `wrappedWith`: what protected it when it was written. */
export interface OpenKey {
  readonly kind: 'open'
  readonly office: Buffer
  readonly wrappedWith: KeyProtection
}

/** What a desk with passwords has before somebody enters: who may, and their envelopes. */
export interface Door {
  readonly kind: 'door'
  readonly keyId: string
  readonly wrappedWith: KeyProtection
  /** Secret of this machine, 32 bytes: it seals what is told before anybody has entered. */
  readonly machine: Buffer
  readonly people: readonly User[]
  readonly envelopes: readonly Envelope[]
}

/** Where the office key is kept and what it is made with. */
export interface OfficeKeyPlace {
  readonly folder: string
  readonly storage: SafeStorage
  readonly files: FileSystem
  readonly random: Random
  /** What a new password costs to try; today's cost where not said. */
  readonly cost?: Cost
}

const PEOPLE = 'keys/office.key|people'

const pathOf = (folder: string) => `${folder}/keys/office.key`

/** Throws ExpectedError `start.key_unavailable` (reason: missing, no_store, refused, damaged, other_key). */
export async function readOfficeKey({ folder, storage, files }: OfficeKeyPlace): Promise<OpenKey | Door> {
  const bytes = await files.readFile(pathOf(folder))
  if (bytes === null) throw unavailable('missing')
  const file = parsed(bytes)
  if (file === null) throw unavailable('damaged')
  if (file.format === 2) return readDoor(file, storage)
  const office = unwrapKey(storage, file.wrapped)
  if (office.length !== 32 || keyIdOf(office) !== file.keyId) throw unavailable('other_key')
  return { kind: 'open', office, wrappedWith: file.protection }
}

/** Whether the file that lies there is of a desk with passwords; null: there is none, or it says nothing. */
export async function kindOnDisk({
  folder,
  files,
}: Pick<OfficeKeyPlace, 'folder' | 'files'>): Promise<'open' | 'door' | null> {
  const bytes = await files.readFile(pathOf(folder))
  const file = bytes && parsed(bytes)
  return file === null ? null : file.format === 2 ? 'door' : 'open'
}

function readDoor(file: z.infer<typeof GuardedFile>, storage: SafeStorage): Door {
  const machine = unwrapKey(storage, file.machine)
  if (machine.length !== 32) throw unavailable('other_key')
  const people = openBytes(machine, Buffer.from(file.people, 'base64'), `${PEOPLE}|${file.keyId}`)
  if (people === null) throw unavailable('other_key')
  return {
    kind: 'door',
    keyId: file.keyId,
    wrappedWith: file.protection,
    machine,
    people: z.array(User).parse(JSON.parse(people.toString())),
    envelopes: file.envelopes,
  }
}

/** Writes the key so that the system's key store alone opens it. Throws as `wrapKey`, and `file.*`. */
export async function writeOpenKey(place: OfficeKeyPlace, office: Buffer): Promise<void> {
  const { folder, storage, files } = place
  const wrapped = wrapKey(storage, office)
  const file = { format: 1, keyId: keyIdOf(office), protection: protectionOf(storage), wrapped }
  await writeAtomically(files, pathOf(folder), Buffer.from(JSON.stringify(file)))
}

/** Puts a door in the place of what was there: flushed before it resolves. Throws as `wrapKey`, and `file.*`. */
export async function writeDoor(place: OfficeKeyPlace, door: Door): Promise<void> {
  const { folder, storage, files, random } = place
  const people = sealBytes(door.machine, Buffer.from(JSON.stringify(door.people)), `${PEOPLE}|${door.keyId}`, random)
  const file: z.infer<typeof GuardedFile> = {
    format: 2,
    keyId: door.keyId,
    protection: protectionOf(storage),
    machine: wrapKey(storage, door.machine),
    people: people.toString('base64'),
    envelopes: [...door.envelopes],
  }
  await writeAtomically(files, pathOf(folder), Buffer.from(JSON.stringify(file)))
}

/** A door nobody may enter yet. */
export function newDoor(keyId: string, storage: SafeStorage, random: Random): Door {
  return { kind: 'door', keyId, wrappedWith: protectionOf(storage), machine: random(32), people: [], envelopes: [] }
}

/** The office key in a person's envelope by their password, or null: it is not theirs, or they may not enter. */
export async function enter(door: Door, user: string, password: string): Promise<Buffer | null> {
  const envelope = door.envelopes.find(one => one.user === user)
  if (envelope === undefined) return null
  const key = await keyOfPassword(password, door.machine, envelope.derivation)
  const sealed = Buffer.from(envelope.sealed, 'base64')
  const context = contextOf(envelope.keyId ?? door.keyId, user)
  const office = envelope.publicKey ? openWithRecovery(key, sealed, context) : openBytes(key, sealed, context)
  key.fill(0)
  return office
}

/** The door with a person who enters by this password from now on; an earlier one opens nothing more. */
export async function withPassword(
  door: Door,
  office: Buffer,
  { person, password }: { person: User; password: string },
  { random, cost }: { random: Random; cost?: Cost },
): Promise<Door> {
  const derivation = newDerivation(random, cost)
  const key = await keyOfPassword(password, door.machine, derivation)
  const publicKey = publicHalfOf(key)
  key.fill(0)
  const others = without(door, person.id)
  const own = envelopeOf({ user: person.id, derivation, publicKey: publicKey.toString('base64') }, office, random)
  return { ...door, people: [...others.people, person], envelopes: [...others.envelopes, own] }
}

/** The door with another office key in every envelope that takes one without its person's password. */
export function renewed(door: Door, office: Buffer, random: Random): Door {
  const envelopes = door.envelopes.map(({ user, derivation, publicKey, ...kept }) =>
    publicKey === undefined
      ? { user, derivation, ...kept, keyId: kept.keyId ?? door.keyId }
      : envelopeOf({ user, derivation, publicKey }, office, random),
  )
  return { ...door, keyId: keyIdOf(office), envelopes }
}

/** Whose envelope takes no other key without their password: they enter first once somebody else has opened the desk. */
export function lateAt(door: Door | null): LatePeople {
  const people = door?.people.filter(({ id }) => !isRenewable(door, id)) ?? []
  return people.map(({ id, name, position }) => ({ id, name, position }))
}

/** Whether a person's envelope takes another office key without their password. */
export function isRenewable(door: Door, user: string): boolean {
  return door.envelopes.some(one => one.user === user && one.publicKey !== undefined)
}

function envelopeOf(
  { user, derivation, publicKey }: Pick<Envelope, 'user' | 'derivation'> & { publicKey: string },
  office: Buffer,
  random: Random,
): Envelope {
  const context = contextOf(keyIdOf(office), user)
  const sealed = sealForRecovery(Buffer.from(publicKey, 'base64'), office, context, random)
  return { user, derivation, publicKey, sealed: sealed.toString('base64') }
}

/** The door without a person. */
export function without(door: Door, user: string): Door {
  const people = door.people.filter(one => one.id !== user)
  return { ...door, people, envelopes: door.envelopes.filter(one => one.user !== user) }
}

/** The door with a person's name, position and role as they are now. */
export function renamed(door: Door, person: User): Door {
  return { ...door, people: door.people.map(one => (one.id === person.id ? person : one)) }
}

function contextOf(keyId: string, user: string): string {
  return `keys/office.key|${keyId}|${user}`
}

function parsed(bytes: Buffer): z.infer<typeof OfficeKeyFile> | null {
  try {
    return OfficeKeyFile.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

function unavailable(reason: string): ExpectedError {
  return new ExpectedError('start.key_unavailable', { reason })
}
