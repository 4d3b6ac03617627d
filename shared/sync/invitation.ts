import { z } from 'zod'
import { InstallationId } from '../change/action.ts'
import { DeskName } from '../ipc/desks.ts'

/** What the names of a request, of an invitation to an office and of an answer of its server's administrator end with. */
export const REQUEST_EXTENSION = 'qjoin'
export const INVITATION_EXTENSION = 'qinvite'
export const ANSWER_EXTENSION = 'qserver'

/** A computer asks to become a desk of an office, or a desk asks for an account on its server: what it calls itself, and the key an answer is to be sealed for. */
export const JoinRequest = z.strictObject({
  qjoin: z.literal(1),
  name: DeskName,
  /** The desk it is, or will be: its account on the server bears it. */
  installation: InstallationId,
  /** X25519: SPKI, base64. */
  publicKey: z.base64().max(100),
})
export type JoinRequest = z.infer<typeof JoinRequest>

/** An invitation: whom it is for, and what only they open. */
export const Invitation = z.strictObject({
  qinvite: z.literal(1),
  /** SHA-256 of the public key it is sealed for, hex. */
  to: z.string().regex(/^[0-9a-f]{64}$/),
  sealed: z.base64().max(1_000_000),
})
export type Invitation = z.infer<typeof Invitation>

/** What the administrator of the server gives to one computer: whom it is for, and what only they open. */
export const ServerAnswer = z.strictObject({
  qserver: z.literal(1),
  /** SHA-256 of the public key it is sealed for, hex. */
  to: z.string().regex(/^[0-9a-f]{64}$/),
  sealed: z.base64().max(1_000_000),
})
export type ServerAnswer = z.infer<typeof ServerAnswer>

/** First 8 hex digits of the hash of an office key. */
const KeyId = z.string().regex(/^[0-9a-f]{8}$/)

/** What lies inside: the office key, and the file with the office's records beside the invitation (null: its server has them). */
export const Invited = z.strictObject({
  office: z.base64().length(44),
  keyId: KeyId,
  /** What opens the office's keys of before by this one. */
  older: z.array(z.strictObject({ keyId: KeyId, under: KeyId, sealed: z.base64().max(2000) })).max(1000),
  /** The office enters by passwords. */
  guarded: z.boolean(),
  parcel: z
    .string()
    .regex(/^[^/\\]{1,200}$/)
    .nullable(),
  /** `keys/recovery.key` of the office, which its key on paper opens; null: there is none. */
  recovery: z.base64().nullable(),
})
export type Invited = z.infer<typeof Invited>

/** Digits of a fingerprint in groups of four, as a person compares them. */
export function fingerprintText(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ')
}
