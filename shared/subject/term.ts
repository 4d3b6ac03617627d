import type { WorkCalendar } from '../calendar/model.ts'
import { type CountedTerm, countFrom } from '../regulation/terms.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** By when a person's request about their data is answered: one working day after it (Law 94-V, art. 25(2)). */
export function subjectTerm(on: PlainDate, calendar: WorkCalendar): CountedTerm {
  return countFrom(on, { amount: 1, unit: 'working_days', direction: 'after' }, calendar)
}
