import { z } from 'zod'
import { Published } from '#shared/posting/publication.ts'
import { SiteTarget } from '#shared/posting/site-target.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'

/** What is kept of the publication: where, with what password, whether it is stopped, what was published last. */
const SiteKept = z.strictObject({
  target: SiteTarget.nullable(),
  password: z.string().max(500),
  held: z.boolean(),
  published: Published.nullable(),
})
export type SiteKept = z.infer<typeof SiteKept>

const NOTHING: SiteKept = { target: null, password: '', held: false, published: null }
const CONTEXT = 'keys/site|1'

/** Where it is kept, sealed under the office key. */
export interface SiteFile {
  readonly current: SiteKept
  /** The file stands but cannot be opened: it is to be set anew. */
  readonly isDamaged: boolean
  /** Changes some and writes all; resolves when it is on disk. Throws ExpectedError `file.*`. */
  change(part: Partial<SiteKept>): Promise<void>
}

/** Reads `keys/site` of a desk whose keys are open. What cannot be opened is nothing, and told as damaged. */
export async function openSiteFile(
  keys: Pick<DeskKeys, 'seal' | 'open'>,
  { folder, files }: { readonly folder: string; readonly files: FileSystem },
): Promise<SiteFile> {
  const path = `${folder}/keys/site`
  const bytes = await files.readFile(path)
  const read = bytes === null ? NOTHING : parsed(keys.open(bytes, CONTEXT))
  let current = read ?? NOTHING
  let isDamaged = read === null
  return {
    get current() {
      return current
    },
    get isDamaged() {
      return isDamaged
    },
    async change(part) {
      const next = { ...current, ...part }
      await writeAtomically(files, path, keys.seal(Buffer.from(JSON.stringify(next)), CONTEXT))
      current = next
      isDamaged = false
    },
  }
}

function parsed(plain: Buffer | null): SiteKept | null {
  try {
    return plain && SiteKept.parse(JSON.parse(plain.toString()))
  } catch {
    return null
  }
}
