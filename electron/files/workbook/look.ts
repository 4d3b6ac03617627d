import type { Alignment, Borders, Fill, Font, PageSetup } from 'exceljs'

/** Arial: on every office computer, with all Kazakh letters, and named by the rules of document keeping beside Times. */
export const FONT: Partial<Font> = { name: 'Arial', size: 10 }
export const BOLD: Partial<Font> = { ...FONT, bold: true }
export const TITLE: Partial<Font> = { ...FONT, size: 14, bold: true }
export const SMALL: Partial<Font> = { ...FONT, size: 9, color: { argb: 'FF45555F' } }

export const HEAD_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9EDF2' } }
export const SECTION_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF6F8' } }

const HAIR = { style: 'thin', color: { argb: 'FFB4C3CA' } } as const
export const FRAME: Partial<Borders> = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR }

export const WRAPPED: Partial<Alignment> = { wrapText: true, vertical: 'middle' }
export const CENTRED: Partial<Alignment> = { ...WRAPPED, horizontal: 'center' }

/** Groups of three by a no-break space whatever the language of the computer, as Kazakh and Russian write them. */
export const COUNT_FORMAT = '[>=1000000]0"\u00a0"000"\u00a0"000;[>=1000]0"\u00a0"000;0'
export const DIFFERENCE_FORMAT = '+0;\u22120;0'
/** Days and minutes: one decimal. */
export const MEAN_FORMAT = '0.0'
export const MEAN_CHANGE_FORMAT = '+0.0;\u22120.0;0.0'
export const SHARE_FORMAT = '0.0"\u00a0"%'
export const PERCENT_FORMAT = '+0.0"\u00a0"%;\u22120.0"\u00a0"%;0.0"\u00a0"%'

/** The whole width on one page of A4, margins of an official paper: left 20 mm, the rest 10, in inches. */
export function pageOf(orientation: 'portrait' | 'landscape', headRow: number): Partial<PageSetup> {
  return {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headRow}:${headRow}`,
    margins: { left: 0.79, right: 0.39, top: 0.39, bottom: 0.6, header: 0.2, footer: 0.3 },
  }
}

/** Page of pages in the middle below. */
export const FOOTER = '&C&"Arial,Regular"&9&P / &N'
