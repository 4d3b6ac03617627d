import { z } from 'zod'
import { PlainDate } from '#shared/time/plain-date.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'

/** A publisher's key: its name, the Ed25519 public key (SPKI, base64), and the days it signs on, both included. */
export const TrustedKey = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  publicKey: z.base64(),
  from: PlainDate,
  until: PlainDate,
})
export type TrustedKey = z.infer<typeof TrustedKey>

/** Whom the program believes, and whom no longer. */
export interface Trust {
  readonly keys: readonly TrustedKey[]
  /** Names of keys that were lost or stolen: nothing they signed is taken, whenever it was signed. */
  readonly revoked: readonly string[]
}

/**
 * The keys of whoever publishes the product (docs/updates.md says how one is made and put here). Private keys lie nowhere in
 * the product. As long as there is none, no package is taken.
 */
const PUBLISHED: Trust = { keys: [], revoked: [] }

/** Where a program that is run from its sources finds keys of its developer. */
const DEVELOPER_FILE = 'developer-keys.json'

/**
 * Whom this program believes. `folder`: of the updates; only a program run from its sources looks there - one that was
 * installed believes what it was built with and nothing else.
 */
export async function trustOf(options: {
  readonly packaged: boolean
  readonly folder: string
  readonly files?: Pick<FileSystem, 'readFile'>
  readonly published?: Trust
}): Promise<Trust> {
  const { packaged, folder, files = nodeFiles, published = PUBLISHED } = options
  if (packaged) return published
  const bytes = await files.readFile(`${folder}/${DEVELOPER_FILE}`)
  if (bytes === null) return published
  const own = z.array(TrustedKey).parse(JSON.parse(bytes.toString('utf8')))
  return { keys: [...published.keys, ...own], revoked: published.revoked }
}
