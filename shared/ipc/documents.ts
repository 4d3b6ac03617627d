import { z } from 'zod'
import { Language } from '../application/model.ts'
import { TalonShape } from '../application/registration.ts'
import { TalonData } from '../application/talon.ts'
import { ListAbout } from '../audit/model.ts'
import { WorkCalendar } from '../calendar/model.ts'
import { Cursor, SubjectId } from '../change/action.ts'
import { CHECK_STATES } from '../compliance/model.ts'
import { DestructionSheetData } from '../destruction/sheet.ts'
import { SetEntry } from '../directory/model.ts'
import { LetterSheetData } from '../letter/sheet.ts'
import { Office } from '../office/model.ts'
import { Official } from '../official/model.ts'
import { PackSheetData } from '../pack/sheet.ts'
import { BriefingSheetData, CallSheetData, DoorSignData, PersonsSheetData } from '../posting/reception-sheets.ts'
import { ProtocolSheetData, SlipData } from '../protocol/sheet.ts'
import { Counts } from '../report/counts.ts'
import { QuarterlyFigures } from '../report/day-figures.ts'
import { ReportDocument } from '../report/report-paper.ts'
import { QuarterlyTerms } from '../report/terms.ts'
import { MonthSchedule } from '../schedule/model.ts'
import { SubjectSheetData } from '../subject/model.ts'
import { SURVEY_KINDS } from '../survey/model.ts'
import { PlainDate, PlainMonth, Quarter } from '../time/plain-date.ts'

/** A file was written, or the person closed the dialog. `path` is shown to the person, nothing else is done with it. */
export const Saved = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), path: z.string(), bytes: z.int() }),
  z.strictObject({ state: z.literal('canceled') }),
])
export type Saved = z.infer<typeof Saved>

/** Paper sizes the office prints on. */
export const Paper = z.enum(['A4', 'A3'])
export type Paper = z.infer<typeof Paper>

/** Data of a quarterly report; its lines are built of it by pure rules, and its document of them. */
export const QuarterlyData = z.strictObject({
  quarter: Quarter,
  current: Counts,
  previous: Counts.nullable(),
  /** Figures by event; absent in what was made without them. */
  figures: QuarterlyFigures.optional(),
  /** How terms and duties were kept; absent where it was not counted. */
  terms: QuarterlyTerms.optional(),
  officials: z.array(Official),
  /** What the office has set in its directories, ended entries too: the names of codes. */
  entries: z.array(SetEntry).max(10_000).default([]),
  office: Office,
  preparedOn: PlainDate,
})
export type QuarterlyData = z.infer<typeof QuarterlyData>

/** Applications on one printed list at most: some seventy pages; more take longer than a sheet is waited for. */
export const MOST_LISTED = 600

/** How the clauses of an act were kept, in words of one language: an office's own figures, no visitor by name. */
export const ComplianceData = z.strictObject({
  language: Language,
  office: z.string().max(400),
  act: z.string().max(1000),
  status: z.string().max(1000),
  source: z.string().max(1000),
  from: PlainDate,
  to: PlainDate,
  preparedOn: PlainDate,
  preparedBy: z.string().max(120),
  /** Records brought in from Excel that say too little to be judged. */
  notJudged: z.int().nonnegative(),
  clauses: z
    .array(
      z.strictObject({
        clause: z.string().max(10),
        says: z.string().max(1000),
        /** What of it is not executed yet, or empty. */
        rest: z.string().max(1000),
        /** What is said where no record is behind it, or empty. */
        told: z.string().max(300),
        broken: z.int().nonnegative(),
        due: z.int().nonnegative(),
        kept: z.int().nonnegative(),
      }),
    )
    .max(60),
  records: z
    .array(
      z.strictObject({
        clause: z.string().max(10),
        state: z.enum(CHECK_STATES),
        what: z.string().max(400),
        about: z.string().max(1000),
        by: PlainDate.nullable(),
        on: PlainDate.nullable(),
        note: z.string().max(400),
      }),
    )
    .max(100_000),
})
export type ComplianceData = z.infer<typeof ComplianceData>

