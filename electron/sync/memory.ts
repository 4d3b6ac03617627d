import { NO_MEMORY, SyncMemory } from '#shared/sync/state.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'

const CONTEXT = 'sync/memory|1'

/** What this desk remembers of the exchange, in memory and on the disk. */
export interface KeptMemory {
  readonly current: SyncMemory
  /** Resolves when it is on the disk; where that fails, only what was done is done again. */
  keep(next: SyncMemory): Promise<void>
}

/** Reads `sync/memory` of `desk-data`; what is missing or damaged is as if nothing was known. */
export async function openMemory(
  files: FileSystem,
  folder: string,
  keys: Pick<DeskKeys, 'seal' | 'open'>,
): Promise<KeptMemory> {
  const path = `${folder}/sync/memory`
  let current = parse(await files.readFile(path), keys)
  return {
    get current() {
      return current
    },
    async keep(next) {
      if (next === current) return
      current = next
      await files.makeFolder(`${folder}/sync`)
      await writeAtomically(files, path, keys.seal(Buffer.from(JSON.stringify(next)), CONTEXT))
    },
  }
}

/** What was remembered is of a desk that is another one from now on: everything is asked for and offered again. */
export async function forgetMemory(files: FileSystem, folder: string): Promise<void> {
  await files.remove(`${folder}/sync/memory`)
}

const opened = new WeakMap<object, Promise<KeptMemory>>()

/** The one memory of an open desk: whoever exchanges, by a server or by files, keeps the same. */
export function memoryOf(
  files: FileSystem,
  folder: string,
  desk: { readonly keys: Pick<DeskKeys, 'seal' | 'open'> },
): Promise<KeptMemory> {
  const known = opened.get(desk)
  const memory = known ?? openMemory(files, folder, desk.keys)
  opened.set(desk, memory)
  return memory
}

/** What an open desk remembers of the exchange, where it ever began one; null: nothing. */
export async function rememberedOf(desk: object): Promise<SyncMemory | null> {
  return (await opened.get(desk))?.current ?? null
}

function parse(sealed: Buffer | null, keys: Pick<DeskKeys, 'open'>): SyncMemory {
  const plain = sealed && keys.open(sealed, CONTEXT)
  try {
    return plain === null ? NO_MEMORY : SyncMemory.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    return NO_MEMORY
  }
}
