import { useMemo } from 'react'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import { type MovedTerm, movedTerms, type OpenCase } from '#shared/regulation/moved-terms.ts'
import { fromDayNumber, type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'

/** More open applications than a region has in years. */
const MOST = 50_000
const OPEN = { mark: 'open', limit: MOST } as const

/** A term that moves, with the application as lists show it. */
export interface MovedLine {
  readonly moved: MovedTerm
  readonly row: ApplicationListRow
}

/**
 * Terms of open applications that move from one calendar to the other; undefined until the store has answered. `until`: only
 * those entered by that day, since who came later was told by the new calendar.
 */
export function useMovedTerms(
  before: WorkCalendar,
  after: WorkCalendar,
  until: PlainDate | null = null,
): readonly MovedLine[] | undefined {
  const open = useRows('applications.waiting', OPEN)
  return useMemo(() => {
    if (open === undefined) return undefined
    const last = until === null ? Number.POSITIVE_INFINITY : toDayNumber(until)
    const rows = new Map(open.rows.filter(({ day }) => day <= last).map(row => [row.id, row]))
    const cases = [...rows.values()].flatMap(caseOf)
    return movedTerms(cases, before, after).flatMap(moved => {
      const row = rows.get(moved.entity)
      return row === undefined ? [] : [{ moved, row }]
    })
  }, [open, before, after, until])
}

function caseOf(row: ApplicationListRow): OpenCase[] {
  const { id, day, cameOn, profile, booking, extendedTo, status } = row
  if (profile === null) return []
  const correctBy = status === 'incomplete' ? row.correctBy : null
  const from = cameOn ?? fromDayNumber(day)
  return [{ entity: id, profile, from, booking: booking?.date ?? null, extendedTo, correctBy }]
}
