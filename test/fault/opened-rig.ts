import { readContainer } from '#electron/backup/container.ts'
import { COPY_FOLDER, containerFiles } from '#electron/backup/container-files.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { segmentName } from '#electron/journal/segments.ts'
import { openAction } from '#electron/journal/stored-action.ts'
import type { SubjectKeyring } from '#electron/journal/types.ts'
import { emptyChain, walk } from '#electron/journal/walk.ts'
import type { DeskKeys } from '#electron/security/key-store.ts'
import { decodeRing } from '#electron/security/ring-file.ts'
import { openBytes } from '#electron/security/seal.ts'
import { InstallationId } from '#shared/change/action.ts'

/** What the keys of a desk open: actions with what is of people in them, what was typed, papers. One text each. */
export type Opened = readonly Buffer[]

/** Everything the office key opens in a copy, with the keys of people that lie in the copy itself. */
export async function openedInCopy(path: string, keys: DeskKeys): Promise<Opened> {
  return openedIn(containerFiles(nodeFiles, await readContainer(nodeFiles, path)), COPY_FOLDER, keys)
}

/** The same of the data of a desk that has ended. */
export async function openedIn(files: FileSystem, folder: string, keys: DeskKeys): Promise<Opened> {
  const ring = await ringIn(files, folder, keys)
  const keyring = { keyOf: subject => ring.get(subject) ?? null } as Pick<SubjectKeyring, 'keyOf'> as SubjectKeyring
  const texts: Buffer[] = []
  const entities = new Set<string>()
  for (const name of await files.list(`${folder}/journal`)) {
    const installation = InstallationId.parse(name)
    let link = emptyChain(installation)
    for (let number = 1; ; number++) {
      const bytes = await files.readFile(`${folder}/journal/${name}/${segmentName(number)}`)
      if (bytes === null) break
      const found = walk(bytes, link)
      link = found.link
      for (const record of found.records) {
        const action = openAction(record, keys, keyring)
        if (action === null) throw new Error('a record does not open: nothing is proved')
        entities.add(action.entity)
        texts.push(Buffer.from(JSON.stringify(action)))
      }
    }
  }
  for (const place of ['drafts', 'answers/drafts'])
    for (const name of await files.list(`${folder}/${place}`))
      texts.push(...opened(keys.open((await files.readFile(`${folder}/${place}/${name}`)) ?? NONE, `draft|1|${name}`)))
  return [...texts, ...(await papersIn(files, folder, ring, entities))]
}

const NONE = Buffer.alloc(0)

async function papersIn(
  files: FileSystem,
  folder: string,
  ring: ReadonlyMap<string, Buffer>,
  entities: ReadonlySet<string>,
): Promise<Buffer[]> {
  const texts: Buffer[] = []
  for (const name of await files.list(`${folder}/papers`)) {
    const [subject = '', paper = ''] = name.split('.')
    const bytes = (await files.readFile(`${folder}/papers/${name}`)) ?? NONE
    // By every key that lies there: the name says whose it is, and need not be believed.
    for (const key of ring.values())
      for (const entity of entities) texts.push(...opened(openBytes(key, bytes, `${paper}|${entity}`)))
    if (!ring.has(subject)) texts.push(Buffer.from(`a paper of somebody without a key: ${name}`))
  }
  return texts
}

/** The keys of people in both rings, and in what a rewriting of them may have left. */
async function ringIn(files: FileSystem, folder: string, keys: DeskKeys): Promise<Map<string, Buffer>> {
  const ring = new Map<string, Buffer>()
  for (const name of await files.list(`${folder}/keys`)) {
    if (!name.startsWith('subjects.ring')) continue
    const read = decodeRing(keys, (await files.readFile(`${folder}/keys/${name}`)) ?? NONE)
    for (const { subject, key } of read?.entries.values() ?? []) ring.set(subject, key)
  }
  return ring
}

function opened(text: Buffer | null): Buffer[] {
  return text === null ? [] : [text]
}
