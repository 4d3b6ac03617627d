import { z } from 'zod'
import { InstallationId } from '../change/action.ts'

const KeyId = z.string().regex(/^[0-9a-f]{8}$/)

/** A new office key for one desk: only that desk opens it, and the desk that changed the key signed it (ADR 37). */
export const KeyLetter = z.strictObject({
  qkey: z.literal(1),
  to: InstallationId,
  by: InstallationId,
  /** Ids of the key that comes and of the one in force before it. */
  keyId: KeyId,
  from: KeyId,
  sealed: z.base64().max(10_000),
  /** Ed25519 of `by` over everything above. */
  signature: z.base64().length(88),
})
export type KeyLetter = z.infer<typeof KeyLetter>

/** So many are kept and handed on: of a few changes to every desk. */
export const MOST_LETTERS = 200

/** Id of a letter's document on the server. */
export function letterDocumentId({ to, keyId }: Pick<KeyLetter, 'to' | 'keyId'>): string {
  return `key:${to}:${keyId}`
}

/** Ids between which the letters for a desk lie. */
export function letterIdsOf(to: InstallationId): readonly [from: string, to: string] {
  return [`key:${to}:`, `key:${to}:~`]
}

/** A letter as a document has it: fields of the server beside it are passed over. */
export function letterIn(document: unknown): KeyLetter | null {
  const { success, data } = KeyLetter.strip().safeParse(document)
  return success ? data : null
}
