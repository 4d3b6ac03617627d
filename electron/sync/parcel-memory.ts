import { NO_PARCELS, ParcelMemory } from '#shared/sync/parcel.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'

const CONTEXT = 'sync/parcels|1'

/** What this desk remembers of files it wrote and took in, in memory and on the disk. */
export interface KeptParcels {
  readonly current: ParcelMemory
  /** Resolves when it is on the disk; where that fails, the next file only holds more than it must. */
  keep(next: ParcelMemory): Promise<void>
}

/** Reads `sync/parcels` of `desk-data`; what is missing or damaged is as if nothing was ever sent. */
export async function openParcels(
  files: FileSystem,
  folder: string,
  keys: Pick<DeskKeys, 'seal' | 'open'>,
): Promise<KeptParcels> {
  const path = `${folder}/sync/parcels`
  let current = parse(await files.readFile(path), keys)
  return {
    get current() {
      return current
    },
    async keep(next) {
      current = next
      await files.makeFolder(`${folder}/sync`)
      await writeAtomically(files, path, keys.seal(Buffer.from(JSON.stringify(next)), CONTEXT))
    },
  }
}

function parse(sealed: Buffer | null, keys: Pick<DeskKeys, 'open'>): ParcelMemory {
  const plain = sealed && keys.open(sealed, CONTEXT)
  try {
    return plain === null ? NO_PARCELS : ParcelMemory.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    return NO_PARCELS
  }
}
