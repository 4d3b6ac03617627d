import { z } from 'zod'
import { writeAtomically } from '#electron/journal/atomic-file.ts'
import { keyIdOf, type OfficeKeyPlace } from './office-key.ts'
import { makeRecoveryKey, openWithRecovery, readRecoveryKey, sealForRecovery } from './recovery-key.ts'

/** The office key as only the paper opens it. Lies beside the keys and in every backup. */
export const RecoveryFile = z.strictObject({
  format: z.literal(1),
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  publicKey: z.base64(),
  sealed: z.base64(),
})
export type RecoveryFile = z.infer<typeof RecoveryFile>

const pathOf = (folder: string) => `${folder}/keys/recovery.key`
const contextOf = (keyId: string) => `keys/recovery.key|${keyId}`

type Place = Pick<OfficeKeyPlace, 'folder' | 'files' | 'random'>

/** A paper key for an office key, not yet written: the paper is read back first. */
export function draftRecovery(office: Buffer, random: Place['random']): { text: string; file: RecoveryFile } {
  const { text, publicKey } = makeRecoveryKey(random)
  const keyId = keyIdOf(office)
  const sealed = sealForRecovery(publicKey, office, contextOf(keyId), random)
  const file: RecoveryFile = {
    format: 1,
    keyId,
    publicKey: publicKey.toString('base64'),
    sealed: sealed.toString('base64'),
  }
  return { text, file }
}

/** Puts it in the place of an earlier one, whose paper opens nothing of this desk any more. */
export async function writeRecovery({ folder, files }: Place, file: RecoveryFile): Promise<void> {
  await writeAtomically(files, pathOf(folder), Buffer.from(JSON.stringify(file)))
}

/** The file, or null where no paper key was made, or it is damaged. */
export async function findRecovery({ folder, files }: Pick<Place, 'folder' | 'files'>): Promise<RecoveryFile | null> {
  const bytes = await files.readFile(pathOf(folder))
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
