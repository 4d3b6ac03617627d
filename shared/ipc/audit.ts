import { z } from 'zod'
import { AuditFilter, AuditHead, AuditRecord, AuditVerified } from '../audit/model.ts'
import { EntityId } from '../change/action.ts'

const Nothing = z.strictObject({})

/** Lines of the audit that go over at once. */
export const MOST_AUDIT_LINES = 1_000

/** The calls of the audit: what a page shows of a person is said by the page, all else is seen by main itself. */
export const AUDIT_CHANNELS = {
  /** A card was opened, or a full number was looked for: main makes the tag of the IIN, and keeps the IIN nowhere. */
  'audit.note': {
    args: z.union([
      z.strictObject({ kind: z.literal('viewed'), entity: EntityId }),
      z.strictObject({ kind: z.literal('searched'), what: z.enum(['phone', 'number']) }),
      z.strictObject({ kind: z.literal('searched'), what: z.literal('iin'), iin: z.string().regex(/^\d{12}$/) }),
    ]),
    result: Nothing,
  },
  /** Newest first, from before a line (null: from the end). `next` null: there are no more. Nothing is left out in silence: `unread`. */
  'audit.read': {
    args: z.strictObject({
      filter: AuditFilter,
      before: z.int().positive().nullable(),
      limit: z.int().min(1).max(MOST_AUDIT_LINES),
    }),
    result: z.strictObject({
      records: z.array(AuditRecord),
      next: z.int().positive().nullable(),
      unread: z.int().nonnegative(),
    }),
  },
  'audit.verify': { args: Nothing, result: AuditVerified },
  /** The end of the log as it is on the disk: what is printed. */
  'audit.head': { args: Nothing, result: AuditHead },
} as const
