import { z } from 'zod'
import { FileReading, FileYear } from '../calendar/file.ts'
import { LetterSheetData } from '../letter/sheet.ts'
import { PlainMonth, Quarter } from '../time/plain-date.ts'
import { DrawnJob, Saved, SheetJob, TableExport, WorkbookJob } from './documents.ts'
import { TABLE_CHANNELS } from './tables.ts'

const Nothing = z.strictObject({})

/** Sheets and files that leave the desk, and calendar years that come in. Part of `CHANNELS`. */
export const FILE_CHANNELS = {
  /** Renders a sheet in a hidden window, prints it to PDF, checks it, asks where, writes atomically. */
  'sheet.save': { args: z.strictObject({ job: SheetJob, fileName: z.string().max(120) }), result: Saved },
  /** For the sheet window only: what to render, and that it is rendered. */
  'sheet.job': { args: Nothing, result: z.strictObject({ job: DrawnJob }) },
  'sheet.ready': { args: Nothing, result: Nothing },
  /** Writes a sheet of a letter as a Word file. */
  'letter.docx': { args: z.strictObject({ sheet: LetterSheetData, fileName: z.string().max(120) }), result: Saved },
  /**
   * Writes the files for the akim's site as one archive, or loose into a folder that is chosen: the page, the data, the
   * calendar and the sheets of what stands approved in the journal. `quarter` where the months are its own. Throws
   * `site.not_approved` (month), `sheet.*`, `file.*`.
   */
  'site.save': {
    args: z.strictObject({
      months: z.array(PlainMonth).min(1).max(3),
      quarter: Quarter.nullable(),
      as: z.enum(['archive', 'folder']),
      fileName: z.string().max(120),
    }),
    result: Saved,
  },
  'workbook.save': { args: z.strictObject({ job: WorkbookJob, fileName: z.string().max(120) }), result: Saved },
  ...TABLE_CHANNELS,
  'table.save': { args: z.strictObject({ table: TableExport, fileName: z.string().max(120) }), result: Saved },
  /** Writes years of the working calendar as a file this program reads again. */
  'calendar.save': {
    args: z.strictObject({ years: z.array(FileYear).min(1).max(211), fileName: z.string().max(120) }),
    result: Saved,
  },
  /** Opens the dialog and reads a file of calendar years, ours or a table; nothing is written. Null: closed. Throws `calendar.*`, `table.*`. */
  'calendar.choose': {
    args: Nothing,
    result: z.strictObject({ file: z.strictObject({ name: z.string(), reading: FileReading }).nullable() }),
  },
} as const
