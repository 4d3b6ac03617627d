import type { PlainDate } from '../time/plain-date.ts'
import type { ApplicationFact } from './facts.ts'
import type { CheckedRecord, CheckState, Duty } from './model.ts'

type Given = Pick<CheckedRecord, 'duty' | 'state' | 'day'> & Partial<CheckedRecord>

/** A record of which nothing is known but what is given. */
export function recordOf(given: Given): CheckedRecord {
  return {
    entity: null,
    number: null,
    officialId: null,
    month: null,
    by: null,
    on: null,
    term: null,
    why: null,
    ...given,
  }
}

/** A record of an application. */
export function recordOfApplication({ id, registered }: ApplicationFact, given: Given): CheckedRecord {
  return recordOf({ entity: id, number: registered.number, ...given })
}

/** A record of an application that has a last permitted day: done by then, still running, or late, also where it was done. */
export function termRecord(
  application: ApplicationFact,
  duty: Duty,
  today: PlainDate,
  { by, on, term }: Pick<CheckedRecord, 'on' | 'term'> & { readonly by: PlainDate },
): CheckedRecord {
  return recordOfApplication(application, { duty, state: stateBy(by, on, today), day: by, by, on, term })
}

/** How what has a last permitted day stands. */
export function stateBy(by: PlainDate, on: PlainDate | null, today: PlainDate): CheckState {
  if (on !== null) return on <= by ? 'kept' : 'broken'
  return today <= by ? 'due' : 'broken'
}
