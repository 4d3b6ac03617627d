import { addDays, type PlainDate } from '../time/plain-date.ts'
import type { CalledIn, Coverage } from './model.ts'

/** Further from the reception than this nothing is told of it: days. */
const FURTHEST = 366

/**
 * What keeps a coverage from being recorded (clause 24): told on a day before the reception or after today, or a day that is
 * not of this reception at all. Null: nothing.
 */
export function coverageFault(
  { stage, on }: Pick<Coverage, 'stage' | 'on'>,
  reception: PlainDate,
  today: PlainDate,
): 'reception.coverage_ahead' | 'reception.coverage_day' | null {
  if (on < addDays(reception, -FURTHEST) || on > addDays(reception, FURTHEST)) return 'reception.coverage_day'
  if (stage === 'held' && on < reception) return 'reception.coverage_day'
  return stage === 'held' && on > today ? 'reception.coverage_ahead' : null
}

/** What keeps somebody from being asked into the room (clause 22): that is done on the day, of somebody who is named. */
export function calledInFault(
  { officialId, who }: Pick<CalledIn, 'officialId' | 'who'>,
  reception: PlainDate,
  today: PlainDate,
): 'reception.not_today' | 'reception.nobody_called' | null {
  if (reception !== today) return 'reception.not_today'
  return officialId === null && who === '' ? 'reception.nobody_called' : null
}
