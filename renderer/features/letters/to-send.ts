import type { WorkCalendar } from '#shared/calendar/model.ts'
import { type LetterTerm, letterTerm } from '#shared/letter/letter-terms.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { LetterRow } from '../../db/query-types.ts'

/** A signed letter that has not gone out, and by when it has to. */
export interface Waiting {
  readonly row: LetterRow
  readonly term: LetterTerm | null
  readonly isLate: boolean
}

/** Signed letters by legal risk: the earliest term first, then those without one, in the order they were signed. */
export function lettersToSend(rows: readonly LetterRow[], calendar: WorkCalendar, today: PlainDate): Waiting[] {
  const waiting = rows.flatMap((row): Waiting[] => {
    const { letter, signed } = row.state
    if (letter === null || signed === null) return []
    const term = row.registered === null ? null : letterTerm(letter, row.registered, calendar)
    return [{ row, term, isLate: term !== null && term.by < today }]
  })
  const placeOf = ({ row, term }: Waiting) => `${term?.by ?? '9999'} ${row.state.signed?.on} ${row.id}`
  return waiting.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}
