import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Cursor } from '#shared/change/action.ts'
import type { ImportKind } from '#shared/change/action-types.ts'
import { officeDirectories } from '#shared/directory/seed.ts'
import type { FirstRun } from '#shared/ipc/contract.ts'
import type { BatchDone, BatchJob, QuarterlyData } from '#shared/ipc/documents.ts'
import type { ImportPreview } from '#shared/ipc/imports.ts'
import { draftDocument } from '#shared/report/draft.ts'
import { exportReport } from '#shared/report/export.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import type { ReportDocument } from '#shared/report/report-paper.ts'
import { type AppError, ExpectedError } from '#shared/result/result.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import type { DeskSide } from '../desk/services.ts'
import { describeException } from '../diagnostics/exception.ts'
import { writeQuarterlyWorkbook } from '../files/workbook/quarterly-workbook.ts'
import { translator } from '../i18n.ts'
import type { RunBatch, ServiceContext } from '../ipc/services.ts'
import { writeFileAtomic } from '../journal/atomic-file.ts'
import { type BatchArguments, parseBatchArguments } from './arguments.ts'

/** Exit codes: everything was written; the program failed; an argument or a file was wrong; the desk has passwords (3: it stands open elsewhere). */
const DONE = 0
const FAILED = 1
const WRONG = 2
const GUARDED = 4

/** How long the page may take to fold the imports and answer, in milliseconds. */
const PAGE_PATIENCE = 300_000

/**
 * Does unseen what a person does on the screens: first run, officials, journals, schedule, report. The same services,
 * the same store, the same sheets. Everything is written to `--out`; the data folder is the caller's.
 */
export const runBatch: RunBatch = async ({ context, services, argv, openDesk }) => {
  try {
    const parsed = parseBatchArguments(argv)
    if (!parsed.ok) throw new ExpectedError(parsed.error.code, parsed.error.params)
    const asked = parsed.value
    const desk = services as DeskSide
    // Nobody stands at an unseen desk who could give a password, and none is ever taken from a command line.
    if (desk.state.access.door !== null) throw new ExpectedError('batch.guarded')
    await mkdir(asked.out, { recursive: true })
    await desk['app.firstRun'](defaultOffice(), NOBODY)
    const imported = await importAll(desk, asked)
    const done = await askPage(context, desk, jobOf(asked, desk.state.desk().journal.head().cursor), openDesk)
    await writeAll(context, asked.out, imported, done)
    return DONE
  } catch (error) {
    return tellFailure(context, error)
  }
}

/** No window asks for what the batch does itself. */
const NOBODY = { window: 0, page: 'desk', load: 0 } as const

function jobOf(asked: BatchArguments, head: Cursor): BatchJob {
  const approved = asked.approvedOn ? { by: asked.approvedBy, on: asked.approvedOn } : null
  return { head, report: asked.report, schedule: asked.schedule, approved }
}

/** The office of the first-run form as it stands before anyone types. */
function defaultOffice(): FirstRun {
  const [kk, ru] = [translator('kk'), translator('ru')]
  const both = (key: string) => ({ kk: kk(key), ru: ru(key) })
  return {
    language: 'kk',
    office: {
      name: both('office.default.name'),
      region: both('office.default.region'),
      room: '110',
      address: { kk: '', ru: '' },
      phone: '',
      email: '',
      hours: { from: '09:00', to: '18:30', lunchFrom: '13:00', lunchTo: '14:30' } as FirstRun['office']['hours'],
      profiles: [{ profile: 'WKO-2020/2023', from: plainDate(2020, 12, 9) }],
      secondPerson: false,
      timesOutOfTurn: false,
      letterIndex: '1',
      promise: 90,
      recallAfter: 60,
      recallTimes: 3,
    },
    user: { name: 'Batch', position: { kk: '', ru: '' } },
    letter: '\u0410' as FirstRun['letter'],
  }
}

interface ImportedFile {
  readonly name: string
  readonly rows: number
  readonly kept: number
  /** Numbers the office gave the rows whose IIN does not check (the sheet's row where it gave none). */
  readonly badIin: readonly number[]
}

