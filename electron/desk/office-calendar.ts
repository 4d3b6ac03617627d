import type { WorkCalendar } from '#shared/calendar/model.ts'
import { officeCalendar } from '#shared/calendar/office-calendar.ts'
import { type CalendarState, foldCalendar } from '#shared/calendar/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

interface Known {
  /** The heads of the years it was made of. */
  readonly of: string
  readonly calendar: WorkCalendar
}

const known = new WeakMap<Journal, Known>()

/** The working calendar of the office, of the journal; made anew only when a year was set since. */
export async function findCalendar({ journal }: { readonly journal: Journal }): Promise<WorkCalendar> {
  const entities = journal.entitiesOf('calendar')
  const of = entities.map(entity => journal.headOf(entity)).join()
  const last = known.get(journal)
  if (last?.of === of) return last.calendar
  const states: CalendarState[] = []
  for (const entity of entities) states.push(foldCalendar(await readableActionsOf(journal, entity)))
  const calendar = officeCalendar(states)
  known.set(journal, { of, calendar })
  return calendar
}
