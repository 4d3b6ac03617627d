import { z } from 'zod'
import { PlainDate } from '../time/plain-date.ts'

/** A code of a directory entry (channel, topic, district ...): lower-case Latin, stable for ever, never shown. */
export const Code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
export type Code = z.infer<typeof Code>

/** Decisions an imported record can carry. `pending` where the office wrote none. */
export const Outcome = z.enum([
  'received',
  'pending',
  'no_show',
  'withdrawn',
  'extended',
  'left_without_consideration',
  'refused_competence',
  'refused_repeat',
  'terminated',
  'returned',
  'forwarded',
])
export type Outcome = z.infer<typeof Outcome>

/** What a reception ended with. */
export const ReceptionResult = z.enum(['satisfied', 'explained', 'instruction', 'declined'])
export type ReceptionResult = z.infer<typeof ReceptionResult>

/** Language the applicant wishes (clause 21). */
export const Language = z.enum(['kk', 'ru'])
export type Language = z.infer<typeof Language>

/**
 * One finding about an imported row: the field it concerns, what is wrong (`import.problem.<code>` in locales/) and
 * parameters without personal data. A row with problems is kept and marked, never dropped.
 */
export const RowProblem = z.strictObject({
  field: z.string().max(40),
  code: z.string().max(60),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type RowProblem = z.infer<typeof RowProblem>

/** What of an imported row is not personal: codes, dates, marks. `null` where the cell was empty or not understood. */
export const ImportedFacts = z.strictObject({
  rowNumber: z.int().nullable(),
  sheetRow: z.int(),
  registered: PlainDate.nullable(),
  received: PlainDate.nullable(),
  channel: Code.nullable(),
  district: Code.nullable(),
  language: Language.nullable(),
  topic: Code.nullable(),
  officialId: z.string().nullable(),
  outcome: Outcome,
  result: ReceptionResult.nullable(),
  legalEntity: z.boolean(),
  badIin: z.boolean(),
  badBin: z.boolean(),
  problems: z.array(RowProblem),
})
export type ImportedFacts = z.infer<typeof ImportedFacts>

/** What of an imported row is personal: sealed under the subject's own key. Category is health data and stands here. */
export const ImportedPersonal = z.strictObject({
  surname: z.string(),
  given: z.string(),
  patronymic: z.string(),
  /** 12 digits as they stand in the file, leading zeros restored, also when they do not check; or what was typed. */
  iin: z.string(),
  bin: z.string(),
  organisation: z.string(),
  /** `+7` and ten digits, or what was typed where it could not be read, or empty. */
  phone: z.string(),
  category: Code.nullable(),
  essence: z.string(),
  eotinish: z.string(),
  officialText: z.string(),
  /** The row as it stood: header -> text of the cell, so that nothing of the file is lost. */
  cells: z.record(z.string(), z.string()),
})
export type ImportedPersonal = z.infer<typeof ImportedPersonal>

/** A row of a reception journal after normalisation. */
export const ImportedRecord = z.strictObject({ facts: ImportedFacts, personal: ImportedPersonal })
export type ImportedRecord = z.infer<typeof ImportedRecord>
