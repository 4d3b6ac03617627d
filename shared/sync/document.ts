import { z } from 'zod'
import { InstallationId } from '../change/action.ts'

/** The id of the document that tells one making of a database from another; `_local`, so that no copy carries it along. */
export const EPOCH_ID = '_local/epoch'

/** A hash in hex. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Id of an office key: the first 8 hex digits of its hash. */
const KeyId = z.string().regex(/^[0-9a-f]{8}$/)

/** Largest sealed part of a document that is believed, in characters of base64. */
export const MAX_SEALED = 12 * 1024 * 1024

/**
 * A record of a chain as it lies in the office's database: the header as it is signed, the sealed bytes, the signature.
 * Fields of the server and of newer programs beside them are passed over.
 */
export const ActionDocument = z.object({
  _id: z.string().max(80),
  f: z.literal(1),
  k: KeyId,
  i: InstallationId,
  s: z.int().positive().max(999_999_999_999),
  p: Hash,
  b: z.int().positive(),
  e: z.int().positive(),
  sealed: z.base64().min(1).max(MAX_SEALED),
  signature: z.base64().length(88),
})
export type ActionDocument = z.infer<typeof ActionDocument>

/** A document of a newer form: kept where it is, and told as "needs an update". */
export const NewerDocument = z.looseObject({ _id: z.string().max(80), f: z.int().min(2) })

/** The key of a person as it lies in the keyring's database: sealed under the office key, or gone. */
export const KeyDocument = z.union([
  z.object({ _id: z.string(), erased: z.literal(true) }),
  z.object({ _id: z.string(), k: KeyId, sealed: z.base64().min(1).max(2000) }),
])
export type KeyDocument = z.infer<typeof KeyDocument>

const ACTION_ID = /^([0-9a-z]{16}):(\d{12})(?:~([0-9a-z]{16}))?$/

/** Whose record a document is by its id, and which desk handed it on (null: its own). Null: not of a record. */
export function placeOfId(
  id: string,
): { readonly installation: InstallationId; readonly sequence: number; readonly by: InstallationId | null } | null {
  const match = ACTION_ID.exec(id)
  if (match?.[1] === undefined || match[2] === undefined) return null
  const by = match[3] === undefined ? null : InstallationId.parse(match[3])
  return { installation: InstallationId.parse(match[1]), sequence: Number(match[2]), by }
}

/** Id of a record's document; `by` where another desk hands it on. */
export function documentId(installation: InstallationId, sequence: number, by: InstallationId | null = null): string {
  const id = `${installation}:${String(sequence).padStart(12, '0')}`
  return by === null ? id : `${id}~${by}`
}

/** The last id a record of a chain can have: everything handed on included. */
export function lastId(installation: InstallationId, sequence: number): string {
  return `${documentId(installation, sequence)}~zzzzzzzzzzzzzzzz`
}

/** Id of a person's key. */
export function keyDocumentId(subject: string): string {
  return `subject:${subject}`
}
