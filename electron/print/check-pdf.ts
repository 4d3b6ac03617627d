import type { Paper } from '#shared/ipc/documents.ts'
import { fail, ok, type Result } from '#shared/result/result.ts'

/** Sides of a paper in points (1/72 inch): ISO 216. */
const SIDES: Record<Paper, readonly [number, number]> = { A4: [595.28, 841.89], A3: [841.89, 1190.55] }
/** Chromium rounds a page to its own pixels. */
const TOLERANCE = 2

/**
 * A light look at the bytes of a sheet before they are given away: a whole PDF, every page of the paper asked for (either
 * way up), every font in it. Error `sheet.bad_pdf` (reason).
 */
export function checkPdf(bytes: Uint8Array, paper: Paper): Result<{ pages: number }> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const bad = (reason: string) => fail('sheet.bad_pdf', { reason })
  if (!/^%PDF-1\.\d/.test(text)) return bad('header')
  if (!text.slice(-1024).trimEnd().endsWith('%%EOF')) return bad('end')
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(box => {
    const [left = 0, bottom = 0, right = 0, top = 0] = box.slice(1).map(Number)
    return [right - left, top - bottom] as const
  })
  if (boxes.length === 0) return bad('pages')
  if (!boxes.every(box => isPaper(box, SIDES[paper]))) return bad('paper')
  const described = count(text, /\/Type\s*\/FontDescriptor\b/g)
  const embedded = count(text, /\/FontFile[23]?\s+\d+\s+\d+\s+R/g)
  if (embedded < described) return bad('fonts')
  return ok({ pages: boxes.length })
}

function isPaper([width, height]: readonly [number, number], [short, long]: readonly [number, number]): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE
  return near(Math.min(width, height), short) && near(Math.max(width, height), long)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