/** The head of a blank survey sheet and whom it is for. */
export const SurveySheetData = z.strictObject({ office: Office.shape.name, kind: z.enum(SURVEY_KINDS) })
export type SurveySheetData = z.infer<typeof SurveySheetData>

/** A sheet to print: which and with what data. No sheet but a talon names an IIN that is not masked; what is posted names no applicant. */
export const SheetJob = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('schedule'),
    paper: Paper,
    schedule: MonthSchedule,
    officials: z.array(Official),
    office: Office,
    calendar: WorkCalendar,
    /** Null: a draft, and it says so. */
    approved: z.strictObject({ by: z.string(), on: PlainDate }).nullable(),
  }),
  /** The months of a quarter in the form of annex 1 of the rules of 2026; draft while any month is. */
  z.strictObject({
    kind: z.literal('annex'),
    paper: Paper,
    quarter: Quarter,
    months: z
      .array(
        z.strictObject({
          schedule: MonthSchedule,
          approved: z.strictObject({ by: z.string(), on: PlainDate }).nullable(),
        }),
      )
      .min(1)
      .max(3),
    officials: z.array(Official),
    office: Office,
    calendar: WorkCalendar,
  }),
  /** Sheets of a reception: who is received, whom to call, the reference information, the sign on the door. */
  z.strictObject({ kind: z.literal('persons'), paper: z.literal('A4'), language: Language, data: PersonsSheetData }),
  z.strictObject({ kind: z.literal('calls'), paper: z.literal('A4'), language: Language, data: CallSheetData }),
  z.strictObject({ kind: z.literal('briefing'), paper: z.literal('A4'), language: Language, data: BriefingSheetData }),
  z.strictObject({ kind: z.literal('door_sign'), paper: Paper, data: DoorSignData }),
  /** Blank talons to be cut, in both languages, and the register that goes with them, in the clerk's. */
  z.strictObject({ kind: z.literal('pack'), paper: z.literal('A4'), language: Language, data: PackSheetData }),
  z.strictObject({ kind: z.literal('survey'), paper: z.literal('A4'), language: Language, data: SurveySheetData }),
  z.strictObject({ kind: z.literal('report'), paper: z.literal('A4'), language: Language, data: ReportDocument }),
  z.strictObject({ kind: z.literal('letter'), paper: z.literal('A4'), data: LetterSheetData }),
  /** Each from a page of its own and in its own language. */
  z.strictObject({
    kind: z.literal('protocols'),
    paper: z.literal('A4'),
    sheets: z.array(ProtocolSheetData).min(1).max(60),
  }),
  z.strictObject({ kind: z.literal('slips'), paper: z.literal('A4'), slips: z.array(SlipData).min(1).max(600) }),
  /** The data say the shape. */
  z.strictObject({ kind: z.literal('talon'), data: TalonData }),
  /** Talons of many people, a page each; `cut`: four of A6 on a page of A4, to be cut. */
  z.strictObject({
    kind: z.literal('talons'),
    shape: TalonShape.exclude(['58mm', '80mm']),
    cut: z.boolean(),
    talons: z.array(TalonData).min(1).max(MOST_LISTED),
  }),
  /** A list as it is seen. A column that is `under` shares the place of the one before it, in a second line. */
  z.strictObject({
    kind: z.literal('list'),
    paper: z.literal('A4'),
    language: Language,
    title: z.string().max(300),
    columns: z
      .array(z.strictObject({ title: z.string().max(200), under: z.boolean() }))
      .min(1)
      .max(60),
    rows: z.array(z.array(z.string().max(5000)).max(60)).max(MOST_LISTED),
    /** What the list is narrowed by, in words. */
    narrowed: z.array(z.string().max(2000)).max(40),
    /** Columns stand also where they are empty in every row: what a person chose is what is printed. */
    isWhole: z.boolean().optional(),
    /** What is said in the head instead of the number of rows. */
    told: z.string().max(2000).optional(),
    printedOn: PlainDate,
    printedBy: z.string().max(120),
    /** Sentences under the list. */
    foot: z.array(z.string().max(500)).max(5).optional(),
    /** Under them the same for a reader of QR codes. */
    mark: z
      .string()
      .regex(/^[ -~]{1,213}$/)
      .optional(),
    /** What the audit says of it. */
    about: ListAbout.optional(),
  }),
  /** The clauses, and of their records at most `MOST_LISTED`: what is broken or due. */
  z.strictObject({
    kind: z.literal('compliance'),
    paper: z.literal('A4'),
    data: ComplianceData.refine(({ records }) => records.length <= MOST_LISTED, { path: ['records'] }),
  }),
  /** What is kept about one person (Law 94-V, art. 24), for the person alone. */
  z.strictObject({
    kind: z.literal('subject'),
    paper: z.literal('A4'),
    data: SubjectSheetData,
    subject: SubjectId.optional(),
  }),
  /** An act of destruction. */
  z.strictObject({ kind: z.literal('destruction'), paper: z.literal('A4'), data: DestructionSheetData }),
  /** What a printer makes of every letter, of edges and of shades. */
  z.strictObject({ kind: z.literal('test_page'), shape: TalonShape }),
])
export type SheetJob = z.infer<typeof SheetJob>

