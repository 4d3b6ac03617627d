import { isHeld } from '#shared/backup/model.ts'
import { InstallationId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type ChainHead, type Head, sealHead } from '../journal/head-file.ts'
import { segmentName } from '../journal/segments.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { decodeRing } from '../security/ring-file.ts'
import { exactly, type Held } from './container.ts'

/** Folders of `desk-data` whose files go into a copy as they lie. */
const FOLDERS = ['papers', 'drafts', 'answers/drafts']
const SINGLE = ['stamp.json', 'settings.json']

/** How often a ring that is being written meanwhile is read again. */
const TRIES = 20

/** What a copy is made of: an open desk's data as it stands at one moment, and how many records that is. */
export interface Gathered {
  readonly held: readonly Held[]
  readonly head: Head
  readonly records: number
}

/**
 * Everything of an open desk in one turn of its gate: no act is in the copy without the key of its person. The journal is
 * taken as far as it was acknowledged; it may grow while the copy is written.
 */
export function gatherDesk(
  { gate, journal, keys }: Pick<OpenDesk, 'gate' | 'journal' | 'keys'>,
  folder: string,
  files: FileSystem,
): Promise<Gathered> {
  return gate.inTurn(async () => {
    const head = journal.extents()
    const ring = await wholeRing(files, folder, keys)
    const rest = (await namesOf(files, folder)).filter(path => !/^(?:journal\/|head$|keys\/subjects)/.test(path))
    const held = [
      ...journalOf(files, folder, head),
      bytesAs('head', sealHead(head, keys)),
      bytesAs('keys/subjects.ring', ring),
      ...(await wrappedKeys(files, folder, rest)),
      ...rest.filter(path => !isKey(path)).map(path => asItLies(files, folder, path)),
    ]
    return { held, head, records: journal.head().count }
  })
}

/** Everything of a desk that is not open, as it lies: whole or not. */
export async function gatherAtRest(folder: string, files: FileSystem): Promise<Held[]> {
  const paths = await namesOf(files, folder)
  return paths.map(path => asItLies(files, folder, path))
}

/** Paths of `desk-data` that a copy holds. */
async function namesOf(files: FileSystem, folder: string): Promise<string[]> {
  const inside = async (name: string) => (await files.list(`${folder}/${name}`)).map(one => `${name}/${one}`)
  const nested = async (name: string) => (await Promise.all((await inside(name)).map(inside))).flat()
  const found = [
    ...(await files.list(folder)),
    ...(await inside('keys')),
    ...(await nested('journal')),
    ...(await nested('audit')),
    ...(await Promise.all(FOLDERS.map(inside))).flat(),
  ]
  return found.filter(path => isHeld(path) && (SINGLE.includes(path) || path === 'head' || path.includes('/')))
}

const isKey = (path: string) => path.startsWith('keys/')

/** Files of keys belong together: they are read now, before another office key may take the place of the one in force. */
async function wrappedKeys(files: FileSystem, folder: string, paths: readonly string[]): Promise<Held[]> {
  const read = await Promise.all(
    paths.filter(isKey).map(async path => ({ path, bytes: await files.readFile(`${folder}/${path}`) })),
  )
  return read.flatMap(({ path, bytes }) => (bytes === null ? [] : [bytesAs(path, bytes)]))
}

function journalOf(files: FileSystem, folder: string, head: Head): Held[] {
  return Object.entries(head.chains).flatMap(([installation, chain]) =>
    sizesOf(chain).flatMap((size, place) => {
      const path = `journal/${installation}/${segmentName(place + 1)}`
      return [upTo(files, folder, path, size), asItLies(files, folder, path.replace(/seg$/, 'idx'))]
    }),
  )
}

/** Bytes of each segment that were acknowledged. */
export function sizesOf({ closed, size }: ChainHead): number[] {
  return [...closed.map(segment => segment.size), ...(size > 0 ? [size] : [])]
}

async function wholeRing(files: FileSystem, folder: string, keys: Pick<DeskKeys, 'seal' | 'open'>): Promise<Buffer> {
  for (let tried = 0; tried < TRIES; tried++) {
    for (const name of ['subjects.ring', 'subjects.ring.2']) {
      const bytes = await files.readFile(`${folder}/keys/${name}`)
      if (bytes !== null && decodeRing(keys, bytes)?.whole === true) return bytes
    }
  }
  throw new ExpectedError('backup.source_damaged')
}

function bytesAs(path: string, bytes: Buffer): Held {
  return { path, read: async () => once(bytes) }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** A file up to a size; one that is shorter by now was damaged. */
function upTo(files: FileSystem, folder: string, path: string, size: number): Held {
  return { path, read: async () => exactly(files, `${folder}/${path}`, 0, size, 'backup.source_damaged') }
}

/** A file as it is when its turn comes; one that went meanwhile is left out. */
export function asItLies(files: FileSystem, folder: string, path: string): Held {
  return {
    path,
    async read() {
      const size = await files.sizeOf(`${folder}/${path}`)
      return size === null ? null : exactly(files, `${folder}/${path}`, 0, size, 'backup.source_damaged')
    },
  }
}

/** Whose data lies in a folder, as its journal tells without a key; null: nobody's yet. */
export async function installationAtRest(files: FileSystem, folder: string): Promise<InstallationId | null> {
  const names = await files.list(`${folder}/journal`)
  return names.flatMap(name => InstallationId.safeParse(name).data ?? [])[0] ?? null
}
