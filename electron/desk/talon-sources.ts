import type { RegistrationPersonal, ReprintReason, TalonShape } from '#shared/application/registration.ts'
import type { TalonData } from '#shared/application/talon.ts'
import { talonDataOf, type VisitToday } from '#shared/application/talon-data.ts'
import { foldApplication, type Registered } from '#shared/application/transitions.ts'
import { type EntityId, entityId, SubjectId } from '#shared/change/action.ts'
import type { User } from '#shared/office/model.ts'
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
  return { registered, personal: registered.personal, subject: SubjectId.parse(subject) }
}

/** Gathers from the journal what a talon says today. */
export async function talonData(
  desk: OpenDesk,
  application: EntityId,
  asked: { shape: TalonShape; reprint: ReprintReason | null; today: PlainDate },
): Promise<TalonData> {
  const { registered, personal } = await talonApplication(desk, application)
  const office = await findOffice(desk)
  if (office === null) throw new ExpectedError('desk.not_ready')
  return talonDataOf({
    shape: asked.shape,
    reprint: asked.reprint,
    registered,
    personal,
    office,
    time: officeTime(Date.parse(registered.at)),
    user: await findUserBy(desk, registered.by),
    officials: await activeOfficials(desk),
    calendar: await findCalendar(desk),
    visit: await visitOf(desk, application, asked.today),
  })
}

async function findUserBy({ journal }: OpenDesk, id: string): Promise<User | null> {
  if (id === 'system') return null
  return foldUser(await readableActionsOf(journal, entityId('user', id))).user
}

/** The last visit of the day for this application, where the visitor is still expected or in the house. */
async function visitOf({ journal }: OpenDesk, application: EntityId, today: PlainDate): Promise<VisitToday | null> {
  const own = journal.entitiesOfDay('visit', toDayNumber(today))
  for (const entity of own.reverse()) {
    const { status, checkIn } = foldVisit(await readableActionsOf(journal, entity))
    if (checkIn?.application !== application || status === 'finished' || status === 'left') continue
    return { day: checkIn.day, ticket: checkIn.ticket, officialId: checkIn.officialId }
  }
  return null
}
