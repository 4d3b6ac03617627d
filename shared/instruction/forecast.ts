import type { WorkCalendar } from '../calendar/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { workingDays } from './ladder.ts'
import type { Executor } from './model.ts'

/** Fewer instructions of an executor tell nothing. */
export const KNOWN_ENOUGH = 5

/** From these shares done within the days there are it is called likely. Chosen, not learnt. */
const LIKELY = { inTime: 0.8, late: 0.5 }

/** Whose past is one's own: an official of the directory, else the body as a whole; null: a name alone is nobody for sure. */
export function pastKeyOf({ officialId, body }: Executor): string | null {
  if (officialId !== null) return officialId
  return body === null ? null : `body:${body}`
}

/** An instruction an executor has done: the day it was given and the day it was done. */
export interface Past {
  readonly givenOn: PlainDate
  readonly doneOn: PlainDate
}

/** What an executor's own past says of an instruction; `inTime` of `like` were done within the days there are. */
export interface Forecast {
  readonly says: 'too_little_known' | 'likely_late' | 'unclear' | 'likely_in_time'
  /** Past ones that also were not done yet after as many working days as have gone by now. */
  readonly like: number
  readonly inTime: number
}

/**
 * Whether an executor will be in time: of their own past instructions, those that took longer than this one has stood, how many
 * were done within the working days it has. Nothing is said of who has done fewer than `KNOWN_ENOUGH` such.
 */
export function forecastOf(
  { givenOn, dueOn }: { readonly givenOn: PlainDate; readonly dueOn: PlainDate },
  today: PlainDate,
  past: readonly Past[],
  calendar: WorkCalendar,
): Forecast {
  const gone = workingDays(givenOn, today, calendar)
  const there = workingDays(givenOn, dueOn, calendar)
  const took = past.map(one => workingDays(one.givenOn, one.doneOn, calendar)).filter(days => days >= gone)
  const inTime = took.filter(days => days <= there).length
  const share = inTime / took.length
  if (took.length < KNOWN_ENOUGH) return { says: 'too_little_known', like: took.length, inTime }
  const says = share >= LIKELY.inTime ? 'likely_in_time' : share <= LIKELY.late ? 'likely_late' : 'unclear'
  return { says, like: took.length, inTime }
}
