import { z } from 'zod'
import { renamePatiently, writeAtomically } from '#electron/journal/atomic-file.ts'
import { KeyId } from '#shared/office/model.ts'
import { keyIdOf } from './keychain.ts'
import type { OfficeKeyPlace } from './office-key.ts'
import { makeRecoveryKey, openWithRecovery, readRecoveryKey, sealForRecovery } from './recovery-key.ts'
import { openBytes, sealBytes } from './seal.ts'

/** The office key as only the paper opens it. Lies beside the keys and in every backup. */
export const RecoveryFile = z.strictObject({
  format: z.literal(1),
  keyId: KeyId,
  publicKey: z.base64(),
  sealed: z.base64(),
  /** The public half sealed under the office key: whoever can only write the disk makes none. A file of before has none. */
  proof: z.base64().optional(),
})
export type RecoveryFile = z.infer<typeof RecoveryFile>

const pathOf = (folder: string) => `${folder}/keys/recovery.key`
/** The paper of an office key that is about to come; it takes the place of the other once that key is in force. */
const nextOf = (folder: string) => `${pathOf(folder)}.next`
const contextOf = (keyId: string) => `keys/recovery.key|${keyId}`
const proofOf = (keyId: string) => `keys/recovery.key|public|${keyId}`

type Place = Pick<OfficeKeyPlace, 'folder' | 'files' | 'random'>

/** A paper key for an office key, not yet written: the paper is read back first. */
export function draftRecovery(office: Buffer, random: Place['random']): { text: string; file: RecoveryFile } {
  const { text, publicKey } = makeRecoveryKey(random)
  return { text, file: recoveryFor(publicKey, office, random) }
}

/** The file of an office key for a paper of which the public half alone is known. Throws where that is no such half. */
export function recoveryFor(publicKey: Buffer, office: Buffer, random: Place['random']): RecoveryFile {
  const keyId = keyIdOf(office)
  const sealed = sealForRecovery(publicKey, office, contextOf(keyId), random).toString('base64')
  const proof = sealBytes(office, publicKey, proofOf(keyId), random).toString('base64')
  return { format: 1, keyId, publicKey: publicKey.toString('base64'), sealed, proof }
}

/**
 * The public half of the paper (SPKI, base64) as whoever drew it under this very office key has left it; null: it is of a file
 * of before, or stands there by a hand that had not the key. Nothing is sealed for what this does not answer.
 */
export function provenHalf({ keyId, publicKey, proof }: RecoveryFile, office: Buffer): string | null {
  const half = proof === undefined ? null : openBytes(office, Buffer.from(proof, 'base64'), proofOf(keyId))
  return half?.toString('base64') === publicKey ? publicKey : null
}

/** Puts it in the place of an earlier one, whose paper opens nothing of this desk any more. */
export async function writeRecovery({ folder, files }: Place, file: RecoveryFile): Promise<void> {
  // What lies beside it for the same office key is older than this paper.
  await settleRecovery({ folder, files }, file.keyId)
  await writeAtomically(files, pathOf(folder), Buffer.from(JSON.stringify(file)))
}

/** Lays the paper of the next office key beside the one in force. */
export async function writeNextRecovery({ folder, files }: Place, file: RecoveryFile): Promise<void> {
  await writeAtomically(files, nextOf(folder), Buffer.from(JSON.stringify(file)))
}

/** After a change of the office key its paper takes the place of the other; one whose key never came goes. */
export async function settleRecovery({ folder, files }: Pick<Place, 'folder' | 'files'>, keyId: string): Promise<void> {
  const next = nextOf(folder)
  if ((await files.sizeOf(next)) === null) return
  if ((await read(files, next))?.keyId === keyId) await renamePatiently(files, next, pathOf(folder))
  else await files.remove(next)
  await files.flushFolder(`${folder}/keys`)
}

/** The file, or null where no paper key was made, or it is damaged. `keyId`: the office key it must open, where that is known. */
export async function findRecovery(
  { folder, files }: Pick<Place, 'folder' | 'files'>,
  keyId?: string,
): Promise<RecoveryFile | null> {
  const found = (await recoveriesIn({ folder, files })).filter(file => keyId === undefined || file.keyId === keyId)
  return found.at(0) ?? null
}

/** The office key by the paper as typed, whichever file of it the paper opens; or null. */
export async function openByTyped(place: Pick<Place, 'folder' | 'files'>, typed: string): Promise<Buffer | null> {
  for (const file of await recoveriesIn(place)) {
    const office = openRecovery(file, typed)
    if (office !== null) return office
  }
  return null
}

/** Files of papers: of the key in force, and of one that was about to come. */
async function recoveriesIn({ folder, files }: Pick<Place, 'folder' | 'files'>): Promise<RecoveryFile[]> {
  const both = await Promise.all([pathOf(folder), nextOf(folder)].map(path => read(files, path)))
  return both.flatMap(file => file ?? [])
}

async function read(files: Place['files'], path: string): Promise<RecoveryFile | null> {
  const bytes = await files.readFile(path)
  if (bytes === null) return null
  try {
    return RecoveryFile.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

/** The office key by the paper as typed, or null: a slip of the hand, or another paper. */
export function openRecovery(file: RecoveryFile, typed: string): Buffer | null {
  const secret = readRecoveryKey(typed)
  if (secret === null) return null
  const office = openWithRecovery(secret, Buffer.from(file.sealed, 'base64'), contextOf(file.keyId))
  secret.fill(0)
  return office !== null && keyIdOf(office) === file.keyId ? office : null
}
