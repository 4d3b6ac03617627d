import { SubjectAnswered, SubjectAsked } from '../subject/model.ts'

/** What a person asks of their own data (Law 94-V, art. 24). Part of `ACTION_TYPES`; nothing personal stands in it. */
export const SUBJECT_TYPES = {
  'subject.asked': { noun: 'subject', version: 1, body: SubjectAsked, personal: null },
  'subject.answered': { noun: 'subject', version: 1, body: SubjectAnswered, personal: null },
} as const
