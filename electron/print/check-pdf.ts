import { fail, ok, type Result } from '#shared/result/result.ts'
import { type PaperSize, TICKET_WIDTHS } from './paper-size.ts'

/** Sides of a sheet in points (1/72 inch): ISO 216. */
const SIDES: Partial<Record<PaperSize, readonly [number, number]>> = {
  A6: [297.64, 419.53],
  A5: [419.53, 595.28],
  A4: [595.28, 841.89],
  A3: [841.89, 1190.55],
}
/** Chromium rounds a page to its own pixels. */
const TOLERANCE = 2
/** Points of a millimetre. */
const MILLIMETRE = 72 / 25.4
/** No ticket is shorter or longer, in millimetres. */
const TICKET_HEIGHTS = [30, 1200] as const

/** What was found in a sheet: its pages, and the height of the first in millimetres. */
export interface CheckedPdf {
  readonly pages: number
  readonly height: number
}

/**
 * A light look at the bytes of a sheet before they are given away: a whole PDF, every page of the paper asked for (either
 * way up; a ticket is one page of its width), every font in it. Error `sheet.bad_pdf` (reason).
 */
export function checkPdf(bytes: Uint8Array, paper: PaperSize): Result<CheckedPdf> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const bad = (reason: string) => fail('sheet.bad_pdf', { reason })
  if (!/^%PDF-1\.\d/.test(text)) return bad('header')
  if (!text.slice(-1024).trimEnd().endsWith('%%EOF')) return bad('end')
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(box => {
    const [left = 0, bottom = 0, right = 0, top = 0] = box.slice(1).map(Number)
    return [right - left, top - bottom] as const
  })
  const [first] = boxes
  if (first === undefined) return bad('pages')
  const ticket = TICKET_WIDTHS[paper]
  const fits = ticket === undefined ? boxes.every(box => isPaper(box, SIDES[paper])) : isTicket(boxes, ticket)
  if (!fits) return bad('paper')
  const described = count(text, /\/Type\s*\/FontDescriptor\b/g)
  const embedded = count(text, /\/FontFile[23]?\s+\d+\s+\d+\s+R/g)
  if (embedded < described) return bad('fonts')
  return ok({ pages: boxes.length, height: first[1] / MILLIMETRE })
}

type Box = readonly [number, number]

function isPaper([width, height]: Box, sides: Box | undefined): boolean {
  if (sides === undefined) return false
  return near(Math.min(width, height), sides[0]) && near(Math.max(width, height), sides[1])
}

function isTicket(boxes: readonly Box[], millimetres: number): boolean {
  const [least, most] = TICKET_HEIGHTS
  return (
    boxes.length === 1 &&
    boxes.every(
      ([width, height]) =>
        near(width, millimetres * MILLIMETRE) &&
        height >= least * MILLIMETRE - TOLERANCE &&
        height <= most * MILLIMETRE,
    )
  )
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
