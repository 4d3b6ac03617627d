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
  /** Clause of the regulation; null: the program's own care. */
  readonly clause: string | null
  readonly act: LocaleKey
}

/** Every kind of line in words, with its clause and what is done there. */
export const DUE_WORDS: Readonly<Record<DueKind, DueWords>> = {
  answer_overdue: { text: 'today.due.answer_overdue', urgency: 'late', clause: '29', act: 'today.see' },
  no_eotinish_before: { text: 'today.due.no_eotinish_before', urgency: 'late', clause: '25', act: 'today.see' },
  no_talon_before: { text: 'today.due.no_talon_before', urgency: 'late', clause: '25', act: 'today.see' },
  booked_before: { text: 'today.due.booked_before', urgency: 'late', clause: null, act: 'today.see' },
  visit_check: { text: 'today.due.visit_check', urgency: 'now', clause: '9', act: 'today.to_line' },
  visit_called: { text: 'today.due.visit_called', urgency: 'now', clause: null, act: 'today.to_line' },
  visit_served: { text: 'today.due.visit_served', urgency: 'now', clause: null, act: 'today.to_line' },
  visit_waiting: { text: 'today.due.visit_waiting', urgency: 'now', clause: '11', act: 'today.to_line' },
  answer_today: { text: 'today.due.answer_today', urgency: 'now', clause: '29', act: 'today.see' },
  no_eotinish: { text: 'today.due.no_eotinish', urgency: 'now', clause: '25', act: 'today.see' },
  no_talon: { text: 'today.due.no_talon', urgency: 'now', clause: '25', act: 'today.see' },
  booked: { text: 'today.due.booked', urgency: 'now', clause: '28', act: 'today.check_in' },
  answer_soon: { text: 'today.due.answer_soon', urgency: 'soon', clause: '29', act: 'today.see' },
}

export const URGENCY_TONES = { late: 'red', now: 'amber', soon: 'sky' } as const satisfies Record<Urgency, Tone>

export const URGENCY_WORDS = {
  late: 'today.urgency.late',
  now: 'today.urgency.now',
  soon: 'today.urgency.soon',
} as const satisfies Record<Urgency, LocaleKey>

/** The clause a line rests on under a profile. Of the Rules of 2026 only the term of the answer is held here (point 13). */
export function clauseOf(kind: DueKind, profile: ProfileId): string | null {
  const { clause } = DUE_WORDS[kind]
  if (profile === 'WKO-2020/2023') return clause
  return clause === '29' ? '13' : null
}

/** Where a line is settled: the list behind it, the visitor, or the check-in of the first who is to come. */
export function placeOf({ kind, first, count }: Pick<Due, 'kind' | 'first' | 'count'>): Route {
  switch (kind) {
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
