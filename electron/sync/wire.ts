import type { InstallationId } from '#shared/change/action.ts'
import { SubjectId } from '#shared/change/action.ts'
import {
  ActionDocument,
  documentId,
  KeyDocument,
  keyDocumentId,
  NewerDocument,
  placeOfId,
} from '#shared/sync/document.ts'
import { decodeRecord, type JournalKeys, type SealedRecord } from '../journal/record.ts'
import { openStored, type StoredAction } from '../journal/stored-action.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { decodeEntry, encodeEntry, type RingEntry } from '../security/ring-file.ts'
import type { WireDocument } from './database.ts'

/** A record of a chain that came from outside; nothing of it is believed but its form. */
export interface Arrived {
  readonly id: string
  readonly installation: InstallationId
  readonly sequence: number
  readonly payload: Buffer
}

/** What a document of the feed is: a record, one of a newer form, one that is no record of ours, or none of our concern. */
export type Read =
  | { readonly kind: 'record'; readonly record: Arrived }
  | { readonly kind: 'newer' | 'damaged'; readonly id: string }
  | { readonly kind: 'other' }

/** The document of a record as it lies. `by`: this desk hands on another's. */
export function toDocument(payload: Buffer, by: InstallationId | null): WireDocument {
  const record = decodeRecord(payload)
  if (record === null) throw new Error('no record')
  const { header, sealed, signature } = record
  return {
    _id: documentId(header.i, header.s, by),
    ...header,
    sealed: sealed.toString('base64'),
    signature: signature.toString('base64'),
  }
}

/** A record as a journal gave it, to be held to everything that one of a feed is; null where it is no record. */
export function arrivedOf(payload: Buffer): Arrived | null {
  try {
    const header = decodeRecord(payload)?.header
    return header ? { id: documentId(header.i, header.s), installation: header.i, sequence: header.s, payload } : null
  } catch {
    return null
  }
}

/** Reads a document of the feed. Never throws. */
export function fromDocument(document: unknown): Read {
  const parsed = ActionDocument.safeParse(document)
  if (!parsed.success) return notRead(document)
  const { _id, f, k, i, s, p, b, e, sealed, signature } = parsed.data
  const place = placeOfId(_id)
  if (place === null || place.installation !== i || place.sequence !== s) return { kind: 'damaged', id: _id }
  const header = Buffer.from(JSON.stringify({ f, k, i, s, p, b, e }))
  const length = Buffer.alloc(2)
  length.writeUInt16LE(header.length)
  const parts = [length, header, Buffer.from(sealed, 'base64'), Buffer.from(signature, 'base64')]
  return { kind: 'record', record: { id: _id, installation: i, sequence: s, payload: Buffer.concat(parts) } }
}

function notRead(document: unknown): Read {
  const id = idOf(document)
  if (id === null || placeOfId(id) === null) return { kind: 'other' }
  return { kind: NewerDocument.safeParse(document).success ? 'newer' : 'damaged', id }
}

/** The id of whatever came, cut to a length that can be shown; null: it has none. */
export function idOf(document: unknown): string | null {
  const id = document !== null && typeof document === 'object' && '_id' in document ? document._id : null
  return typeof id === 'string' ? id.slice(0, 80) : null
}

/** A payload taken apart, null where it is no record of this program. Never throws. */
export function recordIn(payload: Buffer): SealedRecord | null {
  try {
    return decodeRecord(payload)
  } catch {
    return null
  }
}

/** What the records of a payload say, opened under the office key; null of one that does not open. */
export function storedIn(payload: Buffer, keys: JournalKeys): StoredAction | null {
  try {
    const record = decodeRecord(payload)
    return record && openStored(record, keys)
  } catch {
    return null
  }
}

const contextOf = (subject: string) => `sync/subject|1|${subject}`

type SealingKeys = Pick<DeskKeys, 'keyId' | 'seal'>
type OpeningKeys = Pick<DeskKeys, 'under'>

/** A person's key sealed under the office key, for the keyring's database. */
export function toKeyDocument(entry: RingEntry, keys: SealingKeys): WireDocument {
  const plain = encodeEntry(entry)
  const sealed = keys.seal(plain, contextOf(entry.subject)).toString('base64')
  plain.fill(0)
  return { _id: keyDocumentId(entry.subject), k: keys.keyId, sealed }
}

/** The document of a person who was erased. */
export function toErasedDocument(subject: SubjectId): WireDocument {
  return { _id: keyDocumentId(subject), erased: true }
}

/** What a document of the keyring says of a person. */
export interface FoundKey {
  readonly subject: SubjectId
  readonly entry: RingEntry | 'erased'
}

/** Reads a document of the keyring: the key, that the person was erased, or null where it is neither. Never throws. */
export function fromKeyDocument(document: unknown, keys: OpeningKeys): FoundKey | null {
  const parsed = KeyDocument.safeParse(document)
  const subject = SubjectId.safeParse(parsed.success ? parsed.data._id.replace(/^subject:/, '') : null)
  if (!parsed.success || !subject.success || parsed.data._id !== keyDocumentId(subject.data)) return null
  if ('erased' in parsed.data) return { subject: subject.data, entry: 'erased' }
  const plain = keys.under(parsed.data.k)?.open(Buffer.from(parsed.data.sealed, 'base64'), contextOf(subject.data))
  const entry = plain ? decodeEntry(plain) : null
  plain?.fill(0)
  return entry?.subject === subject.data ? { subject: subject.data, entry } : null
}
