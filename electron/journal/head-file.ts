import { z } from 'zod'
import { InstallationId } from '#shared/change/action.ts'
import { writeAtomically } from './atomic-file.ts'
import type { FileSystem } from './file-system.ts'
import type { JournalKeys } from './record.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What of a chain was on disk when the head was written. A chain that later holds less was cut by somebody. */
export const ChainHead = z.strictObject({
  /** Closed segments in order: size in bytes and hash of the last record. */
  closed: z.array(z.strictObject({ size: z.int().positive(), hash: Hash })),
  /** Bytes of the last segment that were acknowledged. */
  size: z.int().nonnegative(),
  last: z.int().nonnegative(),
  hash: Hash,
})
export type ChainHead = z.infer<typeof ChainHead>

/** The sealed head: every chain as it was last known. */
export const Head = z.strictObject({ format: z.literal(1), chains: z.record(InstallationId, ChainHead) })
export type Head = z.infer<typeof Head>

const CONTEXT = 'head|1'

/** The bytes of a head file. */
export function sealHead(head: Head, keys: JournalKeys): Buffer {
  return keys.seal(Buffer.from(JSON.stringify(head)), CONTEXT)
}

/** Writes the head in the place of the one before. */
export async function writeHead(files: FileSystem, folder: string, head: Head, keys: JournalKeys): Promise<void> {
  await writeAtomically(files, `${folder}/head`, sealHead(head, keys))
}

/** The head, or null where it is missing or damaged: then every segment is read. */
export async function readHead(files: FileSystem, folder: string, keys: JournalKeys): Promise<Head | null> {
  const sealed = await files.readFile(`${folder}/head`)
  const plain = sealed && keys.open(sealed, CONTEXT)
  if (plain === null) return null
  try {
    return Head.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    return null
  }
}
