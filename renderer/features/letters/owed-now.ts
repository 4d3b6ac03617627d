import type { WorkCalendar } from '#shared/calendar/model.ts'
import type { LetterDuty } from '#shared/letter/duties.ts'
import { type LetterTerm, letterTerm } from '#shared/letter/letter-terms.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { OwedRow } from '../../db/query-types.ts'

/** Applications that oblige to a letter, and of them the most pressing letter. */
export interface Owed {
  readonly count: number
  readonly kind: LetterDuty['kind']
  readonly profile: ProfileId
  /** Null where no act sets a term for it. */
  readonly term: LetterTerm | null
}

type Pressing = Omit<Owed, 'count'>

/** What is owed now: applications with a letter whose term is over, and the others; null: none. */
export function owedNow(
  rows: readonly OwedRow[],
  total: number,
  calendar: WorkCalendar,
  today: PlainDate,
): { readonly late: Owed | null; readonly now: Owed | null } {
  const byOf = ({ term }: Pressing) => term?.by ?? '9999'
  const first = (found: readonly Pressing[]) => found.toSorted((a, b) => (byOf(a) < byOf(b) ? -1 : 1))[0]
  const all = rows.flatMap(({ registered, owed }) => {
    const { profile } = registered
    return first(owed.map(duty => ({ kind: duty.kind, profile, term: letterTerm(duty, registered, calendar) }))) ?? []
  })
  const late = all.filter(one => one.term !== null && one.term.by < today)
  const rest = all.filter(one => !late.includes(one))
  const line = (found: readonly Pressing[], count: number): Owed | null => {
    const one = first(found)
    return one === undefined ? null : { ...one, count }
  }
  // What was not read is younger than what was.
  return { late: line(late, late.length), now: line(rest, total - late.length) }
}
