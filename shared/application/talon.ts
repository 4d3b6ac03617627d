import { z } from 'zod'
import { ProfileId } from '../office/model.ts'
import { Bilingual } from '../official/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'
import { Language } from './model.ts'
import { ReprintReason, TalonShape } from './registration.ts'

/** All that a talon says (clause 25). One language: the applicant's. */
export const TalonData = z.strictObject({
  shape: TalonShape,
  language: Language,
  /** The desk's own number; the talon says that it is the desk's own. */
  number: z.string().max(40),
  /** Number in e-Otinish; empty: it follows by the end of the day, and the talon says so. */
  eotinish: z.string().max(60),
  /** Handed in during a reception: the talon bears the mark of clause 25. */
  atReception: z.boolean(),
  on: PlainDate,
  at: PlainTime,
  applicant: z.string().max(310),
  organisation: z.string().max(300),
  acceptedBy: z.strictObject({ name: z.string().max(120), position: Bilingual }),
  /** What happens next: received at a given time, or an answer with date and time, or a reasoned refusal, by a date. */
  next: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answer_by'), by: PlainDate }),
    z.strictObject({
      kind: z.literal('reception'),
      on: PlainDate,
      at: PlainTime.nullable(),
      official: z.string().max(310),
      room: z.string().max(40),
    }),
    /** Received without a booking, in the order of the line of that day. Empty `ticket`: none was given yet. */
    z.strictObject({ kind: z.literal('today'), on: PlainDate, ticket: z.string().max(20), room: z.string().max(40) }),
  ]),
  /** The rules the term rests on, for the clause that is named. */
  profile: ProfileId,
  office: z.strictObject({ name: Bilingual, address: Bilingual, room: z.string().max(40), phone: z.string().max(40) }),
  /** Printed once more: why, and that it is a copy. Null where no talon was given out before. */
  reprint: ReprintReason.nullable(),
})
export type TalonData = z.infer<typeof TalonData>
