import { type PlainDate, toDayNumber } from '../time/plain-date.ts'
import type { Ticket } from './model.ts'

/** A ticket as it is called: letter and three digits at least. */
export function ticketText({ letter, serial }: Ticket): string {
  return `${letter}-${String(serial).padStart(3, '0')}`
}

/** Key of a visit: day, desk, serial. Visits of a day stand together, and no number is given twice. */
export function visitKey(day: PlainDate, installation: string, serial: number): string {
  return `${toDayNumber(day)}-${installation}-${String(serial).padStart(4, '0')}`
}

/** Day (`yyyymmdd`) and serial in the key of a visit of this desk, or null for another's. */
export function serialOfVisit(installation: string, key: string): { day: number; serial: number } | null {
  const match = /^(\d{8})-([0-9a-z]{16})-(\d{4})$/.exec(key)
  return match?.[2] === installation ? { day: Number(match[1]), serial: Number(match[3]) } : null
}

/** The day (`yyyymmdd`) in the key of a visit of whatever desk; null where it is no such key. */
export function dayOfVisit(key: string): number | null {
  const match = /^(\d{8})-[0-9a-z]{16}-\d{4}$/.exec(key)
  return match === null ? null : Number(match[1])
}
