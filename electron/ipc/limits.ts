import type { Channel } from '#shared/ipc/contract.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE

/** Channels whose argument may be large; every other one gets `ORDINARY`. Bytes, a character counted as two. */
const LARGE: Partial<Record<Channel, number>> = {
  'journal.act': MEGABYTE,
  'draft.save': 3 * MEGABYTE,
  'plan.apply': 8 * MEGABYTE,
  'day.close': 2 * MEGABYTE,
  'survey.open': 4 * MEGABYTE,
  'eotinish.note': 4 * MEGABYTE,
  'letter.docx': MEGABYTE,
  'sheet.save': 4 * MEGABYTE,
  'workbook.save': 64 * MEGABYTE,
  'batch.done': 16 * MEGABYTE,
  'table.save': 64 * MEGABYTE,
  'table.add': 16 * MEGABYTE,
}
const ORDINARY = 128 * KILOBYTE
const DEPTH = 16

export function sizeLimitOf(channel: Channel): number {
  return LARGE[channel] ?? ORDINARY
}

/**
 * Whether a value is plain data within a size: only plain objects, arrays, texts, numbers, booleans and null, at most
 * `DEPTH` deep, no key that reaches a prototype. Looked at before the schema, which would walk the whole of it.
 */
export function isPlainWithin(value: unknown, limit: number): boolean {
  let left = limit
  const walk = (part: unknown, depth: number): boolean => {
    left -= typeof part === 'string' ? 2 * part.length + 8 : 8
    if (left < 0 || depth > DEPTH) return false
    if (part === null || part === undefined) return true
    if (typeof part !== 'object') return ['string', 'number', 'boolean'].includes(typeof part)
    if (Array.isArray(part)) {
      left -= 8 * part.length
      return left >= 0 && part.every(item => walk(item, depth + 1))
    }
    const prototype: unknown = Object.getPrototypeOf(part)
    if (prototype !== Object.prototype && prototype !== null) return false
    return Object.entries(part).every(([key, item]) => key !== '__proto__' && walk(key, depth) && walk(item, depth + 1))
  }
  return walk(value, 0)
}
