import { z } from 'zod'
import { ExpectedError } from '#shared/result/result.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { compareVersions } from '#shared/update/version.ts'
import { removeLeftovers, writeAtomically } from './atomic-file.ts'
import { type FileSystem, nodeFiles } from './file-system.ts'

/**
 * Number of the layout of `desk-data` that this program reads and writes. Raised by whatever an earlier program could not
 * read: from then on there is no way back to it (ADR 26).
 */
export const DATA_FORMAT = 2

/** Chromium's folder before there was one a major of Electron. */
const FIRST_FOLDER = 'profile'

const Program = z.string().regex(/^\d+\.\d+\.\d+/)

/**
 * A folder of Chromium's, beside `desk-data`: the greatest major of Electron that wrote it (0: the stand-in), and the day it
 * was last at work. A lower Electron on it would throw the store away.
 */
const StoreStamp = z.strictObject({ folder: z.string().max(40), engine: z.int().nonnegative(), last: PlainDate })
export type StoreStamp = z.infer<typeof StoreStamp>

/** `stamp.json`: form of this file, the newest program that wrote the data, the last one, the layout of the data, the stores. */
const DataStamp = z.strictObject({
  format: z.literal(1),
  app: Program,
  last: Program,
  data: z.int().positive(),
  stores: z.array(StoreStamp).max(100),
})

/** Only what every form of the stamp has, so that an older program can refuse it. The first form had neither `last` nor `stores`. */
const AnyStamp = z.looseObject({
  format: z.int().positive(),
  app: Program,
  last: Program.nullable().catch(null),
  data: z.int().positive(),
  stores: z.array(StoreStamp).catch([]),
})
type AnyStamp = z.infer<typeof AnyStamp>

/** The store a start is about to open: its folder and the major of Electron (0: the stand-in). */
export type OwnStore = Omit<StoreStamp, 'last'>

/**
 * The first step of a start. Refuses data in a newer layout, and a store a newer Electron wrote, before anything is opened
 * or changed; `store` absent: none is about to be opened. A lower version of the program at an equal layout works: a return loses nothing. Leaves the stamp and removes
 * what a killed program left unfinished.
 * Throws ExpectedError `start.newer_data` (found, known: versions of programs), `start.newer_store`.
 */
export async function checkStamp(options: {
  folder: string
  app: string
  store?: StoreStamp
  files?: FileSystem
}): Promise<void> {
  const { folder, app, store, files = nodeFiles } = options
  const path = `${folder}/stamp.json`
  const found = parseStamp(await files.readFile(path))
  if (found !== null) demandReadable(found, app, store)
  for (const name of [folder, `${folder}/drafts`]) await removeLeftovers(files, name)
  const stamp = nextStamp(found, app, store)
  if (found !== null && JSON.stringify(stamp) === JSON.stringify(found)) return
  await files.makeFolder(folder)
  await writeAtomically(files, path, Buffer.from(`${JSON.stringify(stamp)}\n`))
}

function demandReadable(found: AnyStamp, app: string, store: StoreStamp | undefined): void {
  if (found.format > 1 || found.data > DATA_FORMAT) {
    throw new ExpectedError('start.newer_data', { found: found.app, known: app })
  }
  const written = found.stores.find(one => one.folder === store?.folder)
  if (store !== undefined && written !== undefined && written.engine > store.engine)
    throw new ExpectedError('start.newer_store')
}

function nextStamp(found: AnyStamp | null, app: string, store: StoreStamp | undefined): z.infer<typeof DataStamp> {
  const newest = found !== null && compareVersions(found.app, app) > 0 ? found.app : app
  const known = found?.stores ?? []
  const stores = store === undefined ? known : storesWith(found === null ? null : known, store)
  return DataStamp.parse({ format: 1, app: newest, last: app, data: DATA_FORMAT, stores })
}

/** `known` empty: a stamp of the first form told no stores, there was one folder for whatever Electron. */
function storesWith(known: readonly StoreStamp[] | null, store: StoreStamp): StoreStamp[] {
  const first = { folder: FIRST_FOLDER, engine: 0, last: store.last }
  const before = known?.length === 0 ? [first] : (known ?? [])
  return [...before.filter(one => one.folder !== store.folder), store]
}

/** The folders of Chromium's that worked here, as the stamp tells; none where it cannot be read. */
export async function storesOf(folder: string, files: FileSystem = nodeFiles): Promise<readonly StoreStamp[]> {
  return parseStamp(await files.readFile(`${folder}/stamp.json`))?.stores ?? []
}

/** Version of the last program that wrote the data, or null: nothing was written yet, or the stamp cannot be read. */
export async function readStampedVersion(folder: string, files: FileSystem = nodeFiles): Promise<string | null> {
  const found = parseStamp(await files.readFile(`${folder}/stamp.json`))
  return found?.last ?? found?.app ?? null
}

function parseStamp(bytes: Buffer | null): AnyStamp | null {
  if (bytes === null) return null
  try {
    return AnyStamp.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    // A stamp that cannot be read says nothing; records and sealed files carry their own format.
    return null
  }
}
