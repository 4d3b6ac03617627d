import type { RegistrationPersonal, ReprintReason, TalonShape } from '#shared/application/registration.ts'
import type { TalonData } from '#shared/application/talon.ts'
import { talonDataOf, type VisitToday } from '#shared/application/talon-data.ts'
import { foldApplication, type Registered } from '#shared/application/transitions.ts'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import { type EntityId, entityId, SubjectId } from '#shared/change/action.ts'
import type { Office, User } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { foldUser } from '#shared/user/transitions.ts'
import { foldVisit } from '#shared/visit/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { findCalendar } from './office-calendar.ts'
import { officeTime } from './office-date.ts'
import { activeOfficials, findOffice, type OpenDesk } from './open-desk.ts'

/** An application a talon can be made of: registered at a desk, its person not erased. */
export interface TalonApplication {
  readonly application: EntityId
  readonly registered: Registered
  readonly personal: RegistrationPersonal
  readonly subject: SubjectId
}

/** Reads an application from the journal. Throws `talon.not_registered` where it is imported or unknown, `talon.erased`. */
export async function talonApplication(desk: OpenDesk, application: EntityId): Promise<TalonApplication> {
  const actions = application.startsWith('application:') ? await readableActionsOf(desk.journal, application) : []
  const { registered, subject } = foldApplication(actions, desk.gate.related())
  if (registered === null || subject === null) throw new ExpectedError('talon.not_registered')
  if (registered.personal === null) throw new ExpectedError('talon.erased')
  return { application, registered, personal: registered.personal, subject: SubjectId.parse(subject) }
}

/** What talons made on one day share, read once however many they are. */
export interface TalonDay {
  readonly office: Office
  readonly officials: readonly Official[]
  readonly calendar: WorkCalendar
  /** By application: the last visit of the day, where the visitor is still expected or in the house. */
  readonly visits: ReadonlyMap<string, VisitToday>
}

/** Throws `desk.not_ready`. */
export async function talonDay(desk: OpenDesk, today: PlainDate): Promise<TalonDay> {
  const office = await findOffice(desk)
  if (office === null) throw new ExpectedError('desk.not_ready')
  return {
    office,
    officials: await activeOfficials(desk),
    calendar: await findCalendar(desk),
    visits: await visitsOf(desk, today),
  }
}

/** What a talon of an application says on a day. */
export async function talonData(
  desk: OpenDesk,
  { application, registered, personal }: Omit<TalonApplication, 'subject'>,
  day: TalonDay,
  made: { shape: TalonShape; reprint: ReprintReason | null },
): Promise<TalonData> {
  const { office, officials, calendar, visits } = day
  return talonDataOf({
    ...made,
    registered,
    personal,
    office,
    officials,
    calendar,
    time: officeTime(Date.parse(registered.at)),
    user: await findUserBy(desk, registered.by),
    visit: visits.get(application) ?? null,
  })
}

async function findUserBy({ journal }: OpenDesk, id: string): Promise<User | null> {
  if (id === 'system') return null
  return foldUser(await readableActionsOf(journal, entityId('user', id))).user
}

async function visitsOf({ journal }: OpenDesk, today: PlainDate): Promise<Map<string, VisitToday>> {
  const visits = new Map<string, VisitToday>()
  for (const entity of journal.entitiesOfDay('visit', toDayNumber(today))) {
    const { status, checkIn } = foldVisit(await readableActionsOf(journal, entity))
    if (checkIn === null || status === 'finished' || status === 'left') continue
    visits.set(checkIn.application, { day: checkIn.day, ticket: checkIn.ticket, officialId: checkIn.officialId })
  }
  return visits
}
