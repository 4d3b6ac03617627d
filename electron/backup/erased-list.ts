import { z } from 'zod'
import { SubjectId } from '#shared/change/action.ts'
import { ErasureGround } from '#shared/change/action-types.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type DeskKeys, installationsOf } from '../security/key-store.ts'

/** Who was erased, and why: lies sealed beside the copies, so that an older copy does not bring anybody back. */
export const Erased = z.array(z.strictObject({ subject: SubjectId, ground: ErasureGround }))
export type Erased = z.infer<typeof Erased>

const CONTEXT = 'backup/erased|1'

/** Name of a desk's list in a folder of copies. */
export function erasedListName(installation: string): string {
  return `qabyldau-${installation}.erased`
}

/** The list of a folder; empty where there is none, or it is not this desk's. */
export async function readErased(
  files: FileSystem,
  folder: string,
  keys: Pick<DeskKeys, 'installation' | 'open'>,
): Promise<Erased> {
  const sealed = await files.readFile(`${folder}/${erasedListName(keys.installation)}`).catch(() => null)
  const plain = sealed && keys.open(sealed, CONTEXT)
  if (plain === null) return []
  const erased = Erased.safeParse(JSON.parse(plain.toString('utf8')))
  return erased.success ? erased.data : []
}

/** Adds to the lists of a folder, of this desk and of what it was before: a copy of that time looks for its own. Nobody is ever taken off. */
export async function addErased(
  files: FileSystem,
  folder: string,
  keys: Pick<DeskKeys, 'installation' | 'begins' | 'open' | 'under' | 'firstKeyId'>,
  more: Erased,
): Promise<void> {
  for (const installation of installationsOf(keys))
    await addTo(files, folder, { ...listKeys(keys), installation }, more)
}

type ListKeys = Pick<DeskKeys, 'installation' | 'open' | 'under' | 'firstKeyId'>

function listKeys(keys: ListKeys): ListKeys {
  return {
    installation: keys.installation,
    open: keys.open.bind(keys),
    under: keys.under.bind(keys),
    firstKeyId: keys.firstKeyId,
  }
}

async function addTo(files: FileSystem, folder: string, keys: ListKeys, more: Erased): Promise<void> {
  const known = await readErased(files, folder, keys)
  const fresh = more.filter(one => !known.some(({ subject }) => subject === one.subject))
  if (fresh.length === 0) return
  // Under the office's first key: whichever key a copy was made with, what opens it opens the list.
  const sealed = keys.under(keys.firstKeyId)?.seal(Buffer.from(JSON.stringify([...known, ...fresh])), CONTEXT)
  if (sealed === undefined) throw new Error('no first office key')
  await writeAtomically(files, `${folder}/${erasedListName(keys.installation)}`, sealed)
}
