import { ExpectedError } from '#shared/result/result.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { writeAtomically } from './atomic-file.ts'
import { type FileSystem, nodeFiles } from './file-system.ts'

/** What a person has typed and not saved, sealed, by name. */
export interface Drafts {
  save(name: string, value: string): Promise<void>
  /** Null: there is none. One that does not open is set aside first, then told once: throws ExpectedError `draft.unreadable`. */
  load(name: string): Promise<string | null>
  /** The same without a word: null too where it does not open, and nothing is moved. */
  peek(name: string): Promise<string | null>
  drop(name: string): Promise<void>
  /** Names of drafts that were not set aside, in order. */
  names(): Promise<string[]>
}

const NAME = /^[a-z0-9.-]{1,90}$/

/** Ends of names that are no drafts: a file being written, one that could not be opened. */
const NO_DRAFT = /\.(tmp|unreadable(\.\d+)?)$/

/** Drafts of a desk. `folder` is `desk-data`. Throws on a name of another form: it would be a path. */
export function openDrafts(options: {
  folder: string
  keys: Pick<DeskKeys, 'seal' | 'open'>
  files?: FileSystem
}): Drafts {
  const { keys, files = nodeFiles } = options
  const folder = `${options.folder}/drafts`
  const pathOf = (name: string) => {
    if (!NAME.test(name) || name.startsWith('.') || NO_DRAFT.test(name)) throw new RangeError('name of a draft')
    return `${folder}/${name}`
  }
  /** What cannot be opened may be all that is left of it: it is kept beside, under a name of its own. */
  const setAside = async (path: string) => {
    const aside = `${path}.unreadable`
    let free = aside
    for (let copy = 2; (await files.sizeOf(free)) !== null; copy++) free = `${aside}.${copy}`
    await files.rename(path, free)
    await files.flushFolder(folder)
  }
  // The name is authenticated: a draft does not open under another one.
  const contextOf = (name: string) => `draft|1|${name}`
  const peek = async (name: string) => {
    const sealed = await files.readFile(pathOf(name))
    return (sealed && keys.open(sealed, contextOf(name))?.toString('utf8')) ?? null
  }
  return {
    async save(name, value) {
      const path = pathOf(name)
      await files.makeFolder(folder)
      await writeAtomically(files, path, keys.seal(Buffer.from(value), contextOf(name)))
    },
    async load(name) {
      const opened = await peek(name)
      if (opened !== null || (await files.sizeOf(pathOf(name))) === null) return opened
      await setAside(pathOf(name))
      throw new ExpectedError('draft.unreadable')
    },
    peek,
    async drop(name) {
      if ((await files.sizeOf(pathOf(name))) === null) return
      await files.remove(pathOf(name))
      // Else a draft that was saved, or that names an erased person, may be back after the power has gone.
      await files.flushFolder(folder)
    },
    names: async () => (await files.list(folder)).filter(name => NAME.test(name) && !NO_DRAFT.test(name)),
  }
}
