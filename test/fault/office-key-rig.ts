import { openAuditLog } from '#electron/audit/log.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { openJournal } from '#electron/journal/journal.ts'
import { createKeys, type DeskKeys, openKeysWith } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import {
  enter,
  newDoor,
  type OfficeKeyPlace,
  readOfficeKey,
  renewed,
  withPassword,
  writeDoor,
  writeOpenKey,
} from '#electron/security/office-key.ts'
import { changeOfficeKey, type DrawnKey, drawOfficeKey, settleOfficeKey } from '#electron/security/office-key-change.ts'
import { draftRecovery, openByTyped, writeRecovery } from '#electron/security/recovery-file.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { auditLine } from '#shared/audit/model.ts'
import { type Desk, draft, FOLDER, testStorage } from './desk-rig.ts'
import { MemoryFiles } from './memory-files.ts'

export const PERSON = { id: 'u1', name: 'А. Рахимова', position: { kk: '', ru: '' }, role: 'administrator' } as const
const PASSWORD = 'көк аспан астында'
const CHEAP = { memory: 1024, rounds: 1 }
const SEGMENT = 2_500

/** By what the desk is opened. */
export type Entered = 'system' | 'password'

export function placeOf(files: FileSystem): OfficeKeyPlace {
  return { folder: FOLDER, storage: testStorage(), files, random: systemRandom, cost: CHEAP }
}

/** A desk with people, records, a line of the audit and a paper key, as it stood before its office key is changed. */
export interface Before {
  readonly files: MemoryFiles
  readonly paper: string
  readonly keyId: string
  readonly tag: string
  readonly storeKey: string
}

export async function deskBefore(by: Entered): Promise<Before> {
  const files = new MemoryFiles()
  const place = placeOf(files)
  const keys = await createKeys(place)
  const { text, file } = await keys.lend(async office => draftRecovery(office, systemRandom))
  await writeRecovery(place, file)
  const desk = await openWith(files, keys)
  const [first, second] = await desk.keyring.create([keys.tagOf('iin', '1'), null])
  await desk.journal.append([draft(1, 'a1', first), draft(2, 'a2', second)])
  await desk.journal.close()
  await noteLook(files, keys)
  if (by === 'password') {
    const empty = newDoor(keys.keyId, place.storage, systemRandom)
    const door = await keys.lend(office => withPassword(empty, office, { person: PERSON, password: PASSWORD }, place))
    await writeDoor(place, door)
  }
  const storeKey = keys.storeKeys().storeKey.toString('hex')
  return { files, paper: text, keyId: keys.keyId, tag: keys.tagOf('iin', '1'), storeKey }
}

/** The keys of the desk as a start opens them, by the key store or by the password. */
export async function keysBy(files: FileSystem): Promise<DeskKeys> {
  const place = placeOf(files)
  const found = await readOfficeKey(place)
  if (found.kind === 'open') return openKeysWith(place, found.office, found.wrappedWith)
  const office = await enter(found, PERSON.id, PASSWORD)
  if (office === null) throw new Error('the password opens nothing')
  return openKeysWith(place, office, found.wrappedWith)
}

export async function openWith(files: FileSystem, keys: DeskKeys): Promise<Desk> {
  const keyring = await openKeyring({ folder: FOLDER, files, keys })
  const clock = { now: () => 1_790_000_000_000, start: () => undefined }
  const journal = await openJournal({
    folder: FOLDER,
    files,
    keys,
    keyring,
    clock,
    floor: () => 0,
    segmentBytes: SEGMENT,
  })
  return { keys, keyring, journal }
}

export function openLog(files: FileSystem, keys: DeskKeys) {
  return openAuditLog({ folder: `${FOLDER}/audit/${keys.installation}`, keys, files })
}

export async function noteLook(files: FileSystem, keys: DeskKeys): Promise<void> {
  const log = await openLog(files, keys)
  await log.record({ ...auditLine('viewed'), at: 1, wall: 1, user: 'u1', role: 'clerk' })
  await log.close()
}

/** Changes the office key of an open desk as its services do. */
export async function change(files: FileSystem, keys: DeskKeys, drawn: DrawnKey = drawOfficeKey(systemRandom)) {
  const place = placeOf(files)
  const found = await readOfficeKey(place)
  await changeOfficeKey({
    ...{ place, keys, drawn },
    by: { user: PERSON.id, role: PERSON.role, reason: 'person_left' },
    commit: office =>
      found.kind === 'open' ? writeOpenKey(place, office) : writeDoor(place, renewed(found, office, systemRandom)),
  })
  await settleOfficeKey(place, keys)
  return drawn
}

/** Whether the paper opens the office key in force. */
export async function opensNow(files: FileSystem, paper: string, keys: DeskKeys): Promise<boolean> {
  const office = await openByTyped(placeOf(files), paper)
  return office !== null && (await keys.lend(async now => now.equals(office)))
}
