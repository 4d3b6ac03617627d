import { randomBytes } from 'node:crypto'
import { ExpectedError } from '#shared/result/result.ts'
import type { HttpLine } from '../http/line.ts'
import type { NamedFile } from '../journal/atomic-file.ts'
import { demandEqual, type SitePlace } from './place.ts'
import { ask } from './request.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
}

/** The type of a file by the end of its name. */
export function typeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}

/** A file under the name of its edition alone: nobody reads it until it is known to be whole. */
export function keptName(edition: string, name: string): string {
  return `v-${edition.slice(0, 12)}-${name}`
}

/**
 * A server that takes files by PUT (WebDAV). Each goes under a name of its edition first and is read back; only when all of
 * them stand whole do they take the names that are read, the page and the list last. A cut leaves what was read before.
 */
export function webPlace(line: HttpLine): SitePlace {
  const put = (name: string, bytes: Uint8Array, signal: AbortSignal) =>
    ask(line, { method: 'PUT', path: name, body: { type: typeOf(name), bytes }, signal })
  const read: SitePlace['read'] = async (name, most, signal) => {
    const { status, body } = await ask(line, { method: 'GET', path: name, most, signal })
    return status === 404 ? null : body
  }
  const remove = (name: string, signal: AbortSignal) =>
    ask(line, { method: 'DELETE', path: name, signal }).catch(() => undefined)
  return {
    read,
    stepsOf: files => files * 2,
    async put(files, edition, { signal, step }) {
      for (const { name, bytes } of bySize(files)) {
        const kept = { name: keptName(edition, name), bytes }
        await put(kept.name, bytes, signal)
        await demandEqual({ read }, kept, signal)
        step()
      }
      for (const { name, bytes } of files) {
        await put(name, bytes, signal)
        step()
      }
    },
    async tidy(edition, names, signal) {
      for (const name of names) await remove(keptName(edition, name), signal)
    },
    async check(signal) {
      const name = `qabyldau-check-${randomBytes(4).toString('hex')}.txt`
      const bytes = Buffer.from(`${name}\n`)
      await put(name, bytes, signal)
      try {
        await demandEqual({ read }, { name, bytes }, signal)
      } catch (error) {
        // Nothing was published yet that could differ: what is put there is not what is read there.
        throw error instanceof ExpectedError && error.detail.code === 'site.differs'
          ? new ExpectedError('site.portal')
          : error
      } finally {
        await remove(name, signal)
      }
    },
  }
}

/** Small ones first: a refusal is told before much was sent for nothing. */
function bySize(files: readonly NamedFile[]): NamedFile[] {
  return [...files].sort((a, b) => a.bytes.byteLength - b.bytes.byteLength)
}
