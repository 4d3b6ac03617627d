import { z } from 'zod'
import { writeAtomically } from '#electron/journal/atomic-file.ts'
import { InstallationId, Role } from '#shared/change/action.ts'
import { KeyId } from '#shared/office/model.ts'
import { KeyAsk } from '#shared/sync/key-handing.ts'
import type { DeskKeys } from './key-store.ts'
import type { OfficeKeyPlace } from './office-key.ts'
import { unwrapKey, wrapKey } from './safe-storage.ts'

/** That the answer is being taken: which key it brings, whose it is, and who decided so. */
const Taking = z.strictObject({ key: KeyId, by: InstallationId, user: z.string().min(1).max(80), role: Role })
export type Taking = z.infer<typeof Taking>

const AskedFile = z.strictObject({
  format: z.literal(1),
  ask: KeyAsk,
  /** Private half of the request (PKCS8), wrapped by the system's key store. */
  wrapped: z.base64(),
  taking: Taking.nullable(),
})
type AskedFile = z.infer<typeof AskedFile>

/** A request for the office key that waits for its answer, or is being answered. */
export type Asked = Pick<AskedFile, 'ask' | 'wrapped' | 'taking'>

const CONTEXT = 'keys/asked|1'
const pathOf = (folder: string) => `${folder}/keys/asked`

type Place = Pick<OfficeKeyPlace, 'folder' | 'files'>
type Keys = Pick<DeskKeys, 'installation' | 'seal' | 'open'>

/** The request of this desk; null: there is none, it is not readable, or it was another installation's. In no copy of the data. */
export async function findAsked({ folder, files }: Place, keys: Keys): Promise<Asked | null> {
  const bytes = await files.readFile(pathOf(folder))
  const plain = bytes && keys.open(bytes, CONTEXT)
  try {
    const { ask, wrapped, taking } = AskedFile.parse(JSON.parse(plain?.toString('utf8') ?? 'null'))
    return ask.installation === keys.installation ? { ask, wrapped, taking } : null
  } catch {
    return null
  }
}

/** Keeps a new request with its private half, whose bytes are filled with zeros. Throws `start.key_unavailable`, `file.*`. */
export async function keepNewAsk(place: OfficeKeyPlace, keys: Keys, ask: KeyAsk, privateKey: Buffer): Promise<void> {
  const wrapped = wrapKey(place.storage, privateKey)
  privateKey.fill(0)
  await keepAsked(place, keys, { ask, wrapped, taking: null })
}

/** Puts it in the place of what was there: flushed before it resolves. Throws `file.*`. */
export async function keepAsked({ folder, files }: Place, keys: Keys, asked: Asked): Promise<void> {
  const file: AskedFile = { format: 1, ...asked }
  const plain = Buffer.from(JSON.stringify(file))
  await writeAtomically(files, pathOf(folder), keys.seal(plain, CONTEXT))
  plain.fill(0)
}

/** The private half of a request (PKCS8); the caller fills it with zeros. Throws `start.key_unavailable`. */
export function privateHalfOf({ storage }: Pick<OfficeKeyPlace, 'storage'>, { wrapped }: Asked): Buffer {
  return unwrapKey(storage, wrapped)
}

/** The request has done its work: its private half opens nothing any more. */
export async function dropAsked({ folder, files }: Place): Promise<void> {
  await files.remove(pathOf(folder))
  await files.flushFolder(`${folder}/keys`)
}
