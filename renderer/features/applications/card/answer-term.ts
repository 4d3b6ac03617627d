import type { WorkCalendar } from '#shared/calendar/model.ts'
import { addWorkingDays } from '#shared/calendar/rules.ts'
import { addCalendarDaysRolled } from '#shared/calendar/terms.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'

const DAYS = 15

/** By when the applicant is answered, and why by then. */
export interface AnswerTerm {
  readonly by: PlainDate
  /** The sentence that names the clause; `nominal`, `from` and `days` go into it. */
  readonly why: LocaleKey
  readonly from: PlainDate
  /** The last day by count where it does not work and so was moved; else null. */
  readonly nominal: PlainDate | null
  /** Years whose calendar is not whole: the date may still move. */
  readonly unsureYears: readonly number[]
}

/** The term of the answer with its reasons: clause 29 of the regulation, point 13 of the Rules of 2026. */
export function answerTerm(from: PlainDate, profile: ProfileId, calendar: WorkCalendar): AnswerTerm {
  switch (profile) {
    case 'WKO-2020/2023': {
      const { date, nominal, unsureYears } = addCalendarDaysRolled(from, DAYS, calendar)
      return { by: date, why: 'card.term.why', from, nominal: nominal === date ? null : nominal, unsureYears }
    }
    case 'KZ-2026': {
      const { date, unsureYears } = addWorkingDays(from, DAYS, calendar)
      return { by: date, why: 'card.term.why_2026', from, nominal: null, unsureYears }
    }
  }
}
