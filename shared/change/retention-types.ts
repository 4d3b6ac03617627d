import { z } from 'zod'
import { Confirmed } from '../destruction/model.ts'
import { RetentionTerms } from '../retention/model.ts'

/** The office's terms, and the destruction of what is past them (ADR 30). Part of `ACTION_TYPES`; nothing personal stands in it. */
export const RETENTION_TYPES = {
  /** Null: the office has none any more. */
  'retention.set': {
    noun: 'retention',
    version: 1,
    body: z.strictObject({ terms: RetentionTerms.nullable() }),
    personal: null,
  },
  /** Appended together with `subject.erased` of each of its people: all of them or nobody. */
  'destruction.confirmed': { noun: 'destruction', version: 1, body: Confirmed, personal: null },
  /** No key and no file of its people is left at this desk. */
  'destruction.completed': { noun: 'destruction', version: 1, body: z.strictObject({}), personal: null },
} as const
