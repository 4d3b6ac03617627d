import { randomBytes } from 'node:crypto'
import { ExpectedError } from '#shared/result/result.ts'
import { removeLeftovers, writeTogether } from '../journal/atomic-file.ts'
import { type FileSystem, systemCode } from '../journal/file-system.ts'
import { demandEqual, type SitePlace } from './place.ts'

/** A share that has not answered by then is away, milliseconds. */
const PATIENCE = 60_000

/** A folder or share of the site. */
export interface FolderPlace {
  readonly folder: string
  readonly files: FileSystem
  /** What unfinished files of this desk are known by in a folder others write to as well. */
  readonly mark: string
}

/**
 * A folder or share: every file is written beside its name and flushed before any takes it, the page and the list last. Files
 * of others are not touched.
 */
export function folderPlace({ folder, files, mark }: FolderPlace): SitePlace {
  const there = <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => inTime(signal, () => reached(work))
  const reached = async <T>(work: () => Promise<T>): Promise<T> => {
    // A share that is away must not be made anew as an empty folder of this machine.
    if ((await files.sizeOf(folder).catch(() => null)) === null) throw new ExpectedError('site.away')
    return work().catch(cause => {
      throw folderError(cause)
    })
  }
  const read: SitePlace['read'] = (name, most, signal) =>
    there(signal, async () => {
      const size = await files.sizeOf(`${folder}/${name}`)
      return size !== null && size > most ? Buffer.alloc(0) : files.readFile(`${folder}/${name}`)
    })
  return {
    read,
    stepsOf: () => 1,
    put: (named, _edition, { signal, step }) =>
      there(signal, async () => {
        // A folder that cannot be listed may still be written to.
        await removeLeftovers(files, folder, mark).catch(() => undefined)
        if (signal.aborted) throw new ExpectedError('site.stopped')
        await writeTogether(files, folder, named, { mark })
        step()
      }),
    tidy: async () => undefined,
    check: signal =>
      there(signal, async () => {
        const name = `qabyldau-check-${randomBytes(4).toString('hex')}.txt`
        const one = { name, bytes: Buffer.from(`${name}\n`) }
        await writeTogether(files, folder, [one], { mark })
        try {
          await demandEqual({ read }, one, signal)
        } finally {
          await files.remove(`${folder}/${name}`)
        }
      }),
  }
}

/** A share whose server is gone may hang for ever: it is given up, and another try goes its own way. */
function inTime<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const given = Promise.withResolvers<never>()
  const stop = () => given.reject(new ExpectedError('site.stopped'))
  const timer = setTimeout(() => given.reject(new ExpectedError('site.late')), PATIENCE)
  signal.addEventListener('abort', stop, { once: true })
  return Promise.race([work(), given.promise]).finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  })
}

/** A system error of a folder that is not ours as an expected one. */
function folderError(cause: unknown): unknown {
  if (cause instanceof ExpectedError && cause.detail.code !== 'file.write_failed') return cause
  const code = cause instanceof ExpectedError ? String(cause.detail.params.code) : systemCode(cause)
  if (['ENOENT', 'ENOTDIR', 'EHOSTDOWN', 'ENETUNREACH', 'ESTALE', 'EIO'].includes(code))
    return new ExpectedError('site.away')
  if (code === 'EROFS') return new ExpectedError('site.forbidden')
  return cause instanceof ExpectedError || code === '' ? cause : new ExpectedError('file.write_failed', { code })
}
