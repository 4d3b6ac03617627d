import { statfsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { platform } from 'node:process'

/** A file held open. Positions and lengths in bytes. */
export interface OpenFile {
  /** Bytes from `position`; fewer than `length` only at the end of the file. */
  read(position: number, length: number): Promise<Buffer>
  /** All of the bytes, or throws. */
  write(position: number, bytes: Uint8Array): Promise<void>
  truncate(length: number): Promise<void>
  /** Resolves when data and size are on the medium (fdatasync). */
  flush(): Promise<void>
  close(): Promise<void>
}

/**
 * What journal and keys need of a file system: few verbs, so that a test can fail each of them in turn. Errors are
 * those of Node (`code`: ENOSPC, EIO, EPERM ...).
 */
export interface FileSystem {
  /** `read` and `edit` need the file to exist, `create` needs it not to. */
  open(path: string, mode: 'read' | 'edit' | 'create'): Promise<OpenFile>
  /** The whole file, or null where there is none. */
  readFile(path: string): Promise<Buffer | null>
  /** Size of a file, or null where there is none. */
  sizeOf(path: string): Promise<number | null>
  /** Names in a folder in order; none where there is no folder. */
  list(folder: string): Promise<string[]>
  makeFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Removes a file; a missing one is as good as removed. */
  remove(path: string): Promise<void>
  /** Resolves when names made, renamed or removed in the folder are on the medium. */
  flushFolder(path: string): Promise<void>
  /** Free bytes for this user on the disk of a folder. */
  freeSpace(path: string): Promise<number>
}

const FLAGS = { read: 'r', edit: 'r+', create: 'wx' } as const

/** Code of a system error (`ENOSPC`), or an empty text. */
export function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null
    throw cause
  }
}

async function openFile(path: string, mode: keyof typeof FLAGS): Promise<OpenFile> {
  const handle = await open(path, FLAGS[mode], 0o600)
  return {
    async read(position, length) {
      const bytes = Buffer.alloc(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, position + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
    async write(position, bytes) {
      let done = 0
      while (done < bytes.length) {
        done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten
      }
    },
    truncate: length => handle.truncate(length),
    flush: () => handle.datasync(),
    close: () => handle.close(),
  }
}

/** The file system of this machine. */
export const nodeFiles: FileSystem = {
  open: openFile,
  readFile: path => orNull(readFile(path)),
  sizeOf: async path => (await orNull(stat(path)))?.size ?? null,
  list: async folder => ((await orNull(readdir(folder))) ?? []).sort(),
  makeFolder: async path => void (await mkdir(path, { recursive: true, mode: 0o700 })),
  rename,
  remove: path => rm(path, { force: true }),
  async flushFolder(path) {
    // Windows opens no folder for flushing; NTFS journals its names itself.
    if (platform === 'win32') return
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  async freeSpace(path) {
    // Some microseconds of the system's memory; beside the main thread it would wait behind whatever else is read and checked.
    const disk = statfsSync(path)
    return disk.bavail * disk.bsize
  },
}
