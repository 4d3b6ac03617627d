import { z } from 'zod'
import { Language } from '../application/model.ts'
import { RequestId } from '../application/registration.ts'
import { ActionId, EntityId, SubjectId } from '../change/action.ts'
import { Commission, DestructionNumber, MOST_DESTROYED, NamedApplication } from '../destruction/model.ts'
import { HoldGround, RetainedKind } from '../retention/model.ts'
import { KEPT_WHYS } from '../retention/rules.ts'
import { PlainDate } from '../time/plain-date.ts'
import { Saved } from './documents.ts'

/** So many people of each reason for keeping are shown. */
export const MOST_KEPT_SHOWN = 50

/** A person as a list of what is due shows them: masked, told by the numbers of their applications. */
export const RetainedPerson = z.strictObject({
  subject: SubjectId,
  /** The newest application, by which the card is opened; null: there is none. */
  entity: EntityId.nullable(),
  /** First letters of the name and the masked IIN. */
  masked: z.string().max(80),
  applications: z.array(NamedApplication),
  /** How many records of each kind. */
  counts: z.partialRecord(RetainedKind, z.int().positive()),
  /** The day of the newest record. */
  last: PlainDate.nullable(),
  /** Rows from Excel of which the office wrote no outcome: a person decides whether they are over. */
  pending: z.int().nonnegative(),
})
export type RetainedPerson = z.infer<typeof RetainedPerson>

/** What is due on the day, what a person keeps though it is past its term, and what is kept by itself and why. */
export const RetentionPreview = z.strictObject({
  /** The terms this was judged by; null: the office has set none, and nothing is due. */
  basedOn: ActionId.nullable(),
  people: z.int().nonnegative(),
  due: z.array(RetainedPerson).max(MOST_DESTROYED),
  dueInAll: z.int().nonnegative(),
  held: z.array(z.strictObject({ ...RetainedPerson.shape, ground: HoldGround, since: PlainDate, isDue: z.boolean() })),
  kept: z.array(
    z.strictObject({
      why: z.enum(KEPT_WHYS),
      count: z.int().positive(),
      some: z.array(z.strictObject({ ...RetainedPerson.shape, until: PlainDate.nullable() })).max(MOST_KEPT_SHOWN),
    }),
  ),
})
export type RetentionPreview = z.infer<typeof RetentionPreview>

/** The calls of the retention job. The terms are an act of a screen (`retention.set`), and so is who is kept (`subject.held`). */
export const RETENTION_CHANNELS = {
  /** Judges everybody as of today; nothing is written. */
  'retention.preview': { args: z.strictObject({}), result: RetentionPreview },
  /**
   * Destroys the data of people who are due, in one act: all of them or nobody. The same request goes on where it was cut
   * short, and is one act. Throws `retention.no_terms`, `retention.moved` (count) where somebody is not due any more, `change.*`.
   */
  'retention.destroy': {
    args: z.strictObject({
      request: RequestId,
      basedOn: ActionId,
      people: z.array(SubjectId).min(1).max(MOST_DESTROYED),
      commission: Commission,
    }),
    result: z.strictObject({ entity: EntityId, number: DestructionNumber }),
  },
  /** Makes the sheet of an act as it stands in the journal and saves it where the person says. Throws `retention.no_act`, `sheet.*`, `save.*`. */
  'retention.print': {
    args: z.strictObject({ act: EntityId, language: Language, form: z.enum(['pdf', 'docx']) }),
    result: z.strictObject({ saved: Saved }),
  },
} as const
