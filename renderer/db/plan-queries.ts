import { officeCalendar } from '#shared/calendar/office-calendar.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { type Moved, movedFrom, movedMark, movedNoun } from './moved.ts'
import { answerTerms, plannedRow } from './planned-people.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, ParamsOf } from './query-types.ts'
import { openRecords, RECEPTION_OWES, startOfMark } from './rows.ts'
import { openStates } from './states.ts'

/**
 * Those who are open and may be given a time, in the order of application (clause 28), with their rows, phones and heads.
 * Read once; after that the worker's memory answers.
 */
export async function answerPeople({ db, sealer, lines }: QueryContext): Promise<AnswerOf<'plan.people'>> {
  const { changes, planned } = lines
  const calendars = await db.entities.where('noun').equals('calendar').toArray()
  const years = await openStates(sealer, 'calendar', calendars)
  const calendar = years.map(({ head }) => head).join(' ')
  const held = planned.find(calendar)
  if (held !== null) return { rows: held }
  const stored = await db.applications.where('marks').startsWith(startOfMark('open')).toArray()
  const answerTerm = answerTerms(officeCalendar(years))
  const rows = (await openRecords(sealer, stored)).flatMap(record => plannedRow(record, answerTerm))
  rows.sort((a, b) => (a.person.order < b.person.order ? -1 : 1))
  if (lines.changes === changes) planned.keep(calendar, answerTerm, rows)
  return { rows }
}

const movedYears = movedNoun('calendar')

/** Whether someone who waits changed, or the calendar by which terms are counted. */
export function movedPeople(moved: Moved): boolean {
  return movedYears(moved) || movedMark(moved, 'open')
}

/** Schedules of some months, both included, in their order; a month with which nothing was done has none. */
export async function answerSchedules(
  { db, sealer }: QueryContext,
  { from, to }: ParamsOf<'plan.schedules'>,
): Promise<EntityState<'schedule'>[]> {
  const rows = await db.entities.where('id').between(`schedule:${from}`, `schedule:${to}`, true, true).toArray()
  return openStates(sealer, 'schedule', rows)
}

/** Whether the schedule of one of these months changed. */
export function movedSchedules({ changes }: Moved, { from, to }: ParamsOf<'plan.schedules'>): boolean {
  return changes.some(({ after: { id } }) => id >= `schedule:${from}` && id <= `schedule:${to}`)
}

/** What was done to prepare these receptions; of one with which nothing was done there is none. */
export async function answerReceptions(
  { db, sealer }: QueryContext,
  { ids }: ParamsOf<'receptions.of'>,
): Promise<EntityState<'reception'>[]> {
  const rows = await db.entities.bulkGet(ids.map(id => `reception:${id}`))
  return openStates(
    sealer,
    'reception',
    rows.flatMap(row => row ?? []),
  )
}

/** Whether the preparation of one of these changed. */
export function movedReceptions(moved: Moved, { ids }: ParamsOf<'receptions.of'>): boolean {
  return movedFrom(moved, 'reception:') && moved.changes.some(({ after: { id } }) => ids.includes(id.slice(10)))
}

/** The preparations in which something is owed whatever the day, with the reception as it stood last; null: no schedule named it. */
export async function answerOwing(context: QueryContext): Promise<AnswerOf<'receptions.owing'>> {
  const { db, sealer } = context
  const rows = await db.entities
    .where('tags')
    .equals(await sealer.tag(RECEPTION_OWES))
    .toArray()
  const states = await openStates(sealer, 'reception', rows)
  const receptions = await receptionsNamed(context, new Set(states.map(({ key }) => key)))
  return states.map(state => ({ state, reception: receptions.get(state.key) ?? null }))
}

/** Whether the preparation of a reception changed, or the schedule of one of which something is owed. */
export function movedOwing(moved: Moved, told: AnswerOf<'receptions.owing'> | undefined): boolean {
  return movedFrom(moved, 'reception:') || (told?.length !== 0 && movedFrom(moved, 'schedule:'))
}

/** Receptions as the newest version that names them has them. Schedules are opened from the newest month on, until all are found. */
async function receptionsNamed(
  { db, sealer }: QueryContext,
  wanted: ReadonlySet<string>,
): Promise<Map<string, Reception>> {
  const found = new Map<string, Reception>()
  if (wanted.size === 0) return found
  const months = await db.entities.where('noun').equals('schedule').primaryKeys()
  for (const month of months.sort().reverse()) {
    const row = await db.entities.get(month)
    const [schedule] = await openStates(sealer, 'schedule', row ? [row] : [])
    for (const version of schedule?.versions.toReversed() ?? []) {
      for (const one of version.schedule.receptions)
        if (wanted.has(one.id) && !found.has(one.id)) found.set(one.id, one)
    }
    if (found.size === wanted.size) break
  }
  return found
}
