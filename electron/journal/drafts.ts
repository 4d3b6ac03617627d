import type { DeskKeys } from '../security/key-store.ts'
import { writeAtomically } from './atomic-file.ts'
import { type FileSystem, nodeFiles } from './file-system.ts'

/** What a person has typed and not saved, sealed, by name. */
export interface Drafts {
  save(name: string, value: string): Promise<void>
  /** Null: there is none, or it is damaged. */
  load(name: string): Promise<string | null>
  drop(name: string): Promise<void>
  names(): Promise<string[]>
}

const NAME = /^[a-z0-9.-]{1,60}$/

/** Drafts of a desk. `folder` is `desk-data`. Throws on a name of another form: it would be a path. */
export function openDrafts(options: {
  folder: string
  keys: Pick<DeskKeys, 'seal' | 'open'>
  files?: FileSystem
}): Drafts {
  const { keys, files = nodeFiles } = options
  const folder = `${options.folder}/drafts`
  const pathOf = (name: string) => {
    if (!NAME.test(name) || name.startsWith('.') || name.endsWith('.tmp')) throw new RangeError('name of a draft')
    return `${folder}/${name}`
  }
  // The name is authenticated: a draft does not open under another one.
  const contextOf = (name: string) => `draft|1|${name}`
  return {
    async save(name, value) {
      const path = pathOf(name)
      await files.makeFolder(folder)
      await writeAtomically(files, path, keys.seal(Buffer.from(value), contextOf(name)))
    },
    async load(name) {
      const sealed = await files.readFile(pathOf(name))
      return (sealed && keys.open(sealed, contextOf(name))?.toString('utf8')) ?? null
    },
    async drop(name) {
      await files.remove(pathOf(name))
    },
    names: async () => (await files.list(folder)).filter(name => NAME.test(name) && !name.endsWith('.tmp')),
  }
}
