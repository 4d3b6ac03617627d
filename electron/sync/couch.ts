import { z } from 'zod'
import type { DatabaseName } from '#shared/sync/address.ts'
import { type Answer, failureOf, ServerError } from './answers.ts'
import { type Since, type SyncDatabase, SyncFailure, type WireDocument, type Written } from './database.ts'
import { type ServerAccess, type Wire, wireTo } from './http-wire.ts'
import { isThere, RULE_SAYS } from './rules.ts'

/** How long the server itself waits for something to be written before it answers, in milliseconds. */
const SERVER_WAITS = 25_000

const Revision = z.string().regex(/^\d{1,9}-[0-9A-Za-z]{1,64}$/)

/** A document as it came: looked into by whoever knows its kind, and copied by nobody. */
const Came = z.custom<Readonly<Record<string, unknown>>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
)

/** What became of each document of a batch. Rows come in any order. */
const WrittenRows = z.array(
  z.object({
    id: z.string(),
    ok: z.literal(true).optional(),
    error: z.string().optional(),
    reason: z.string().nullish(),
  }),
)

/** A page of the feed. The place it was read to is the server's own: text of CouchDB, a number of others. */
const ChangesAnswer = z.object({
  results: z.array(z.object({ id: z.string(), deleted: z.boolean().optional(), doc: Came.nullish() })),
  last_seq: z.union([z.string().min(1).max(20_000), z.int().nonnegative()]),
  pending: z.int().nonnegative().nullish(),
})

/** Documents by their ids. Rows of deleted ones have no document. */
const RangeAnswer = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      value: z.object({ deleted: z.boolean().optional() }),
      doc: Came.nullish(),
    }),
  ),
})

/** Which ids stand: one that never stood has an error and no id, a deleted one says so. */
const PresentAnswer = z.object({
  rows: z.array(
    z.object({ id: z.string().optional(), value: z.object({ deleted: z.boolean().optional() }).optional() }),
  ),
})

/** Words of a row that will be the same the next time: the document is refused, not the moment. */
const REFUSALS = new Set(['forbidden', 'unauthorized', 'doc_validation', 'bad_request', 'illegal_docid'])

/** One server with its connections; its databases share them. */
export interface CouchServer {
  database(name: DatabaseName): SyncDatabase
  close(): void
}

/** A server of the office. Throws a schema's error where the address, the account or the authority is not of its form. */
export function couchServer(access: ServerAccess): CouchServer {
  const wire = wireTo(access)
  return { database: name => databaseOn(wire, name), close: wire.close }
}

/** One database of one server, with connections of its own. */
export function couchDatabase({
  database,
  ...access
}: ServerAccess & { readonly database: DatabaseName }): SyncDatabase {
  return couchServer(access).database(database)
}

function databaseOn(wire: Wire, name: DatabaseName): SyncDatabase {
  const base = `/${encodeURIComponent(name)}`
  return {
    async write(documents, signal) {
      if (documents.length === 0) return new Map()
      const ids = new Set(documents.map(({ _id }) => _id))
      const answer = await wire.ask({ method: 'POST', path: `${base}/_bulk_docs`, body: { docs: documents } }, signal)
      return writtenOf(parsed(answer, WrittenRows, ids), ids)
    },
    async changes({ since, limit, wait }, signal) {
      const path = `${base}/_changes?${questionOf(since, limit, wait)}`
      const answer = await wire.ask({ method: 'GET', path, waits: wait }, signal)
      return pageOf(parsed(answer, ChangesAnswer), limit)
    },
    async range({ from, to, limit, content, descending = false }, signal) {
      const [first, last] = descending ? [to, from] : [from, to]
      const question = new URLSearchParams({
        include_docs: String(content === 'documents'),
        startkey: JSON.stringify(first),
        endkey: JSON.stringify(last),
        limit: String(limit),
        descending: String(descending),
      })
      const answer = await wire.ask({ method: 'GET', path: `${base}/_all_docs?${question}` }, signal)
      const rows = parsed(answer, RangeAnswer).rows.filter(({ value }) => value.deleted !== true)
      if (rows.some(({ id }) => id < from || id > to)) throw new SyncFailure('not_ours', { code: 'range' })
      rows.sort((a, b) => (a.id < b.id === descending ? 1 : -1))
      return content === 'ids' ? rows.map(({ id }) => ({ _id: id })) : rows.flatMap(({ doc }) => (doc ? [doc] : []))
    },
    async present(ids, signal) {
      if (ids.length === 0) return new Set()
      const path = `${base}/_all_docs`
      const answer = await wire.ask({ method: 'POST', path, body: { keys: ids } }, signal)
      return presentOf(parsed(answer, PresentAnswer), new Set(ids))
    },
    async read(id, signal) {
      const answer = await wire.ask({ method: 'GET', path: `${base}/${pathOf(id)}` }, signal)
      if (answer.status === 404 && isAbsent(answer)) return null
      const document = parsed(answer, z.looseObject({ _id: z.literal(id), _rev: Revision }))
      return { document: answer.value, revision: document._rev }
    },
    async replace(document, revision, signal) {
      const body = revision === null ? document : { ...document, _rev: revision }
      const answer = await wire.ask({ method: 'PUT', path: `${base}/${pathOf(document._id)}`, body }, signal)
      return replacedOf(answer, document)
    },
  }
}