/** Officials first, so that the journals find them. Answers with the journals: what `import.json` tells. */
async function importAll(desk: DeskSide, asked: BatchArguments): Promise<ImportedFile[]> {
  await importFile(desk, 'officials', asked.officials)
  const files: ImportedFile[] = []
  for (const journal of asked.journals) files.push(await importFile(desk, 'journal', journal))
  return files
}

async function importFile(desk: DeskSide, kind: ImportKind, file: string): Promise<ImportedFile> {
  const preview: ImportPreview = await desk.imports.open(kind, path.resolve(file))
  const badIin = badIinRows(desk, preview.importId)
  const ended = await desk.imports.run(preview.importId).ended
  if (ended.error) throw new ExpectedError(ended.error.code, ended.error.params)
  return {
    name: preview.fileName,
    rows: preview.counts.records,
    kept: ended.kept + ended.already,
    badIin,
  }
}

function badIinRows(desk: DeskSide, importId: string): number[] {
  const { rows } = desk.imports.rows(importId, 'marked', 0, Number.POSITIVE_INFINITY)
  const bad = rows.flatMap(({ record, sheetRow }) => (record?.facts.badIin ? [record.facts.rowNumber ?? sheetRow] : []))
  return bad.sort((a, b) => a - b)
}

/** Loads the desk's page unseen, gives it the job and waits for what its screens would print and save. */
async function askPage(
  context: ServiceContext,
  desk: DeskSide,
  job: BatchJob,
  openDesk: () => Promise<void>,
): Promise<BatchDone> {
  const answered = desk.batch.give(job)
  await openDesk()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ExpectedError('batch.timeout')), PAGE_PATIENCE)
  })
  const done = await Promise.race([answered, late]).finally(() => clearTimeout(timer))
  if (done.error) {
    context.log.write('batch.page_failed', { code: done.error.code })
    throw new ExpectedError(done.error.code, done.error.params)
  }
  return done
}

async function writeAll(
  context: ServiceContext,
  out: string,
  files: readonly ImportedFile[],
  done: BatchDone,
): Promise<void> {
  const write = (name: string, bytes: Uint8Array) => writeFileAtomic(path.join(out, name), bytes)
  await write('import.json', jsonBytes({ files }))
  for (const sheet of done.schedule) {
    if (sheet.kind !== 'schedule') continue
    await write(`schedule-${sheet.schedule.month}-${sheet.paper}.pdf`, await context.printSheet(sheet))
  }
  if (done.report === null) return
  const { quarter } = done.report
  const report = documentOf(done.report)
  await write('report.json', jsonBytes(exportReport(done.report, officeDirectories(done.report.entries))))
  await write(`report-${quarter}.xlsx`, await writeQuarterlyWorkbook(report))
  for (const language of ['kk', 'ru'] as const) {
    const sheet = { kind: 'report', paper: 'A4', language, data: report } as const
    await write(`report-${quarter}-${language}.pdf`, await context.printSheet(sheet))
  }
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}

/** One sentence in the desk's language, on the error stream. */
function tellFailure(context: ServiceContext, error: unknown): number {
  const detail: AppError =
    error instanceof ExpectedError
      ? error.detail
      : { code: 'unexpected', params: { id: context.log.bug('batch', error) } }
  process.stderr.write(`${translator(context.language())(`error.${detail.code}`, detail.params)}\n`)
  if (detail.code === 'batch.guarded') return GUARDED
  if (error instanceof ExpectedError) return /^(batch\.argument|import|file|table)/.test(detail.code) ? WRONG : FAILED
  // Its class and places: a message may quote a file's cells.
  process.stderr.write(`${JSON.stringify(describeException(error))}\n`)
  return FAILED
}

/** The report as a draft: nobody reads its words over in a batch, so no version is frozen. */
function documentOf(data: QuarterlyData): ReportDocument {
  const { office, preparedOn } = data
  const report = quarterlyReport(data, officeDirectories(data.entries))
  return draftDocument(report, { office, preparedOn, preparedBy: '' }, { kk: translator('kk'), ru: translator('ru') })
}
