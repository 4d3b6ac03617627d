import type { BrowserWindow } from 'electron'
import type { DrawnJob, SheetJob } from '#shared/ipc/documents.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import type { Log } from '../diagnostics/log.ts'
import type { Caller } from '../ipc/sender.ts'
import { type CheckedPdf, checkPdf } from './check-pdf.ts'
import { type PaperSize, paperOf, TICKET_WIDTHS } from './paper-size.ts'
import { putAway, type SheetWindow, spareWindow } from './sheet-window.ts'
import { toPaper } from './to-paper.ts'

/** A sheet that is not ready by then is given up, milliseconds. */
export const SHEET_TIMEOUT = 30_000
/** So much longer for each talon of a sheet of many, milliseconds. */
const TALON_TIMEOUT = 300
const INCH = 25.4
/** Millimetres of a ticket that says no height of its own: the sheet's style does. */
const TICKET_HEIGHT = 200

/** A window that stands ready so long without a sheet is put away, milliseconds. */
export const SPARE_KEPT = 300_000

/**
 * Turns sheets into PDF, one at a time, each in a hidden window of its own that shows one sheet and is put away: of one person's
 * sheet nothing can stand on another's. The next window is loaded as soon as a sheet is done, and waits for its job.
 */
export interface SheetPrinter {
  /** Throws ExpectedError `sheet.timeout`, `sheet.failed`, `sheet.bad_pdf` (reason). */
  print(job: SheetJob): Promise<Uint8Array>
  /**
   * Makes the same PDF, hands it to `before`, and only then sends the very window to a printer. False: it was not taken.
   * Throws what `print` throws, and what `before` does: nothing was sent then.
   */
  printOn(job: DrawnJob, printer: string, before: (pdf: Uint8Array) => Promise<void>): Promise<boolean>
  /** The job of the window that asks, once there is one. Throws ExpectedError `sheet.no_job`. */
  jobOf(caller: Caller): Promise<DrawnJob>
  ready(caller: Caller): void
  failed(caller: Caller): void
  /** The program ends. */
  leave(): void
}

/** What is done with the PDF while its window still stands. */
type Give<T> = (
  bytes: Uint8Array,
  rendered: { readonly window: BrowserWindow; readonly page: CheckedPdf; readonly broken: Promise<never> },
) => Promise<T>

export function sheetPrinter(
  openWindow: () => BrowserWindow,
  log: Log,
  { timeout = SHEET_TIMEOUT, kept = SPARE_KEPT } = {},
): SheetPrinter {
  let running: SheetWindow | null = null
  let line: Promise<unknown> = Promise.resolve()
  const spare = spareWindow(openWindow, kept)

  const render = async <T>(job: DrawnJob, give: Give<T>): Promise<T> => {
    const sheet = spare.take()
    const { window, broken, rendered } = sheet
    const patience = job.kind === 'talons' ? timeout + job.talons.length * TALON_TIMEOUT : timeout
    const giveUp = setTimeout(() => broken.reject(new ExpectedError('sheet.timeout')), patience)
    running = sheet
    try {
      sheet.job.resolve(job)
      await Promise.race([rendered.promise, broken.promise])
      const bytes = await Promise.race([toPdf(window, job), broken.promise])
      return await give(bytes, { window, page: unwrap(checkPdf(bytes, paperOf(job))), broken: broken.promise })
    } catch (error) {
      log.write('sheet.failed', { code: error instanceof ExpectedError ? error.detail.code : 'unexpected' })
      throw error
    } finally {
      clearTimeout(giveUp)
      running = null
      putAway(sheet)
      spare.prepare()
    }
  }

  const sheetOf = (caller: Caller): SheetWindow => {
    const asking = [running, spare.find()].find(sheet => sheet?.id === caller.window)
    if (asking == null) throw new ExpectedError('sheet.no_job')
    return asking
  }

  const inLine = <T>(job: DrawnJob, give: Give<T>): Promise<T> => {
    const done = line.then(() => render(job, give))
    line = done.catch(() => undefined)
    return done
  }

  return {
    print: job => inLine(job, async bytes => bytes),
    printOn: (job, printer, before) =>
      inLine(job, async (bytes, { window, page, broken }) => {
        await before(bytes)
        const sent = toPaper(window, { printer, paper: paperOf(job), height: page.height })
        // From here on the sheet is out of our hands: whatever breaks, it counts as not printed.
        return Promise.race([sent, broken]).catch(() => false)
      }),
    jobOf: caller => sheetOf(caller).job.promise,
    ready: caller => sheetOf(caller).rendered.resolve(),
    failed: caller => sheetOf(caller).broken.reject(new ExpectedError('sheet.failed')),
    leave: () => spare.leave(),
  }
}

/** The sheet's own style says its margins and which way up it is; the paper is the job's. */
function toPdf(window: BrowserWindow, job: DrawnJob): Promise<Uint8Array> {
  const paper = paperOf(job)
  const width = TICKET_WIDTHS[paper]
  return window.webContents.printToPDF({
    pageSize:
      width === undefined
        ? (paper as Exclude<PaperSize, '58mm' | '80mm'>)
        : { width: width / INCH, height: TICKET_HEIGHT / INCH },
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    generateTaggedPDF: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  })
}
