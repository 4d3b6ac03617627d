import type { Fields } from './cdp.ts'

type Margins = {
  marginType?: 'default' | 'none' | 'printableArea' | 'custom'
  top?: number
  bottom?: number
  left?: number
  right?: number
}

/** Electron's `PrintToPDFOptions`; sizes in inches. */
export type PdfOptions = {
  landscape?: boolean
  displayHeaderFooter?: boolean
  printBackground?: boolean
  scale?: number
  pageSize?: string | { width: number; height: number }
  margins?: Margins
  pageRanges?: string
  headerTemplate?: string
  footerTemplate?: string
  preferCSSPageSize?: boolean
  generateTaggedPDF?: boolean
  generateDocumentOutline?: boolean
}

/** Inches, as Electron's own table has them. */
const SIZES: Record<string, { width: number; height: number }> = {
  a0: { width: 33.1, height: 46.8 },
  a1: { width: 23.4, height: 33.1 },
  a2: { width: 16.54, height: 23.4 },
  a3: { width: 11.7, height: 16.54 },
  a4: { width: 8.27, height: 11.7 },
  a5: { width: 5.83, height: 8.27 },
  a6: { width: 4.13, height: 5.83 },
  letter: { width: 8.5, height: 11 },
  legal: { width: 8.5, height: 14 },
  tabloid: { width: 11, height: 17 },
  ledger: { width: 17, height: 11 },
}

/** Parameters of Chromium's `Page.printToPDF`; throws for a size Electron would refuse. */
export function pdfParameters(options: PdfOptions): Fields {
  const { pageSize = 'Letter', margins = {}, ...rest } = options
  const size = typeof pageSize === 'string' ? SIZES[pageSize.toLowerCase()] : pageSize
  if (!size) throw new Error(`Invalid pageSize ${String(pageSize)}`)
  if (!(size.width > 0 && size.height > 0)) throw new Error('height and width properties are required for pageSize')
  const none = margins.marginType === 'none'
  const side = (value: number | undefined) => (none ? 0 : value)
  return {
    ...rest,
    paperWidth: size.width,
    paperHeight: size.height,
    marginTop: side(margins.top),
    marginBottom: side(margins.bottom),
    marginLeft: side(margins.left),
    marginRight: side(margins.right),
  }
}
