import { z } from 'zod'
import { ExpectedError } from '#shared/result/result.ts'
import type { HttpLine } from '../http/line.ts'
import type { SitePlace } from './place.ts'
import { ask } from './request.ts'
import { typeOf } from './to-web.ts'

/** The document everybody reads: its attachments are the files. */
export const DOCUMENT = 'posted-schedule'
const CHECK = 'qabyldau-check'

const Found = z.object({ _id: z.string(), _rev: z.string().max(200) })
const Put = z.object({ ok: z.literal(true), rev: z.string() })
const Database = z.object({ db_name: z.string() })

/**
 * A public CouchDB database: all files are attachments of one document, which is written in one revision: there is no half of
 * it. A revision that came between is told as a conflict and looked at anew.
 */
export function couchPlace(line: HttpLine): SitePlace {
  const revisionOf = async (id: string, signal: AbortSignal): Promise<string | null> => {
    const { status, body } = await ask(line, { method: 'GET', path: id, signal })
    return status === 404 ? null : parsed(Found, body)._rev
  }
  const write = async (document: { readonly _id: string }, signal: AbortSignal): Promise<string> => {
    const revision = await revisionOf(document._id, signal)
    const bytes = Buffer.from(JSON.stringify({ ...document, ...(revision !== null && { _rev: revision }) }))
    const body = { type: 'application/json', bytes }
    const { body: answer } = await ask(line, { method: 'PUT', path: document._id, body, signal })
    return parsed(Put, answer).rev
  }
  const demandDatabase = async (signal: AbortSignal): Promise<void> => {
    const { status, body } = await ask(line, { method: 'GET', path: '', signal })
    if (status === 404) throw new ExpectedError('site.missing')
    parsed(Database, body)
  }
  return {
    async read(name, most, signal) {
      const { status, body } = await ask(line, { method: 'GET', path: `${DOCUMENT}/${name}`, most, signal })
      return status === 404 ? null : body
    },
    stepsOf: () => 1,
    async put(files, edition, { signal, step }) {
      await demandDatabase(signal)
      const attachments = files.map(({ name, bytes }) => [
        name,
        { content_type: typeOf(name), data: Buffer.from(bytes).toString('base64') },
      ])
      await write({ _id: DOCUMENT, ...{ edition, _attachments: Object.fromEntries(attachments) } }, signal)
      step()
    },
    // A document has no files beside its own.
    tidy: async () => undefined,
    async check(signal) {
      await demandDatabase(signal)
      const revision = await write({ _id: CHECK }, signal)
      await ask(line, { method: 'DELETE', path: `${CHECK}?rev=${encodeURIComponent(revision)}`, signal })
    },
  }
}

/** An answer that is not CouchDB's is another program's, or a page of a network that wants a login. */
function parsed<T>(schema: z.ZodType<T>, body: Buffer): T {
  try {
    return schema.parse(JSON.parse(body.toString('utf8')))
  } catch {
    throw new ExpectedError('site.portal')
  }
}
