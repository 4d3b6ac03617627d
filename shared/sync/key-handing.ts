import { z } from 'zod'
import { InstallationId } from '../change/action.ts'
import { DeskLetter, KeyId } from '../office/model.ts'

/** What the names of a request for the office key and of its answer end with. */
export const KEY_ASK_EXTENSION = 'qkeyask'
export const KEY_ANSWER_EXTENSION = 'qkey'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const LAST = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 that is written in one way only: bits that say nothing are zero, so that no character can be changed unseen. */
const Base64 = z.base64().refine(text => {
  const filling = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const last = LAST.indexOf(text.at(-1 - filling) ?? '')
  return filling === 0 || last % (filling === 2 ? 16 : 4) === 0
})
const PublicKey = Base64.refine(text => text.length <= 100)
const Signature = Base64.refine(text => text.length === 88)

/** A desk asks for the office key that came after its own; nothing of a person and no key stands in it. */
export const KeyAsk = z.strictObject({
  qkeyask: z.literal(1),
  installation: InstallationId,
  /** The letter it prints, as it says itself. */
  letter: DeskLetter.nullable(),
  /** Who asked: a person of the office by id. */
  user: z.string().min(1).max(80),
  askedAt: z.iso.datetime(),
  /** The newest office key it has. */
  keyId: KeyId,
  /** X25519 (SPKI): what the answer is sealed for. */
  publicKey: PublicKey,
  /** Ed25519 of the desk over everything above. */
  signature: Signature,
})
export type KeyAsk = z.infer<typeof KeyAsk>

/** The answer to one request: which office key comes, from whom, and what only the asking desk opens. */
export const KeyAnswer = z.strictObject({
  qkey: z.literal(1),
  /** SHA-256 of the request. */
  to: Hash,
  by: InstallationId,
  keyId: KeyId,
  sealed: Base64.refine(text => text.length <= 4_000_000),
  /** Ed25519 of the giving desk over everything above. */
  signature: Signature,
})
export type KeyAnswer = z.infer<typeof KeyAnswer>

/**
 * What lies inside: the office key, what opens the earlier ones by it, and the public half of the office's key on paper, for
 * which the asking desk seals the office key itself. What is on the paper is nowhere in it.
 */
export const HandedKey = z.strictObject({
  office: z.base64().length(44),
  links: z.array(z.strictObject({ keyId: KeyId, under: KeyId, sealed: z.base64().max(2000) })).max(1000),
  paper: z.base64().max(100),
})
export type HandedKey = z.infer<typeof HandedKey>

/** The digits of a text as typed: spaces and hyphens between them say nothing. */
export function typedDigits(text: string): string {
  return text.replace(/[\s-]/g, '')
}
