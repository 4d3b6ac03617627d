import { z } from 'zod'
import { ExpectedError } from '#shared/result/result.ts'
import { removeLeftovers, writeAtomically } from './atomic-file.ts'
import { type FileSystem, nodeFiles } from './file-system.ts'

/** Number of the layout of `desk-data` that this program reads and writes. */
export const DATA_FORMAT = 1

const Version = z.string().regex(/^\d+\.\d+\.\d+/)

/** `stamp.json`: form of this file, the newest program that wrote the data, and the layout of the data. */
const DataStamp = z.strictObject({ format: z.literal(1), app: Version, data: z.int().positive() })

/** Only what every later form of the stamp will keep, so that an older program can refuse it. */
const AnyStamp = z.looseObject({ format: z.int().positive(), app: Version, data: z.int().positive() })

/**
 * The first step of a start. Refuses data that a newer program wrote, before anything is opened or changed; else leaves
 * this program's stamp and removes what a killed program left unfinished.
 * Throws ExpectedError `start.newer_data` (found, known: versions of programs).
 */
export async function checkStamp(options: { folder: string; app: string; files?: FileSystem }): Promise<void> {
  const { folder, app, files = nodeFiles } = options
  const path = `${folder}/stamp.json`
  const found = parseStamp(await files.readFile(path))
  if (found !== null) {
    const isNewer = found.format > 1 || found.data > DATA_FORMAT || compareVersions(found.app, app) > 0
    if (isNewer) throw new ExpectedError('start.newer_data', { found: found.app, known: app })
  }
  for (const name of [folder, `${folder}/drafts`]) await removeLeftovers(files, name)
  if (found?.app === app && found.data === DATA_FORMAT) return
  const stamp = DataStamp.parse({ format: 1, app, data: DATA_FORMAT })
  await files.makeFolder(folder)
  await writeAtomically(files, path, Buffer.from(`${JSON.stringify(stamp)}\n`))
}

/** Version of the newest program that wrote the data, or null: nothing was written yet, or the stamp cannot be read. */
export async function readStampedVersion(folder: string, files: FileSystem = nodeFiles): Promise<string | null> {
  return parseStamp(await files.readFile(`${folder}/stamp.json`))?.app ?? null
}

function parseStamp(bytes: Buffer | null): z.infer<typeof AnyStamp> | null {
  if (bytes === null) return null
  try {
    return AnyStamp.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    // A stamp that cannot be read says nothing; records and sealed files carry their own format.
    return null
  }
}

/** Compares `major.minor.patch` by number: negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function numbersOf(version: string): number[] {
  return version.split(/[.+-]/, 3).map(Number)
}
