import {
  APPLICATION_ACTS,
  type ApplicationStatus,
  foldApplication,
  type Registered,
} from '#shared/application/transitions.ts'
import { type Action, type EntityId, findEntityId } from '#shared/change/action.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { foldOfficial } from '#shared/official/transitions.ts'
import { isOnPaper } from '#shared/pack/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import type { CheckIn } from '#shared/visit/model.ts'
import { serialOfVisit, visitKey } from '#shared/visit/number.ts'
import { needsNote } from '#shared/visit/out-of-turn.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { type Act, type ActNow, type Actor, intentNow } from './act.ts'
import { daysBefore, findKeptPlace } from './kept-place.ts'
import { demandDay, demandGone, demandNoOther, visitOf } from './line.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded, firstOf, letterOf } from './registrations.ts'
import { openSeries, type Series } from './series.ts'
import { subjectOfEntity } from './subjects.ts'

/** The visits this desk has numbered: a series per day. And whose they are, which never changes. */
export interface Visits {
  readonly series: Series
  /** Those of these visits that are of an application. */
  visitsOf(application: EntityId, visits: readonly EntityId[]): Promise<EntityId[]>
}

const known = new WeakMap<Journal, Map<EntityId, EntityId>>()

async function applicationOfVisit(journal: Journal, visit: EntityId): Promise<EntityId | null> {
  const applications = known.get(journal) ?? new Map<EntityId, EntityId>()
  known.set(journal, applications)
  const found = applications.get(visit) ?? (await visitOf(journal, visit)).checkIn?.application ?? null
  if (found !== null) applications.set(visit, found)
  return found
}

/** Of a day of six hundred nearly all are known: each looked up by a turn of its own would cost more than all the rest of an act. */
async function visitsOf(journal: Journal, application: EntityId, visits: readonly EntityId[]): Promise<EntityId[]> {
  for (const visit of visits) if (!known.get(journal)?.has(visit)) await applicationOfVisit(journal, visit)
  return visits.filter(visit => known.get(journal)?.get(visit) === application)
}

/** Reads whose the visits of today and of the days places are kept from are while nobody waits for it: after a mass day they are many. */
export async function warmVisits({ journal }: Pick<OpenDesk, 'journal'>, today: PlainDate): Promise<void> {
  const visits = [...journal.entitiesOfDay('visit', toDayNumber(today)), ...[...daysBefore(journal, today)].flat()]
  for (const visit of visits) await applicationOfVisit(journal, visit)
}

export function openVisits(journal: Journal): Visits {
  return {
    series: openSeries({
      journal,
      noun: 'visit',
      type: 'visit.checked_in',
      requestOf: body => (body.visit as Partial<CheckIn> | undefined)?.request,
      placeOf(key) {
        const place = serialOfVisit(journal.installation, key)
        // A number of the emergency pack stands beside the day's own, which go on as they were.
        return place && { period: place.day, serial: isOnPaper(place.serial) ? 0 : place.serial }
      },
    }),
    visitsOf: (application, visits) => visitsOf(journal, application, visits),
  }
}

/**
 * Gives a visitor the next ticket of the day, or answers what the same press gave before. The time that was given is the
 * booking's of this day, whatever the page knew of it. Throws `visit.not_open` where
 * there is nothing to be received for, `visit.already_here` (ticket) where the same application is in the house,
 * `visit.out_of_turn_note` where nobody says why it goes out of turn, `visit.no_official`
 * where the directory has no such official.
 */
export async function checkIn(
  desk: OpenDesk,
  visits: Visits,
  asked: ParsedArgsOf<'visit.checkIn'>,
  actor: Actor,
): Promise<Action> {
  const { gate, journal } = desk
  const { series } = visits
  return gate.inTurn(async actNow => {
    const before = await series.find(asked.request)
    if (before !== null) return firstOf(journal, before)
    const day = actor.date
    const came = { day, serial: series.next(toDayNumber(day)), paper: null }
    return comeIn(desk, visits, { asked, came }, { actNow, actor })
  })
}

/** When a visitor came and on which number: at the desk, or on a talon of the emergency pack. */
export type Came = Pick<CheckIn, 'day' | 'paper'> & { readonly serial: number }

/** A turn of the gate that is held, and who acts in it. */
export interface Turn {
  readonly actNow: ActNow
  readonly actor: Actor
}

/** Checks a visitor in under a number that is theirs. Throws as `checkIn` does. */
export async function comeIn(
  desk: OpenDesk,
  visits: Visits,
  { asked, came }: { readonly asked: ParsedArgsOf<'visit.checkIn'>; readonly came: Came },
  { actNow, actor }: Turn,
): Promise<Action> {
  const { journal } = desk
  const { series } = visits
  const { day, serial, paper } = came
  const { registered, status } = await applicationOf(desk, asked.application)
  if (registered === null || status !== 'open') throw new ExpectedError('visit.not_open')
  if (asked.officialId !== null) await demandKnown(desk, asked.officialId)
  for (const visit of await visits.visitsOf(asked.application, series.ofPeriod(toDayNumber(day)))) {
    demandGone(await visitOf(journal, visit))
  }
  const { letter } = await letterOf(journal)
  const keptFrom = await findKeptPlace(journal, visits.visitsOf, { ...asked, day, since: cameOn(registered) })
  const visit = visitAsked(asked, registered, { day, ticket: { letter, serial }, keptFrom, paper })
  const key = visitKey(day, journal.installation, serial)
  const intent = intentNow(journal, 'visit', key, 'visit.checked_in', { visit })
  const personal = await personalOf(desk, asked, registered)
  const [appended] = await actNow([personal === null ? { intent } : { intent, personal }], actor)
  series.given(intent.entity, asked.request)
  return demanded(appended)
}

