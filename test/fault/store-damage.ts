import { open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Backend } from './backends.ts'
import { filesUnder, storeFolders } from './product-rig.ts'

/** Spoils the store of a desk that has ended. */
export type Damage = (userData: string) => Promise<unknown>

/** Files of the store whose names are like this. Throws where there is none: the damage would be none. */
export async function storeFiles(userData: string, name: RegExp): Promise<string[]> {
  const [folder = ''] = await storeFolders(userData)
  const files = (await filesUnder(folder)).filter(file => name.test(path.basename(file)))
  if (files.length === 0) throw new Error(`no file of the store is like ${name}`)
  return files.map(file => path.join(folder, file))
}

/** Changes one byte somewhere in a file. */
export async function flipByte(file: string, random: () => number): Promise<void> {
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  const at = Math.floor(random() * size)
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at)
  buffer[0] = (buffer[0] ?? 0) ^ 0x10
  await handle.write(buffer, 0, 1, at)
  await handle.close()
}

/** Changes the name of a part of one row in its last byte. `part`: the name as it lies in the files. Throws where they hold none. */
const renamed =
  (part: string): Damage =>
  async userData => {
    for (const file of await storeFiles(userData, ANY)) {
      const bytes = await readFile(file)
      const places: number[] = []
      for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) places.push(at)
      const at = places[places.length >> 1]
      if (at === undefined) continue
      const last = at + part.length - 1
      bytes[last] = (bytes[last] as number) ^ 1
      return writeFile(file, bytes)
    }
    throw new Error(`no row of the store names ${part}`)
  }

/** Writes over a stretch of a file that begins at a part of its length. */
async function writeOver(file: string, part: number, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  await handle.write(bytes, 0, bytes.length, Math.floor(Math.max(0, size - bytes.length) * part))
  await handle.close()
}

const half = (size: number) => Math.floor(size / 2)
const PAGE = 4096
const LOG = /\.log$/
const TABLE = /\.ldb$/
const MANIFEST = /^MANIFEST/
const CURRENT = /^CURRENT$/
const ANY = /./

/** The damage done to each file of the store that is so named. */
function each(name: RegExp, spoil: (file: string) => Promise<unknown>): Damage {
  return async userData => {
    for (const file of await storeFiles(userData, name)) await spoil(file)
  }
}

const cut = (name: RegExp, to: (size: number) => number) =>
  each(name, async file => truncate(file, to((await stat(file)).size)))
const emptied = (name: RegExp) => cut(name, () => 0)
const garbage = (name: RegExp) => each(name, file => writeFile(file, 'қоқыс\n'))

const profile: Damage = userData => rm(path.join(userData, 'profile'), { recursive: true })
const sentinel: Damage = userData => rm(path.join(userData, 'desk-data/sentinel.json'))

const WHOLE_STORE: Record<string, Damage> = {
  'the folder of the store deleted': async userData => {
    for (const folder of await storeFolders(userData)) await rm(folder, { recursive: true })
  },
  "Chromium's whole profile deleted": profile,
  'what main remembers of the store deleted': sentinel,
  'the profile and what main remembers deleted': userData => Promise.all([profile(userData), sentinel(userData)]),
}

/** What must be noticed, for each backend; a store that was opened by the other backend comes on top. */
export const DAMAGE: Record<Backend, Record<string, Damage>> = {
  LevelDB: {
    ...WHOLE_STORE,
    'its files cut in half': cut(/\.(log|ldb)$/, half),
    'its files emptied': emptied(/\.(log|ldb)$/),
    'CURRENT emptied': emptied(CURRENT),
    'CURRENT garbage': garbage(CURRENT),
    'MANIFEST emptied': emptied(MANIFEST),
    'MANIFEST removed': each(MANIFEST, file => rm(file)),
    'the log cut in half': cut(LOG, half),
    'the log emptied': emptied(LOG),
    '4 KiB of zeros in the log': each(LOG, file => writeOver(file, 0.5, Buffer.alloc(PAGE))),
  },
  SQLite: {
    ...WHOLE_STORE,
    'its files cut in half': cut(ANY, half),
    'its files emptied': emptied(ANY),
    'its files removed': each(ANY, file => rm(file)),
    'the header broken': each(ANY, file => writeOver(file, 0, Buffer.from('no database this is'))),
    'the first page zeros': each(ANY, file => writeOver(file, 0, Buffer.alloc(PAGE))),
    'its files garbage': garbage(ANY),
    '4 KiB of zeros in the middle': each(ANY, file => writeOver(file, 0.5, Buffer.alloc(PAGE))),
    'the last page cut off': cut(ANY, size => size - PAGE),
    'the sealed part of a row renamed': renamed('sealed'),
    'the id of a row renamed': renamed('"\u0002id'),
  },
}

/** The same where tables have been written: a store of some thousand rows. */
export const OF_A_LARGE_STORE: Record<string, Damage> = {
  // The newest one: what an older one held may stand in later ones already.
  'one table removed': async userData => rm((await storeFiles(userData, TABLE)).at(-1) ?? ''),
}

/** Where one byte is flipped, for each backend: where it lies decides whether anything is spoilt at all. */
export const FLIPS: Record<Backend, Record<string, RegExp>> = {
  LevelDB: { 'of the log': LOG },
  SQLite: { 'of a data file': ANY },
}

/** The same where tables have been written. */
export const FLIPS_OF_A_LARGE_STORE: Record<string, RegExp> = { 'of a table': TABLE }

/** One byte flipped in one of the files that are so named and hold anything. */
export function flip(name: RegExp, random: () => number): Damage {
  return async userData => {
    const files = await storeFiles(userData, name)
    const filled = await Promise.all(files.map(async file => ((await stat(file)).size > 0 ? [file] : [])))
    const those = filled.flat()
    const file = those[Math.floor(random() * those.length)]
    if (file === undefined) throw new Error(`no file of the store like ${name} holds anything`)
    await flipByte(file, random)
  }
}
