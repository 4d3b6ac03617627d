import type { WorkCalendar } from '../calendar/model.ts'
import { addWorkingDays } from '../calendar/rules.ts'
import { addCalendarDaysRolled } from '../calendar/terms.ts'
import type { ProfileId } from '../office/model.ts'
import type { PlainDate } from '../time/plain-date.ts'

const DAYS = 15

/** By when the applicant is answered, and why by then. */
export interface AnswerTerm {
  readonly by: PlainDate
  /** How the 15 days are counted. */
  readonly days: 'calendar' | 'working'
  readonly from: PlainDate
  /** The last day by count where it does not work and so was moved; else null. */
  readonly nominal: PlainDate | null
  /** Years whose calendar is not whole: the date may still move. */
  readonly unsureYears: readonly number[]
}

/**
 * The term of the answer: 15 calendar days rolled to a working day (clause 29; АППК/ӘРПК 76(5)), under the Rules of 2026
 * 15 working days (point 13). The day of the registration is not counted.
 */
export function answerTerm(from: PlainDate, profile: ProfileId, calendar: WorkCalendar): AnswerTerm {
  switch (profile) {
    case 'WKO-2020/2023': {
      const { date, nominal, unsureYears } = addCalendarDaysRolled(from, DAYS, calendar)
      return { by: date, days: 'calendar', from, nominal: nominal === date ? null : nominal, unsureYears }
    }
    case 'KZ-2026': {
      const { date, unsureYears } = addWorkingDays(from, DAYS, calendar)
      return { by: date, days: 'working', from, nominal: null, unsureYears }
    }
  }
}
