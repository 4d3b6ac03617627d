import type { BrowserWindow, WebContentsPrintOptions } from 'electron'
import { type PaperSize, TICKET_WIDTHS } from './paper-size.ts'

const MICRONS = 1000
/** Dots per inch of ticket printers: 8 dots a millimetre, which the bitmap is drawn in. */
const TICKET_DPI = 203

/** Where and on what a rendered sheet goes; `height` of its page in millimetres. */
export interface Destination {
  readonly printer: string
  readonly paper: PaperSize
  readonly height: number
}

/** Sends the sheet of a window to a printer, without a dialog. False: the system did not take it. */
export function toPaper(window: BrowserWindow, to: Destination): Promise<boolean> {
  return new Promise(resolve => {
    try {
      window.webContents.print(optionsOf(to), taken => resolve(taken))
    } catch {
      // A printer name or a size that the system does not know is refused before anything is sent.
      resolve(false)
    }
  })
}

function optionsOf({ printer, paper, height }: Destination): WebContentsPrintOptions {
  const width = TICKET_WIDTHS[paper]
  const common = {
    silent: true,
    deviceName: printer,
    printBackground: true,
    margins: { marginType: 'none' },
  } as const
  if (width === undefined) return { ...common, pageSize: paper as Exclude<PaperSize, '58mm' | '80mm'> }
  return {
    ...common,
    color: false,
    dpi: { horizontal: TICKET_DPI, vertical: TICKET_DPI },
    pageSize: { width: width * MICRONS, height: Math.ceil(height * MICRONS) },
  }
}
