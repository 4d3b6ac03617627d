import type { Registered } from '#shared/application/transitions.ts'
import { countedFrom } from '#shared/application/working-time.ts'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import { officeCalendar } from '#shared/calendar/office-calendar.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { isTold } from '#shared/letter/duties.ts'
import type { PlannedPerson } from '#shared/plan/model.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { addMonths, PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { isOutOfTurn } from '#shared/visit/out-of-turn.ts'
import { listRow } from './list-rows.ts'
import { type Moved, movedFrom, movedMark, movedNoun } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, ParamsOf, PlannedRow } from './query-types.ts'
import { findState, openRecords, startOfMark } from './rows.ts'
import { openStates } from './states.ts'

/** Those who are open and may be given a time, in the order of application (clause 28), with their rows, phones and heads. */
export async function answerPeople({ db, sealer }: QueryContext): Promise<AnswerOf<'plan.people'>> {
  const [stored, calendars] = await Promise.all([
    db.applications.where('marks').startsWith(startOfMark('open')).toArray(),
    db.entities.where('noun').equals('calendar').toArray(),
  ])
  const answerTerm = answerTerms(officeCalendar(await openStates(sealer, 'calendar', calendars)))
  const people = (await openRecords(sealer, stored)).flatMap(record => plannedRow(record, answerTerm))
  return people.sort((a, b) => (a.person.order < b.person.order ? -1 : 1))
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
  const rows = await db.entities.bulkGet(monthsOf(from, to).map(month => `schedule:${month}`))
  return openStates(
    sealer,
    'schedule',
    rows.flatMap(row => row ?? []),
  )
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

type AnswerTerm = (profile: Registered['profile'], counted: PlainDate) => PlainDate

/** Hundreds apply on the same few days: each day is counted once. */
function answerTerms(calendar: WorkCalendar): AnswerTerm {
  const known = new Map<string, PlainDate>()
  return (profile, counted) => {
    const key = `${profile} ${counted}`
    const by = known.get(key) ?? getTerm('answer', profile, counted, calendar).by
    known.set(key, by)
    return by
  }
}

function plannedRow(record: EntityRecord, answerTerm: AnswerTerm): PlannedRow[] {
  const state = findState('application', record)
  const [row] = listRow(record)
  // What lacks something or is to be refused waits for no time: none can be given.
  if (state?.registered == null || state.status !== 'open' || row === undefined) return []
  const head = record.actions.at(-1)?.id ?? null
  return [
    {
      person: plannedPerson(record, state.registered, answerTerm),
      row,
      phone: state.personal?.phone ?? '',
      applicant: state.registered.registration.applicant,
      head,
    },
  ]
}

function plannedPerson(record: EntityRecord, registered: Registered, answerTerm: AnswerTerm): PlannedPerson {
  const { registration, on, profile, booking, appointed, briefing, extendedTo } = registered
  const counted = countedFrom(registration, on)
  const stamp = record.actions.find(({ type }) => type === 'application.registered')?.stamp ?? ''
  return {
    application: record.id,
    order: `${counted} ${stamp}`,
    counted,
    answerBy: extendedTo ?? answerTerm(profile, counted),
    profile,
    language: registration.language,
    outOfTurn: isOutOfTurn(registered),
    appointed: appointed && { officialId: appointed.officialId, video: appointed.video },
    booking,
    briefedOn: briefing?.on ?? null,
    told: isTold(registered),
    people: registration.delegation ?? 1,
  }
}

function monthsOf(from: PlainMonth, to: PlainMonth): PlainMonth[] {
  const months: PlainMonth[] = []
  for (let month = from; month <= to; ) {
    months.push(month)
    month = PlainMonth.parse(addMonths(PlainDate.parse(`${month}-01`), 1).slice(0, 7))
  }
  return months
}