/** Nobody waits before an official whom the directory does not have. Who has left since may be named: paper is entered later. */
async function demandKnown({ journal, gate }: OpenDesk, id: string): Promise<void> {
  const entity = findEntityId('official', id)
  const known =
    entity !== null && journal.has(entity)
      ? foldOfficial(await readableActionsOf(journal, entity), gate.related())
      : null
  if (known === null || known.official === null) throw new ExpectedError('visit.no_official')
}

/** The day of an application: of its paper, where it was registered afterwards. */
function cameOn({ registration: { catchUp }, on }: Registered): PlainDate {
  return catchUp !== null && catchUp.on < on ? catchUp.on : on
}

function visitAsked(
  { note, ...asked }: ParsedArgsOf<'visit.checkIn'>,
  { booking, registration, personal }: Registered,
  given: Pick<CheckIn, 'day' | 'ticket' | 'keptFrom' | 'paper'>,
): CheckIn {
  const booked = booking?.date === given.day ? booking.time : null
  const { delegation, language } = registration
  const members = delegation === null ? 0 : Math.max(delegation - 1, personal?.members.length ?? 0)
  return { ...asked, booked, ...given, language, members }
}

/** Why out of turn is kept only where it has to be said, under the person of the application: it may name what ails them. */
async function personalOf(
  desk: OpenDesk,
  { application, outOfTurn, note }: ParsedArgsOf<'visit.checkIn'>,
  registered: Registered,
): Promise<NonNullable<Act['personal']> | null> {
  if (!needsNote(outOfTurn, registered)) return null
  if (note === undefined) throw new ExpectedError('visit.out_of_turn_note')
  const subject = await subjectOfEntity(desk, application)
  if (subject === null) throw new ExpectedError('visit.not_open')
  return { subject, value: { note } }
}

/**
 * Ends a visit and closes its application: both or neither. An application that was closed meanwhile stays as it is, and
 * only the visit ends. The reception was on the day of the visit, also where its end is said later.
 */
export async function finish(
  desk: OpenDesk,
  { entity, basedOn, result }: ParsedArgsOf<'visit.finish'>,
  actor: Actor,
): Promise<{ action: Action; closed: boolean }> {
  const { gate, journal } = desk
  return gate.inTurn(async actNow => {
    const acts: Act[] = [{ intent: { entity, type: 'visit.finished', basedOn, body: { result } } }]
    const { checkIn } = await visitOf(journal, entity)
    if (checkIn !== null) {
      const { application, officialId, day } = checkIn
      const { status } = await applicationOf(desk, application)
      const body = { visit: entity, on: day, officialId, result }
      acts.push(...onApplication(desk, application, status, 'application.received', body))
    }
    const [action] = await actNow(acts, actor)
    return { action: demanded(action), closed: acts.length > 1 }
  })
}

/**
 * Takes the end of a visit back on its day, with what it closed: both or neither. Throws `visit.other_day`,
 * `visit.already_here` (ticket) where the person came again meanwhile.
 */
export async function finishUndo(
  desk: OpenDesk,
  { entity, basedOn, ground }: ParsedArgsOf<'visit.finishUndo'>,
  actor: Actor,
): Promise<Action> {
  const { gate, journal } = desk
  const [action] = await gate.inTurn(async actNow => {
    const acts: Act[] = [{ intent: { entity, type: 'visit.finish_undone', basedOn, body: { ground } } }]
    const { checkIn } = await visitOf(journal, entity)
    await demandDay(desk, { entity, type: 'visit.finish_undone' }, actor)
    if (checkIn !== null) {
      await demandNoOther(journal, entity, checkIn, actor)
      const { application } = checkIn
      const { status, registered } = await applicationOf(desk, application)
      const body = { visit: entity, ground }
      if (registered?.visit === entity) {
        acts.push(...onApplication(desk, application, status, 'application.reception_undone', body))
      }
    }
    return actNow(acts, actor)
  })
  return demanded(action)
}

/** The act on the application of a visit, where it is lawful now. */
export function onApplication(
  { journal }: OpenDesk,
  entity: EntityId,
  status: ApplicationStatus,
  type: string,
  body: Record<string, unknown>,
): Act[] {
  const lawful: readonly string[] = APPLICATION_ACTS[status]
  return lawful.includes(type) ? [{ intent: { entity, type, basedOn: journal.headOf(entity), body } }] : []
}

/** An application as it stands in the journal. */
export async function applicationOf({ gate, journal }: OpenDesk, entity: EntityId) {
  return foldApplication(await readableActionsOf(journal, entity), gate.related())
}
