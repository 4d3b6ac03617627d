import { z } from 'zod'
import { Language } from '../application/model.ts'
import { RequestId } from '../application/registration.ts'
import { Action, ActionId, Cursor } from '../change/action.ts'
import { QuarterlyReport } from '../report/quarterly-model.ts'
import { Narrative, ReportDocument } from '../report/report-paper.ts'
import { Quarter } from '../time/plain-date.ts'
import { Saved } from './documents.ts'

/** The calls of the quarterly report as a document: what main puts into words, numbers and appends. */
export const REPORT_CHANNELS = {
  /**
   * Freezes the next version of the report of a quarter that has ended, as the page counted it. `asOf`: what of the journal
   * the page had read. The same request twice is one version. Throws `report.*`, `change.*`.
   */
  'report.freeze': {
    args: z.strictObject({
      quarter: Quarter,
      basedOn: ActionId.nullable(),
      request: RequestId,
      report: QuarterlyReport,
      narrative: Narrative,
      asOf: Cursor,
    }),
    result: z.strictObject({ action: Action, version: z.int() }),
  },
  /** Writes a document of the report as a Word file in one language. */
  'report.docx': {
    args: z.strictObject({ report: ReportDocument, language: Language, fileName: z.string().max(120) }),
    result: Saved,
  },
} as const
