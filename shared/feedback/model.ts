import { z } from 'zod'
import { RequestId } from '../application/registration.ts'
import { EntityId } from '../change/action.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'

/** By what an exchange was. */
export const FeedbackChannel = z.enum(['phone', 'in_person', 'email', 'sms', 'messenger', 'eotinish', 'post'])
export type FeedbackChannel = z.infer<typeof FeedbackChannel>

/** What an exchange was about. */
export const FeedbackKind = z.enum([
  'information',
  'question',
  'date_agreed',
  'thanks',
  'complaint',
  'addition',
  'other',
])
export type FeedbackKind = z.infer<typeof FeedbackKind>

/** One exchange with an applicant, by them or by us (clause 37(3)). What was said is personal. */
export const Feedback = z
  .strictObject({
    application: EntityId,
    direction: z.enum(['from_applicant', 'to_applicant']),
    channel: FeedbackChannel,
    kind: FeedbackKind,
    on: PlainDate,
    at: PlainTime,
    /** Whether the applicant was reached; of what they told us it goes without saying. */
    reached: z.boolean(),
    /** The day it is gone on with, or null. */
    followUp: PlainDate.nullable(),
    /** The sheet of calls it comes from: id of its reception, or null. */
    reception: z.string().min(1).max(80).nullable(),
  })
  .refine(({ direction, reached }) => direction === 'to_applicant' || reached, { path: ['reached'] })
  .refine(({ on, followUp }) => followUp === null || followUp >= on, { path: ['followUp'] })
export type Feedback = z.infer<typeof Feedback>

/** What was said; may be empty where nobody was reached. */
export const FeedbackPersonal = z.strictObject({ text: z.string().trim().max(4000) })
export type FeedbackPersonal = z.infer<typeof FeedbackPersonal>

/** Why an exchange is taken back. */
export const FeedbackSlip = z.enum(['mistake', 'other_person', 'doubled'])
export type FeedbackSlip = z.infer<typeof FeedbackSlip>

/** An exchange of a press: the press is the key of the entity. */
export const FeedbackNoted = z.strictObject({ request: RequestId, feedback: Feedback })
