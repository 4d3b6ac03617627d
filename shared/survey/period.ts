import { type PlainDate, toDayNumber } from '../time/plain-date.ts'
import type { SurveyKind } from './model.ts'

/** The key of a survey: its kind and its days. */
export function surveyKey({ kind, from, to }: Period): string {
  return `${kind}-${toDayNumber(from)}-${toDayNumber(to)}`
}

/** Whether two surveys, by their keys, are of one kind and have a day in common. */
export function periodsMeet(a: string, b: string): boolean {
  const [kind, from = '', to = ''] = a.split('-')
  const [other, first = '', last = ''] = b.split('-')
  return kind === other && from <= last && first <= to
}

interface Period {
  readonly kind: SurveyKind
  readonly from: PlainDate
  readonly to: PlainDate
}
