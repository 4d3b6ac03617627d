import type { Booking } from '../application/registration.ts'
import { isWorkingDay } from '../calendar/rules.ts'
import type { ClauseRef, TermId } from '../regulation/model.ts'
import { type ExplainedTerm, findTerm } from '../regulation/terms.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import { planClause } from './clauses.ts'
import type { LookedOver } from './looked-over.ts'
import type { PlannedPerson } from './model.ts'

/** What is worth knowing of a time before it is given; nothing stands in its way. The words are `plan.note.<code>` in locales/. */
export const NOTE_CODES = ['briefing_short', 'list_late', 'answer_late', 'other_language', 'non_working_day'] as const
export type NoteCode = (typeof NOTE_CODES)[number]

/** A note with its clause. `params` are dates and codes, nothing of a person. */
export interface PlanNote {
  readonly code: NoteCode
  readonly clause: ClauseRef | null
  readonly params: Readonly<Record<string, string>>
}

/** What is worth knowing of a booking for a person: terms it would break, language, day. */
export function notesOf(person: PlannedPerson, booking: Booking, looked: LookedOver): PlanNote[] {
  const { profile } = person
  const { calendar, today } = looked.plan
  const notes: PlanNote[] = []
  const note = (code: NoteCode, clause: ClauseRef | null, params: PlanNote['params'] = {}) =>
    notes.push({ code, clause, params })
  const briefing = termBefore('briefing', person, booking.date, looked)
  if (briefing !== null && briefing.by < briefedBy(person, today)) {
    note('briefing_short', briefing.clause, { by: briefing.by })
  }
  const list = termBefore('list_handed', person, booking.date, looked)
  if (list !== null && list.by < today) note('list_late', list.clause, { by: list.by })
  if (!person.told && person.answerBy < today)
    note('answer_late', planClause('answer', profile), { by: person.answerBy })
  const languages = looked.officials.get(booking.officialId)?.languages ?? [person.language]
  if (!languages.includes(person.language)) {
    note('other_language', planClause('language', profile), { language: person.language })
  }
  if (!isWorkingDay(booking.date, calendar)) {
    note('non_working_day', planClause('working_day', profile), { date: booking.date })
  }
  return notes
}

/** A term that is counted back from a reception, by the act of the application; null where that act sets none. */
export function termBefore(
  term: TermId,
  { profile }: Pick<PlannedPerson, 'profile'>,
  date: PlainDate,
  { plan }: LookedOver,
): ExplainedTerm | null {
  return findTerm(term, profile, date, plan.calendar)
}

/** The day by which the briefing was, or can be, written. */
export function briefedBy({ briefedOn }: Pick<PlannedPerson, 'briefedOn'>, today: PlainDate): PlainDate {
  return briefedOn !== null && briefedOn < today ? briefedOn : today
}

/** The first day of reception for which the briefing is in time (clause 26, KZ-2026 rule 18). Days are asked once. */
export function firstBriefedDay(looked: LookedOver): (person: PlannedPerson) => PlainDate {
  const known = new Map<string, PlainDate>()
  const { today } = looked.plan
  return person => {
    const written = briefedBy(person, today)
    const key = `${person.profile} ${written}`
    let day = known.get(key)
    if (day === undefined) {
      day = addDays(today, 1)
      for (;;) {
        const term = termBefore('briefing', person, day, looked)
        if (term === null || term.by >= written) break
        day = addDays(day, 1)
      }
      known.set(key, day)
    }
    return day
  }
}