/** The key on paper, for a printer alone: no page can ask for a file of it. */
export const PaperKeyJob = z.strictObject({
  kind: z.literal('paper_key'),
  paper: z.literal('A4'),
  language: Language,
  office: z.string().max(400),
  /** Nine groups of four. */
  text: z.string().regex(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/),
  /** Which office key it opens: what tells one sheet from another. */
  keyId: z.string().max(8),
  drawnOn: PlainDate,
  drawnBy: z.string().max(120),
})
export type PaperKeyJob = z.infer<typeof PaperKeyJob>

/** Whatever a sheet's window may be given to draw. */
export const DrawnJob = z.discriminatedUnion('kind', [...SheetJob.options, PaperKeyJob])
export type DrawnJob = z.infer<typeof DrawnJob>

/** A workbook to write: the quarterly report, a sheet per language; the clauses of an act and every record behind them. */
export const WorkbookJob = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report'), data: ReportDocument }),
  z.strictObject({ kind: z.literal('compliance'), data: ComplianceData }),
])
export type WorkbookJob = z.infer<typeof WorkbookJob>

/** A list as seen, to be written as XLSX: every visible column, text as text. */
export const TableExport = z.strictObject({
  title: z.string().max(300),
  columns: z.array(z.string().max(200)).min(1).max(60),
  rows: z.array(z.array(z.string().max(5000)).max(60)).max(100_000),
  /** What the audit says of it. */
  about: ListAbout.optional(),
})
export type TableExport = z.infer<typeof TableExport>

/** What the batch asks of the page once the imports are in the journal. */
export const BatchJob = z.strictObject({
  /** What the store must hold before it is asked. */
  head: Cursor,
  report: Quarter.nullable(),
  schedule: PlainMonth.nullable(),
  /** When the schedule was approved and by whom (null: the akim of the list); null: it is printed as a draft. */
  approved: z.strictObject({ by: z.string().max(200).nullable(), on: PlainDate }).nullable(),
})
export type BatchJob = z.infer<typeof BatchJob>

/** What the page gives back to the batch: the same data its screens would send to print and save. */
export const BatchDone = z.strictObject({
  report: QuarterlyData.nullable(),
  schedule: z.array(SheetJob),
  error: z
    .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
})
export type BatchDone = z.infer<typeof BatchDone>
