import type { FileSystem, OpenFile } from '../journal/file-system.ts'
import type { Container } from './container.ts'

const FOLDER = 'copy'

/** The folder of a copy, as `containerFiles` names it. */
export const COPY_FOLDER = FOLDER

/** The files of a copy as a file system that can only be read: what reads `desk-data` reads a copy as it is. */
export function containerFiles(files: FileSystem, container: Container): FileSystem {
  const places = new Map(
    container.index.files.map(({ path, size }, place) => [
      `${FOLDER}/${path}`,
      { size, start: container.starts[place] ?? 0 },
    ]),
  )

  async function open(path: string): Promise<OpenFile> {
    const place = places.get(path)
    if (place === undefined) throw systemError('ENOENT')
    const file = await files.open(container.path, 'read')
    return {
      read: (position, length) =>
        file.read(place.start + position, Math.max(0, Math.min(length, place.size - position))),
      write: readOnly,
      truncate: readOnly,
      flush: readOnly,
      close: () => file.close(),
    }
  }

  return {
    open: (path, mode) => (mode === 'read' ? open(path) : readOnly()),
    async readFile(path) {
      const place = places.get(path)
      if (place === undefined) return null
      const file = await open(path)
      try {
        return await file.read(0, place.size)
      } finally {
        await file.close()
      }
    },
    sizeOf: async path => places.get(path)?.size ?? null,
    async list(folder) {
      const inside = [...places.keys()].filter(path => path.startsWith(`${folder}/`))
      return [...new Set(inside.map(path => path.slice(folder.length + 1).split('/')[0] ?? ''))].sort()
    },
    makeFolder: async () => undefined,
    rename: readOnly,
    remove: readOnly,
    flushFolder: async () => undefined,
    freeSpace: readOnly,
  }
}

function readOnly(): Promise<never> {
  return Promise.reject(systemError('EROFS'))
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
