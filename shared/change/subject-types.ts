import { z } from 'zod'
import { HoldGround } from '../retention/model.ts'
import { SubjectAnswered, SubjectAsked } from '../subject/model.ts'

/** What a person asks of their own data (Law 94-V, art. 24). Part of `ACTION_TYPES`; nothing personal stands in it. */
export const SUBJECT_TYPES = {
  'subject.asked': { noun: 'subject', version: 1, body: SubjectAsked, personal: null },
  'subject.answered': { noun: 'subject', version: 1, body: SubjectAnswered, personal: null },
  /** A person of the office keeps the data past their term, until it is said otherwise. */
  'subject.held': { noun: 'subject', version: 1, body: z.strictObject({ ground: HoldGround }), personal: null },
  'subject.released': { noun: 'subject', version: 1, body: z.strictObject({}), personal: null },
} as const
