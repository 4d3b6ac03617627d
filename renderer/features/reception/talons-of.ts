import type { ApplicationListRow } from '../../db/query-types.ts'
import { officialOf } from './check-in.ts'
import { ALL, ANYONE, type LineId } from './line.ts'

/** Those booked for a day in the order of their times; who was given none comes last. */
export function byTime(rows: readonly ApplicationListRow[]): ApplicationListRow[] {
  const timeOf = ({ booking }: ApplicationListRow) => booking?.time ?? '24:00'
  return [...rows].sort((a, b) => timeOf(a).localeCompare(timeOf(b)))
}

/** Of those booked: who belongs to a line, and who of them has no talon yet. */
export function talonsOf(
  booked: readonly ApplicationListRow[],
  without: readonly ApplicationListRow[],
  line: LineId,
): { readonly own: readonly ApplicationListRow[]; readonly due: readonly ApplicationListRow[] } {
  const lacking = new Set(without.map(({ id }) => id))
  const own = booked.filter(row => line === ALL || (officialOf(row) ?? ANYONE) === line)
  return { own, due: own.filter(({ id }) => lacking.has(id)) }
}
