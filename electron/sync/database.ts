/** What a document of the office's database is written with: its id, and fields that are plain JSON. */
export interface WireDocument {
  readonly _id: string
  readonly [field: string]: unknown
}

/** What became of one written document. `exists`: another of this id stands (perhaps the same: our lost answer). */
export type Written = { readonly state: 'written' | 'exists' } | { readonly state: 'refused'; readonly reason: string }

/** Where a feed was read to: opaque, of the server's making, never compared or counted. */
export type Since = string | number

/** A page of the feed. `documents` are as the server sent them, parsed as JSON and nothing more; deleted ones are left out. */
export interface ChangesPage {
  readonly documents: readonly unknown[]
  readonly since: Since
  /** Nothing was left behind this page when it was made. */
  readonly drained: boolean
}

/** A document with the revision by which it may be overwritten. */
export interface Revised {
  readonly document: unknown
  readonly revision: string
}

/**
 * One database of the office's server: six calls, and nothing else of the server is ever asked. What comes is untrusted.
 * Every call has its own deadline and may be cancelled. Each throws SyncFailure and nothing else.
 */
export interface SyncDatabase {
  /** Writes new documents; what became of each is found by its id (servers answer in another order). */
  write(documents: readonly WireDocument[], signal?: AbortSignal): Promise<ReadonlyMap<string, Written>>
  /** What was written after `since` (null: from the beginning). `wait`: answers when there is something, or after 25 s. */
  changes(
    asked: { readonly since: Since | null; readonly limit: number; readonly wait: boolean },
    signal?: AbortSignal,
  ): Promise<ChangesPage>
  /**
   * Documents whose ids lie between two, both included, in their order, at most `limit`; `descending` begins from `to`.
   * `ids`: each is `{_id}` alone (CouchDB's `include_docs=false`).
   */
  range(
    asked: {
      readonly from: string
      readonly to: string
      readonly limit: number
      readonly content: 'documents' | 'ids'
      readonly descending?: boolean
    },
    signal?: AbortSignal,
  ): Promise<readonly unknown[]>
  /** Which of these ids stand (`_all_docs` with `keys`; a deleted one does not): how what was written is read back. */
  present(ids: readonly string[], signal?: AbortSignal): Promise<ReadonlySet<string>>
  /** One document, `_local/` ones too; null where there is none. */
  read(id: string, signal?: AbortSignal): Promise<Revised | null>
  /** Makes a document or overwrites the revision given. `exists`: another revision stands by now. */
  replace(document: WireDocument, revision: string | null, signal?: AbortSignal): Promise<Written>
}

/** Why a server did not do what was asked, as a person is told. */
export type SyncCause =
  /** No connection, no answer in time, or it broke off in the middle. */
  | 'offline'
  /** The certificate is not one this desk trusts, is over, or the address is not the server's. */
  | 'tls'
  /** The name or password is not accepted (401). */
  | 'login'
  /** The server knows us and refuses (403). */
  | 'forbidden'
  /** The database is not there (404). */
  | 'missing'
  /** One document is larger than the server takes (413); `id` where it said which. */
  | 'too_large'
  /** It asks to come later (429, 503); `retryAfter` seconds where it said when. */
  | 'busy'
  /** Its disk is full (507, or CouchDB's own words for it). */
  | 'server_disk'
  /** Another failure of the server (5xx), with its status. */
  | 'server'
  /** What answered is not this server: a page of a network that wants a login, another program, an answer cut or too large. */
  | 'not_ours'
  /** The caller cancelled. */
  | 'cancelled'

/** A call that was not done, or of which nobody knows whether it was: asking again is always harmless. */
export class SyncFailure extends Error {
  readonly why: SyncCause
  readonly detail: {
    readonly id?: string
    readonly retryAfter?: number
    readonly status?: number
    readonly code?: string
  }
  constructor(why: SyncCause, detail: SyncFailure['detail'] = {}) {
    super(why)
    this.name = 'SyncFailure'
    this.why = why
    this.detail = detail
  }
}
