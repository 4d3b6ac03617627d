import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PdfOptions } from './pdf.ts'

/** Electron's `WebContentsPrintOptions`, as far as the stand-in heeds them; custom sizes in microns. */
export type PrintOptions = {
  silent?: boolean
  deviceName?: string
  printBackground?: boolean
  landscape?: boolean
  color?: boolean
  margins?: PdfOptions['margins']
  dpi?: Record<string, number>
  pageSize?: string | { width: number; height: number }
}

type Printer = { name: string; standard?: boolean; fails?: boolean }

/** What a printer was given: its name, the options of the job, the file of its PDF. */
export type PrintedJob = { printer: string; options: PrintOptions; file: string }

const MICRONS_PER_INCH = 25_400
let printers: Printer[] = []
let folder = ''
const jobs: PrintedJob[] = []

/** Printers of the machine: none, unless a test says otherwise (control.ts). What they print lies in the folder as PDF. */
export function pretendPrinters(given: Printer[], into: string): void {
  printers = given
  folder = into
}

export const printedJobs = (): PrintedJob[] => jobs

export const printerInfos = () =>
  printers.map(({ name, standard }) => ({
    name,
    displayName: name,
    description: '',
    options: { 'printer-is-default': String(standard === true) },
  }))

/** Takes a job as a printer would. Gives why it was not taken, in Electron's words, or an empty text. */
export async function takeJob(options: PrintOptions, toPdf: (options: PdfOptions) => Promise<Buffer>): Promise<string> {
  const printer = printers.find(({ name, standard }) => (options.deviceName ? name === options.deviceName : standard))
  if (!printer) return options.deviceName ? 'Invalid deviceName provided' : 'No printers available on the network'
  if (printer.fails) return 'Print job failed'
  const { pageSize = 'A4', printBackground = false, landscape = false, margins = {} } = options
  const size =
    typeof pageSize === 'string'
      ? pageSize
      : { width: pageSize.width / MICRONS_PER_INCH, height: pageSize.height / MICRONS_PER_INCH }
  const pdf = await toPdf({ pageSize: size, printBackground, landscape, margins, preferCSSPageSize: true })
  const file = path.join(folder, `job-${jobs.length + 1}.pdf`)
  await writeFile(file, pdf)
  jobs.push({ printer: printer.name, options, file })
  return ''
}
