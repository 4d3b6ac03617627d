import { keyOf } from '#shared/change/action.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { Route } from '../../app/route.ts'
import type { Tone } from '../../components/Badge.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Due, DueKind } from './due.ts'

/** How loud a line is: late, of this day, soon. */
export type Urgency = 'late' | 'now' | 'soon'

interface DueWords {
  readonly text: LocaleKey
  readonly urgency: Urgency
  readonly act: LocaleKey
}

/** Every kind of line in words, and what is done there. */
export const DUE_WORDS: Readonly<Record<DueKind, DueWords>> = {
  answer_overdue: { text: 'today.due.answer_overdue', urgency: 'late', act: 'today.see' },
  no_eotinish_before: { text: 'today.due.no_eotinish_before', urgency: 'late', act: 'today.see' },
  no_talon_before: { text: 'today.due.no_talon_before', urgency: 'late', act: 'today.see' },
  booked_before: { text: 'today.due.booked_before', urgency: 'late', act: 'today.see' },
  correction_over: { text: 'today.due.correction_over', urgency: 'late', act: 'today.see' },
  visit_left_over: { text: 'today.due.visit_left_over', urgency: 'late', act: 'today.to_line' },
  visit_check: { text: 'today.due.visit_check', urgency: 'now', act: 'today.to_line' },
  visit_called: { text: 'today.due.visit_called', urgency: 'now', act: 'today.to_line' },
  visit_served: { text: 'today.due.visit_served', urgency: 'now', act: 'today.to_line' },
  visit_waiting: { text: 'today.due.visit_waiting', urgency: 'now', act: 'today.to_line' },
  refusal_waits: { text: 'today.due.refusal_waits', urgency: 'now', act: 'today.see' },
  answer_today: { text: 'today.due.answer_today', urgency: 'now', act: 'today.see' },
  no_eotinish: { text: 'today.due.no_eotinish', urgency: 'now', act: 'today.see' },
  no_talon: { text: 'today.due.no_talon', urgency: 'now', act: 'today.see' },
  booked: { text: 'today.due.booked', urgency: 'now', act: 'today.check_in' },
  answer_soon: { text: 'today.due.answer_soon', urgency: 'soon', act: 'today.see' },
}

/** The clause each line rests on, by the act; null: the program's own care. */
export const DUE_CLAUSES: Readonly<Record<ProfileId, Readonly<Record<DueKind, string | null>>>> = {
  'WKO-2020/2023': {
    answer_overdue: '29',
    no_eotinish_before: '25',
    no_talon_before: '25',
    booked_before: null,
    correction_over: '5',
    visit_left_over: null,
    visit_check: '9',
    visit_called: null,
    visit_served: null,
    visit_waiting: '11',
    refusal_waits: '27',
    answer_today: '29',
    no_eotinish: '25',
    no_talon: '25',
    booked: '28',
    answer_soon: '29',
  },
  'KZ-2026': {
    answer_overdue: '13',
    no_eotinish_before: '5',
    no_talon_before: '8',
    booked_before: null,
    correction_over: '6',
    visit_left_over: null,
    visit_check: '22',
    visit_called: null,
    visit_served: null,
    visit_waiting: '23',
    refusal_waits: '18',
    answer_today: '13',
    no_eotinish: '5',
    no_talon: '8',
    booked: '20',
    answer_soon: '13',
  },
}

export const URGENCY_TONES = { late: 'red', now: 'amber', soon: 'sky' } as const satisfies Record<Urgency, Tone>

export const URGENCY_WORDS = {
  late: 'today.urgency.late',
  now: 'today.urgency.now',
  soon: 'today.urgency.soon',
} as const satisfies Record<Urgency, LocaleKey>

/** Where a line is settled: the list behind it, the visitor, or the check-in of the first who is to come. */
export function placeOf({ kind, first, count, since }: Pick<Due, 'kind' | 'first' | 'count' | 'since'>): Route {
  switch (kind) {
    case 'visit_left_over':
      return { screen: 'reception', narrowed: { open: first, ...(since === null ? {} : { day: since }) } }
    case 'visit_check':
    case 'visit_called':
    case 'visit_served':
    case 'visit_waiting':
      return { screen: 'reception', narrowed: { open: first } }
    case 'booked':
      return { screen: 'reception', narrowed: { application: keyOf(first) } }
    default:
      return { screen: 'applications', narrowed: { waiting: markOf(kind), ...(count === 1 ? { open: first } : {}) } }
  }
}

function markOf(kind: DueKind): string {
  if (kind === 'no_eotinish' || kind === 'no_eotinish_before') return 'no_eotinish'
  return kind === 'no_talon' || kind === 'no_talon_before' ? 'no_talon' : 'open'
}
