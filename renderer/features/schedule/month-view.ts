import type { WorkCalendar } from '#shared/calendar/model.ts'
import type { Official } from '#shared/official/model.ts'
import type { ScheduleFacts } from '#shared/schedule/findings.ts'
import type { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import type { MonthDraft } from './month-draft.ts'
import type { MonthFacts } from './month-facts.ts'

/** What a person is being asked, or looks at, over the month. */
export type Asked =
  | { readonly what: 'day'; readonly day: PlainDate }
  /** `id` null: a new reception. */
  | { readonly what: 'reception'; readonly id: string | null; readonly day: PlainDate }
  | { readonly what: 'leave_out'; readonly id: string }

/** What can be done with the receptions of a month. */
export interface MonthViewActs {
  readonly ask: (asked: Asked | null) => void
  readonly agree: (ids: readonly string[]) => void
  readonly move: (id: string, day: PlainDate) => void
  /** Says something to who hears the screen. */
  readonly say: (sentence: string) => void
}

/** A month under work with all that its views show. */
export interface MonthView {
  readonly month: PlainMonth
  readonly officials: readonly Official[]
  readonly calendar: WorkCalendar
  readonly draft: MonthDraft
  readonly facts: MonthFacts
  /** What findings about the month take into account: the act, officials, absences, restrictions. */
  readonly known: ScheduleFacts
  readonly acts: MonthViewActs
}
