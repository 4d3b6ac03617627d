import { z } from 'zod'
import { RequestId } from '../application/registration.ts'
import { ProfileId } from '../office/model.ts'
import { ReportDocument } from '../report/report-paper.ts'
import { Cursor } from './action.ts'

/** Why a frozen version of a report is withdrawn. */
export const WithdrawGround = z.enum(['mistake', 'figures_moved', 'returned'])
export type WithdrawGround = z.infer<typeof WithdrawGround>

/** The quarterly report as a document (clause 38, KZ-2026 points 40 and 41). Part of `ACTION_TYPES`. */
export const REPORT_TYPES = {
  /** A version stands for ever, word by word and figure by figure. `asOf`: what of the journal its figures were counted from. */
  'report.frozen': {
    noun: 'report',
    version: 1,
    body: z.strictObject({
      request: RequestId,
      version: z.int().min(1).max(999),
      profile: ProfileId,
      asOf: Cursor,
      document: ReportDocument,
    }),
    personal: null,
  },
  'report.withdrawn': {
    noun: 'report',
    version: 1,
    body: z.strictObject({ version: z.int().min(1).max(999), ground: WithdrawGround }),
    personal: null,
  },
} as const
