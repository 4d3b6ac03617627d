import { numberText, registrationKey } from '#shared/application/number.ts'
import { type EntityId, keyOf } from '#shared/change/action.ts'
import { marksOf, type StateOf } from '#shared/change/project-view.ts'
import { EARLIER_IN_A_ROW, leftOpenOf } from '#shared/day/left-open.ts'
import { fromDayNumber, type PlainDate, partsOf, toDayNumber } from '#shared/time/plain-date.ts'
import { serialOfVisit, ticketText } from '#shared/visit/number.ts'
import { LAST_ID } from './lines.ts'
import { type Moved, movedFrom, movedSince } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { OpenOfDay, ParamsOf } from './query-types.ts'
import { findState, openRecords } from './rows.ts'
import { answerVisits } from './visit-queries.ts'

/** What a desk's day leaves open, as main finds it when the day is closed: the same rule over the same entities. */
export async function answerOpenOfDay(context: QueryContext, asked: ParamsOf<'day.open'>): Promise<OpenOfDay> {
  const { day, installation } = asked
  const all = await answerVisits(context, { day })
  const visits = all.filter(({ id }) => serialOfVisit(installation, keyOf(id)) !== null)
  const applications = await registeredOn(context, asked)
  const marked = applications.map(({ id, ...state }) => ({
    id,
    marks: marksOf({ noun: 'application', state }),
  }))
  const words = new Map<EntityId, string>([
    ...visits.map(({ id, state }) => [id, state.checkIn === null ? '' : ticketText(state.checkIn.ticket)] as const),
    ...applications.map(
      ({ id, registered }) => [id, registered === null ? '' : numberText(registered.number)] as const,
    ),
  ])
  const open = leftOpenOf(visits, marked).map(one => ({ ...one, number: words.get(one.entity) ?? '' }))
  return { open, came: visits.length, registered: applications.length }
}

/** Days on which a desk was at work, by their keys alone: nothing is opened. */
export async function answerDaysUsed(
  { db }: QueryContext,
  { from, to, installation }: ParamsOf<'days.used'>,
): Promise<PlainDate[]> {
  const [first, last] = [toDayNumber(from), toDayNumber(to)]
  const came = await db.entities
    .where('id')
    .between(`visit:${first}-`, `visit:${last}-${LAST_ID}`, true, true)
    .primaryKeys()
  const registered = await db.applications.where('[day+id]').between([first, ''], [last, LAST_ID], true, true).keys()
  const days = new Set<number>()
  for (const id of came.map(String)) if (id.includes(`-${installation}-`)) days.add(Number(id.slice(6, 14)))
  for (const [day, id] of registered as unknown as [number, string][])
    if (id.startsWith(`application:${installation}-`)) days.add(day)
  return [...days].sort((a, b) => a - b).map(fromDayNumber)
}

/** Whether a day may leave other things open now. */
export function movedOpenOfDay(moved: Moved, { day }: ParamsOf<'day.open'>): boolean {
  return movedFrom(moved, `visit:${day.replaceAll('-', '')}-`) || movedSince(moved, 'application', day)
}

/** Registered at a desk on a day: its numbers grow with the days, so that it is read from the newest back. */
async function registeredOn(
  { db, sealer }: QueryContext,
  { day, installation }: { readonly day: PlainDate; readonly installation: string },
): Promise<(StateOf['application'] & { readonly id: EntityId })[]> {
  const { year } = partsOf(day)
  const keyAt = (serial: number) => `application:${registrationKey(installation, year, serial)}`
  let earlier = 0
  const isBefore = (since: string) => {
    earlier = since < day ? earlier + 1 : 0
    return earlier > EARLIER_IN_A_ROW
  }
  const rows = await db.applications
    .where('id')
    .between(keyAt(0), keyAt(999_999), true, true)
    .reverse()
    .until(({ since }) => isBefore(since))
    .toArray()
  const records = await openRecords(
    sealer,
    rows.filter(({ since }) => since === day),
  )
  return records.flatMap(record => {
    const state = findState('application', record)
    return state === null ? [] : [{ ...state, id: record.id }]
  })
}
