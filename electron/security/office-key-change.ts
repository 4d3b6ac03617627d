import type { KeyChanged } from '#shared/office/model.ts'
import type { DeskKeys } from './key-store.ts'
import { keyIdOf } from './keychain.ts'
import type { OfficeKeyPlace } from './office-key.ts'
import { type KeyChange, type Link, linkOf, readLinks, writeLinks } from './older-keys.ts'
import { draftRecovery, type RecoveryFile, settleRecovery, writeNextRecovery } from './recovery-file.ts'

/** An office key that is not in force yet, with the paper that will open it. */
export interface DrawnKey {
  readonly office: Buffer
  readonly keyId: string
  readonly text: string
  readonly paper: RecoveryFile
}

/** Draws an office key and its paper. Nothing of it lies on the disk. */
export function drawOfficeKey(random: OfficeKeyPlace['random']): DrawnKey {
  const office = random(32)
  const { text, file } = draftRecovery(office, random)
  return { office, keyId: keyIdOf(office), text, paper: file }
}

/** How a change is put in force. */
export interface Changing {
  readonly place: OfficeKeyPlace
  readonly keys: DeskKeys
  readonly drawn: DrawnKey
  readonly by: Pick<KeyChange, 'user' | 'role' | 'reason'>
  /** Puts the new key in the place of the old one in `office.key`: flushed before it resolves. */
  readonly commit: (office: Buffer) => Promise<void>
}

/**
 * Changes the office key. First what opens the old key by the new one, then the paper of the new one, then `office.key`:
 * before that file is replaced everything opens as before, after it by the new key, and at every moment between both are
 * whole. An error before it leaves the old key in force; what lies of the new one is taken away or harmless. Throws `file.*`.
 */
export async function changeOfficeKey({ place, keys, drawn, by, commit }: Changing): Promise<KeyChanged> {
  const change: KeyChange = { from: keys.keyId, to: drawn.keyId, ...by, installation: keys.installation }
  const link = await keys.lend(async office => linkOf(drawn.office, office, change, place.random))
  await putInForce({ place, keys, commit }, { keys: [drawn.office], links: [link], change, paper: drawn.paper })
  return { from: change.from, to: change.to, reason: change.reason }
}

/** Office keys that come in the place of the one in force, newest first, with what opens each before by the one after. */
export interface ComingKey {
  readonly keys: readonly [Buffer, ...Buffer[]]
  readonly links: readonly Link[]
  /** How the newest came. */
  readonly change: KeyChange
  readonly paper: RecoveryFile
}

/** Puts keys in force in the order of `changeOfficeKey`; their bytes are filled with zeros. Throws `file.*`. */
export async function putInForce(
  { place, keys, commit }: Pick<Changing, 'place' | 'keys' | 'commit'>,
  coming: ComingKey,
): Promise<void> {
  // Never shortened: which of the keys a disk that failed a flush will be found with is not known.
  await writeLinks(place, [...(await readLinks(place)), ...coming.links])
  await writeNextRecovery(place, coming.paper)
  await commit(coming.keys[0])
  for (const office of [...coming.keys].reverse()) keys.adopt(office, coming.change)
}

/**
 * Ends what a change left to do, also one that was cut short: the paper of the key in force takes its place, and the store
 * gets keys that were never sealed under an earlier one. Done twice it does nothing more.
 */
export async function settleOfficeKey(place: OfficeKeyPlace, keys: DeskKeys): Promise<void> {
  await settleRecovery(place, keys.keyId)
  if (keys.isStoreKeyOld) await keys.rotateStoreKey()
}
