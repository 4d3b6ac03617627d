import { z } from 'zod'
import { Code } from '../application/model.ts'
import { RequestId } from '../application/registration.ts'
import { EntityId } from '../change/action.ts'
import { LetterChannel } from '../letter/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'

/** Cases of the person on the same matter that were looked at before it was said who executes (clause 35, KZ-2026 rule 12). */
export const Looked = z.array(EntityId).max(50)

/** Who executes: a person, of the apparatus, of a unit or of a body (code of the directory `body`); `who` is the name as on paper. */
export const Executor = z
  .strictObject({
    officialId: z.string().max(80).nullable(),
    unit: z.string().trim().max(200),
    body: Code.nullable(),
    who: z.string().trim().max(200),
  })
  .refine(({ officialId, unit, body, who }) => officialId !== null || body !== null || unit !== '' || who !== '', {
    path: ['who'],
  })
export type Executor = z.infer<typeof Executor>

/** An instruction as a protocol names it: its key becomes that of the entity. Never without a date (clause 23). */
export const InstructionAsked = z.strictObject({
  key: RequestId,
  executor: Executor,
  /** Code of what kind of act it is, where the office keeps such; null: said in words alone. */
  action: Code.nullable(),
  dueOn: PlainDate,
  earlier: Looked,
})
export type InstructionAsked = z.infer<typeof InstructionAsked>

/** An instruction that stands: of a protocol that was signed, attached to its application (clause 23, KZ-2026 rule 37). */
export const Instruction = z.strictObject({
  ...InstructionAsked.shape,
  protocol: EntityId,
  application: EntityId,
})
export type Instruction = z.infer<typeof Instruction>

/** What an extension rests on: the decision, its day and number, and who took it. */
export const Basis = z.strictObject({
  on: PlainDate,
  number: z.string().trim().min(1).max(60),
  by: z.string().trim().min(1).max(200),
})
export type Basis = z.infer<typeof Basis>

/** Why another executes now. */
export const ReassignGround = z.enum(['absent', 'competence', 'barred', 'other'])
export type ReassignGround = z.infer<typeof ReassignGround>

/** Why what was reported does not do: the instruction is on control again. */
export const InstructionReturnGround = z.enum(['not_done', 'not_reasoned', 'new_facts', 'mistake'])
export type InstructionReturnGround = z.infer<typeof InstructionReturnGround>

/** A reminder by telephone: when it was called, and who of the executor's side answered; an unanswered call names nobody. */
export const TelephoneReminder = z
  .strictObject({
    on: PlainDate,
    at: PlainTime,
    outcome: z.enum(['reached', 'no_answer']),
    who: z.string().trim().max(200),
  })
  .refine(({ outcome, who }) => (outcome === 'reached') === (who !== ''), { path: ['who'] })
export type TelephoneReminder = z.infer<typeof TelephoneReminder>

/** The final reasoned answer to the applicant (clause 33). One that is not reasoned is none. */
export const FinalAnswer = z.strictObject({
  number: z.string().trim().min(1).max(60),
  on: PlainDate,
  channel: LetterChannel,
  /** The letter, where it was written here. */
  letter: EntityId.nullable(),
  reasoned: z.literal(true),
})
export type FinalAnswer = z.infer<typeof FinalAnswer>

/** What is to be done, what was told meanwhile, what was done: texts about a person. */
export const InstructionWords = z.strictObject({ action: z.string().trim().min(1).max(4000) })
export const InstructionReport = z.strictObject({ text: z.string().trim().min(1).max(8000) })
