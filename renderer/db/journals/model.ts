import type { EntityId } from '#shared/change/action.ts'
import type { StateOf } from '#shared/change/project-view.ts'
import type { ApprovedSchedule } from '#shared/schedule/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** The journals of the office, in the order they are offered. */
export const JOURNAL_IDS = [
  'registrations',
  'receptions',
  'control',
  'protocols',
  'letters',
  'refusals',
  'contacts',
  'absences',
  'changes',
] as const
export type JournalId = (typeof JOURNAL_IDS)[number]

/** One line of a journal: the day by which it stands, and in full whatever it tells of, personal parts too. */
export interface JournalRow {
  /** Unique in its journal; of most journals the entity itself. */
  readonly id: string
  readonly day: PlainDate
  /** The application it leads to; null: to none. */
  readonly application: EntityId | null
  /** The states it is made of, by their nouns. */
  readonly of: Partial<StateOf>
  /** What was instructed at a reception. */
  readonly instructions: readonly StateOf['instruction'][]
  /** A version of a schedule. */
  readonly version: ApprovedSchedule | null
}

/** What of a journal is asked for: its days, both included, those after the end of a page, at least so many rows where there are. */
export interface JournalAsked {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly after: PlainDate | null
  readonly limit: number
}

/** Whole days in their order, so that a day is never cut. `next`: the last day given; null: there is no more. */
export interface JournalPage {
  readonly rows: readonly JournalRow[]
  readonly next: PlainDate | null
}

/** A row of what was read, with nothing beside it. */
export function journalRow(row: Pick<JournalRow, 'id' | 'day'> & Partial<Omit<JournalRow, 'id' | 'day'>>): JournalRow {
  return { application: null, of: {}, instructions: [], version: null, ...row }
}
