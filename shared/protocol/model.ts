import { z } from 'zod'
import { Code, Language } from '../application/model.ts'
import { RegistrationNumber, RequestId } from '../application/registration.ts'
import { EntityId } from '../change/action.ts'
import { InstructionAsked } from '../instruction/model.ts'
import { ProfileId } from '../office/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'

/** Who took part for the office or a body (code of the directory `body`). Those who came with the applicant stand in `others`. */
export const Participant = z.strictObject({
  officialId: z.string().max(80).nullable(),
  body: Code.nullable(),
  who: z.string().trim().min(1).max(200),
})
export type Participant = z.infer<typeof Participant>

/** The recording of the reception and where it lies (KZ-2026 rule 21): the file itself is not kept here. */
export const Recording = z.strictObject({
  kind: z.enum(['audio', 'video']),
  reference: z.string().trim().min(1).max(200),
})
export type Recording = z.infer<typeof Recording>

/**
 * What of a protocol is not personal (clause 23; KZ-2026 rule 35 and annex 2). It is of one applicant: a joint protocol of a
 * mass day is one for each, with the same `batch`, so that erasing one person leaves the others as they were.
 */
export const Protocol = z.strictObject({
  application: EntityId,
  /** The visit it was held at; null: held without one. */
  visit: EntityId.nullable(),
  batch: RequestId.nullable(),
  /** The protocol that was annulled and is written anew by this one. */
  instead: EntityId.nullable(),
  /** Id of the reception in the schedule. */
  reception: z.string().max(80).nullable(),
  officialId: z.string().max(80).nullable(),
  /** Name and post of the official as the paper has them, whatever the directory says later. */
  official: z.string().trim().max(400).default(''),
  place: z.string().trim().max(200),
  on: PlainDate,
  from: PlainTime.nullable(),
  to: PlainTime.nullable(),
  language: Language,
  secretary: z.string().trim().max(200),
  participants: z.array(Participant).max(60),
  media: Recording.nullable(),
  profile: ProfileId,
  instructions: z
    .array(InstructionAsked)
    .max(30)
    .refine(all => new Set(all.map(({ key }) => key)).size === all.length),
})
export type Protocol = z.infer<typeof Protocol>

const words = z.string().trim().max(8000)

/** The words of a protocol, and of each of its instructions by its key. */
export const ProtocolPersonal = z.strictObject({
  /** The applicant as the paper names them, whatever is corrected later. */
  applicant: z.string().trim().max(400).default(''),
  essence: words,
  said: words,
  decision: words,
  note: words,
  /** Those who came with the applicant or for them. */
  others: z.string().trim().max(2000),
  actions: z.array(z.strictObject({ key: RequestId, text: z.string().trim().max(4000) })).max(30),
})
export type ProtocolPersonal = z.infer<typeof ProtocolPersonal>

/** The number of a protocol: of its desk and year, never used again. Its own series beside applications and letters. */
export const ProtocolNumber = RegistrationNumber
export type ProtocolNumber = z.infer<typeof ProtocolNumber>

/** Why a protocol that stands is annulled: it is never edited. */
export const ProtocolAnnulGround = z.enum(['mistake', 'decision_changed', 'written_anew'])
export type ProtocolAnnulGround = z.infer<typeof ProtocolAnnulGround>