/** `_local/` is a part of the path; everything after it, and every other id, is one encoded word. */
function pathOf(id: string): string {
  const local = '_local/'
  return id.startsWith(local) ? `${local}${encodeURIComponent(id.slice(local.length))}` : encodeURIComponent(id)
}

function questionOf(since: Since | null, limit: number, wait: boolean): URLSearchParams {
  return new URLSearchParams({
    include_docs: 'true',
    limit: String(limit),
    // The server then makes one place a page and not one a row, which is a third of its time.
    seq_interval: String(limit),
    since: String(since ?? 0),
    ...(wait ? { feed: 'longpoll', timeout: String(SERVER_WAITS) } : {}),
  })
}

/** The value of a success in its form. Throws what the status means, or `not_ours` where a success has another form. */
function parsed<T>(answer: Answer, schema: z.ZodType<T>, ids?: ReadonlySet<string>): T {
  if (answer.status >= 300) throw failureOf(answer, ids)
  const value = schema.safeParse(answer.value)
  if (!value.success) throw new SyncFailure('not_ours', { status: answer.status, code: 'form' })
  return value.data
}

/** The document is not there, in the words of a server whose database is. */
function isAbsent({ value }: Answer): boolean {
  const said = ServerError.safeParse(value).data
  return said?.error === 'not_found' && (said.reason === 'missing' || said.reason === 'deleted')
}

function writtenOf(rows: z.infer<typeof WrittenRows>, ids: ReadonlySet<string>): ReadonlyMap<string, Written> {
  const written = new Map<string, Written>()
  for (const row of rows) {
    const became = rowOf(row)
    const before = written.get(row.id)
    if (before !== undefined && before.state !== became.state) throw new SyncFailure('not_ours', { code: 'rows' })
    if (ids.has(row.id)) written.set(row.id, became)
  }
  if (written.size < ids.size) throw new SyncFailure('not_ours', { code: 'rows' })
  return written
}

function rowOf({ ok, error, reason }: z.infer<typeof WrittenRows>[number]): Written {
  if (error === 'conflict' || isThere(reason)) return { state: 'exists' }
  if (error !== undefined && REFUSALS.has(error)) return { state: 'refused', reason: (reason ?? error).slice(0, 300) }
  if (error !== undefined) throw new SyncFailure('server', { code: error.slice(0, 60) })
  if (ok !== true) throw new SyncFailure('not_ours', { code: 'rows' })
  return { state: 'written' }
}

/** Documents of a page; designs are the server's own and no document of the office. */
function pageOf({ results, last_seq, pending }: z.infer<typeof ChangesAnswer>, limit: number) {
  const documents = results.flatMap(({ id, deleted, doc }) => {
    if (deleted === true || id.startsWith('_design/')) return []
    if (!doc) return []
    if (doc._id !== id) throw new SyncFailure('not_ours', { code: 'form' })
    return [doc]
  })
  return { documents, since: last_seq, drained: typeof pending === 'number' ? pending === 0 : results.length < limit }
}

/** Only what was asked for is believed, however many rows there are. */
function presentOf({ rows }: z.infer<typeof PresentAnswer>, asked: ReadonlySet<string>): ReadonlySet<string> {
  const standing = rows.filter(({ value }) => value !== undefined && value.deleted !== true)
  return new Set(standing.flatMap(({ id }) => (id !== undefined && asked.has(id) ? [id] : [])))
}

function replacedOf(answer: Answer, { _id }: WireDocument): Written {
  const said = ServerError.safeParse(answer.value).data
  if (answer.status === 409 && said?.error === 'conflict') return { state: 'exists' }
  if (answer.status === 403 || answer.status === 401) {
    const reason = said?.reason
    if (isThere(reason)) return { state: 'exists' }
    if (reason?.startsWith(RULE_SAYS)) return { state: 'refused', reason: reason.slice(0, 300) }
  }
  parsed(answer, z.object({ ok: z.literal(true), id: z.literal(_id) }), new Set([_id]))
  return { state: 'written' }
}
