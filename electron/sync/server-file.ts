import { z } from 'zod'
import { LoopbackAddress, OfficeCode, ServerAddress } from '#shared/sync/address.ts'
import { Trust } from '../http/trust.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'

const CONTEXT = 'sync/server|1'

/** The office's server as this desk keeps it, sealed: it holds the password of the desk's account. */
export const OfficeServer = z.strictObject({
  address: z.union([ServerAddress, LoopbackAddress]),
  office: OfficeCode,
  password: z.string().min(1).max(200),
  trust: Trust,
})
export type OfficeServer = z.infer<typeof OfficeServer>

type Keys = Pick<DeskKeys, 'seal' | 'open'>

function pathOf(folder: string): string {
  return `${folder}/sync/server`
}

/** The server of this desk, or null: none was set, or the file does not open and is to be set again. */
export async function readServer(files: FileSystem, folder: string, keys: Keys): Promise<OfficeServer | null> {
  const sealed = await files.readFile(pathOf(folder))
  const plain = sealed && keys.open(sealed, CONTEXT)
  try {
    return plain === null ? null : OfficeServer.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    return null
  }
}

/** Keeps the server; resolves when it is on the disk. */
export async function writeServer(
  files: FileSystem,
  folder: string,
  keys: Keys,
  server: OfficeServer | null,
): Promise<void> {
  await files.makeFolder(`${folder}/sync`)
  if (server === null) {
    await files.remove(pathOf(folder))
    await files.flushFolder(`${folder}/sync`)
    return
  }
  await writeAtomically(files, pathOf(folder), keys.seal(Buffer.from(JSON.stringify(server)), CONTEXT))
}
