import { PlainDate } from '../time/plain-date.ts'

/**
 * Until when a major version of Electron gets corrections: the newest three do, and a new one comes every eight weeks
 * (electronjs.org, release timelines); dates still to come are planned ones. The same table stops a build (`tools/packing/`).
 */
const ELECTRON_ENDS: Readonly<Record<number, string>> = { 43: '2027-01-12', 44: '2027-03-09', 45: '2027-05-04' }

/** The last day of support of a version of Electron; null: a major that is not in the table. */
export function electronEnd(version: string): PlainDate | null {
  return PlainDate.safeParse(ELECTRON_ENDS[Number.parseInt(version, 10)]).data ?? null
}

/** Whether it is older than every version of the table: its support has ended long ago. */
export function isBeforeTable(version: string): boolean {
  return Number.parseInt(version, 10) < Math.min(...Object.keys(ELECTRON_ENDS).map(Number))
}
