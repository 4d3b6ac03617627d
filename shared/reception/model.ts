import { z } from 'zod'
import { Code } from '../application/model.ts'
import { RequestId } from '../application/registration.ts'
import { EntityId } from '../change/action.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'

/** What is looked at before a reception; `equipment` is obligatory where the reception is recorded (KZ-2026 rule 21). */
export const PreparationItem = z.enum([
  'room',
  'equipment',
  'video_link',
  'interpreter',
  'secrecy',
  'helpers',
  'sheet_posted',
])
export type PreparationItem = z.infer<typeof PreparationItem>

/** An item was looked at. A fault stays until it is looked at again and found right. */
export const Preparation = z.strictObject({
  item: PreparationItem,
  outcome: z.enum(['ready', 'fault', 'not_needed']),
  note: z.string().trim().max(300),
})
export type Preparation = z.infer<typeof Preparation>

/** The list of persons to be received was handed over (clause 27; two working days before, KZ-2026 rule 32). */
export const HandedList = z.strictObject({
  applications: z.array(EntityId).max(1000),
  on: PlainDate,
  to: z.string().trim().min(1).max(200),
  final: z.boolean(),
})
export type HandedList = z.infer<typeof HandedList>

/** Who is asked to take part: a territorial body of the directory (clause 17), or a central one by video (clause 18). */
export const Invitation = z.strictObject({
  body: Code,
  on: PlainDate,
  video: z.boolean(),
  /** Number of the letter in the journal of outgoing letters, or empty. */
  letter: z.string().trim().max(60),
})
export type Invitation = z.infer<typeof Invitation>

/** What a body answered, or whether it took part. A refusal is reported within two working days (clause 20, rule 31). */
export const InvitationAnswer = z.strictObject({
  body: Code,
  outcome: z.enum(['confirmed', 'substitute', 'refused', 'attended', 'did_not_attend']),
  on: PlainDate,
  note: z.string().trim().max(300),
})
export type InvitationAnswer = z.infer<typeof InvitationAnswer>

/** What of a reception the mass media tell (clause 24): planned or told already, by whom, where it is found. */
export const Coverage = z.strictObject({
  id: RequestId,
  stage: z.enum(['planned', 'held', 'dropped']),
  media: z.string().trim().min(1).max(200),
  on: PlainDate,
  link: z.string().trim().max(500),
})
export type Coverage = z.infer<typeof Coverage>

/** A worker of the apparatus is asked into the room during reception (clause 22). */
export const CalledIn = z.strictObject({
  id: RequestId,
  /** Id of an official of the directory; null: only who it is was said. */
  officialId: z.string().max(80).nullable(),
  who: z.string().trim().max(200),
  at: PlainTime,
  outcome: z.enum(['called', 'came', 'did_not_come']),
})
export type CalledIn = z.infer<typeof CalledIn>

/** A body's refusal was reported (clause 20: Control Department of the President's Administration; rule 31: Government's Office). */
export const RefusalReport = z.strictObject({ body: Code, on: PlainDate, letter: z.string().trim().max(60) })
export type RefusalReport = z.infer<typeof RefusalReport>
