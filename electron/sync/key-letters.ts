import { createHash, createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { chainPlaceOf, entityId, type InstallationId } from '#shared/change/action.ts'
import { foldDesk } from '#shared/desk/transitions.ts'
import { KeyLetter, letterIn, MOST_LETTERS } from '#shared/sync/key-letter.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { keyIdOf } from '../security/keychain.ts'
import type { ComingKey } from '../security/office-key-change.ts'
import { chainOf, Link } from '../security/older-keys.ts'
import { RecoveryFile } from '../security/recovery-file.ts'
import type { Random } from '../security/seal.ts'
import { sealForDesk } from '../security/sealed-for-desk.ts'

/** What a letter holds: the key, what opens the one before by it, and its paper. */
const Inside = z.strictObject({ office: z.base64().length(44), link: Link, paper: RecoveryFile })

type Desk = { readonly journal: Journal; readonly keys: DeskKeys }

const LettersFile = z.strictObject({ format: z.literal(1), letters: z.array(KeyLetter).max(MOST_LETTERS) })
const pathOf = (folder: string) => `${folder}/sync/key-letters.json`

interface Place {
  readonly folder: string
  readonly files: FileSystem
}

/** Letters this desk wrote or was given to hand on; a file that is damaged is as if there were none. */
export async function readLetters({ folder, files }: Place): Promise<KeyLetter[]> {
  const bytes = await files.readFile(pathOf(folder))
  try {
    return LettersFile.parse(JSON.parse(bytes?.toString('utf8') ?? '')).letters
  } catch {
    return []
  }
}

/** Letters for every other desk at work, of a key that is not in force yet; flushed beside earlier ones. Throws `file.*`. */
export async function writeLetters(
  place: Place & { readonly random: Random },
  { journal, keys }: Desk,
  brought: Omit<ComingKey, 'change'>,
): Promise<void> {
  const { files, folder, random } = place
  const { link, paper } = brought
  const plain = Buffer.from(JSON.stringify({ office: brought.office.toString('base64'), link, paper }))
  const letters: KeyLetter[] = []
  for (const entity of journal.entitiesOf('desk')) {
    const to = entity.slice('desk:'.length) as InstallationId
    const publicKey = to === journal.installation ? null : await keyOfDesk(journal, to)
    if (publicKey === null) continue
    const about = { to, by: journal.installation, keyId: link.under, from: link.keyId }
    const sealed = sealForDesk(publicKey, plain, contextOf(about), random).toString('base64')
    const signature = keys.sign(hashOf({ ...about, sealed })).toString('base64')
    letters.push({ qkey: 1, ...about, sealed, signature })
  }
  plain.fill(0)
  if (letters.length === 0) return
  const all = [...(await readLetters(place)), ...letters].slice(-MOST_LETTERS)
  await files.makeFolder(`${folder}/sync`)
  await writeAtomically(files, pathOf(folder), Buffer.from(JSON.stringify({ format: 1, letters: all })))
}

/**
 * The next office key, if one of these letters brings it: it is for this desk, signed by a desk that is known and at work, and
 * opens the key that is in force here. Null: none does. The caller fills the key with zeros.
 */
export async function broughtBy(letters: readonly unknown[], { journal, keys }: Desk): Promise<ComingKey | null> {
  for (const one of letters) {
    const letter = letterIn(one)
    if (letter === null || letter.to !== journal.installation || letter.from !== keys.keyId) continue
    const publicKey = await keyOfDesk(journal, letter.by)
    if (publicKey === null || !isSigned(letter, publicKey)) continue
    const found = openLetter(letter, keys)
    if (found !== null) return found
  }
  return null
}

function openLetter(letter: KeyLetter, keys: DeskKeys): ComingKey | null {
  const plain = keys.openForDesk(Buffer.from(letter.sealed, 'base64'), contextOf(letter))
  const inside = plain && Inside.safeParse(JSON.parse(plain.toString('utf8'))).data
  plain?.fill(0)
  if (!inside) return null
  const { link, paper } = inside
  const office = Buffer.from(inside.office, 'base64')
  const { keys: opened, change } = chainOf(Buffer.from(office), [link])
  const before = opened[1]
  const follows =
    keyIdOf(office) === letter.keyId &&
    paper.keyId === letter.keyId &&
    before !== undefined &&
    keyIdOf(before) === keys.keyId
  for (const key of opened) key.fill(0)
  return follows && change !== null ? { office, link, paper, change } : null
}

/** The key a desk signs with as its own chain tells it; null: it is not known, or nobody works there any more. */
async function keyOfDesk(journal: Journal, installation: InstallationId): Promise<string | null> {
  const told = await readableActionsOf(journal, entityId('desk', installation))
  const own = told.filter(({ id }) => chainPlaceOf(id).installation === installation)
  return foldDesk(told).status === 'open' ? foldDesk(own).publicKey : null
}

function hashOf({ to, by, keyId, from, sealed }: Omit<KeyLetter, 'qkey' | 'signature'>): Buffer {
  return createHash('sha256').update(`qabyldau/key-letter|1|${to}|${by}|${keyId}|${from}|${sealed}`).digest()
}

function isSigned(letter: KeyLetter, publicKey: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return verify(null, hashOf(letter), key, Buffer.from(letter.signature, 'base64'))
}

function contextOf({ to, keyId }: Pick<KeyLetter, 'to' | 'keyId'>): string {
  return `sync/key-letter|1|${to}|${keyId}`
}
