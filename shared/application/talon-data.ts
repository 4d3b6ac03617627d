import type { WorkCalendar } from '../calendar/model.ts'
import type { Office, User } from '../office/model.ts'
import type { Official } from '../official/model.ts'
import { getTerm } from '../regulation/terms.ts'
import type { PlainDate, PlainTime } from '../time/plain-date.ts'
import type { Ticket } from '../visit/model.ts'
import { ticketText } from '../visit/number.ts'
import type { Language } from './model.ts'
import { numberText } from './number.ts'
import type { RegistrationPersonal, ReprintReason, TalonShape } from './registration.ts'
import type { TalonData } from './talon.ts'
import type { Registered } from './transitions.ts'
import { countedFrom } from './working-time.ts'

/** A visit of the day the talon is printed on. */
export interface VisitToday {
  readonly day: PlainDate
  readonly ticket: Ticket
  readonly officialId: string | null
}

/** All that a talon is made of. */
export interface TalonSources {
  readonly shape: TalonShape
  readonly registered: Registered
  readonly personal: RegistrationPersonal
  /** Wall time of the office when it was registered. */
  readonly time: PlainTime
  readonly office: Office
  /** Who accepted it; null where that person is not known here. */
  readonly user: User | null
  readonly officials: readonly Official[]
  readonly calendar: WorkCalendar
  readonly visit: VisitToday | null
  readonly reprint: ReprintReason | null
}

/** What a talon says (clause 25). The date is that of the application itself where it was registered afterwards (clause 4). */
export function talonDataOf(sources: TalonSources): TalonData {
  const { shape, registered, personal, office, user, reprint } = sources
  const { registration, number } = registered
  return {
    shape,
    language: registration.language,
    number: numberText(number),
    eotinish: personal.eotinish,
    atReception: registration.atReception !== null,
    on: registration.catchUp?.on ?? registered.on,
    at: registration.catchUp?.at ?? sources.time,
    applicant: joined([personal.surname, personal.given, personal.patronymic]),
    organisation: personal.organisation,
    acceptedBy: { name: user?.name ?? '', position: user?.position ?? { kk: '', ru: '' } },
    next: nextOf(sources),
    profile: registered.profile,
    office: { name: office.name, address: office.address, room: office.room, phone: office.phone },
    reprint,
  }
}

/** A visitor in the house is told of the line, one who is booked of the booking, all others of the term. */
function nextOf({ registered, office, officials, calendar, visit }: TalonSources): TalonData['next'] {
  const { registration, booking } = registered
  const find = (id: string | null) => officials.find(official => official.id === id) ?? null
  if (visit !== null) {
    const room = find(visit.officialId)?.room || office.room
    return { kind: 'today', on: visit.day, ticket: ticketText(visit.ticket), room }
  }
  if (booking !== null) {
    const official = find(booking.officialId)
    const name = official === null ? '' : nameOf(official, registration.language)
    return {
      kind: 'reception',
      on: booking.date,
      at: booking.time,
      official: name,
      room: official?.room ?? '',
    }
  }
  if (registration.sameDay) return { kind: 'today', on: registered.on, ticket: '', room: office.room }
  const from = countedFrom(registration, registered.on)
  return { kind: 'answer_by', by: getTerm('answer', registered.profile, from, calendar).by }
}

/** As the official's own language writes it; where it lacks a part, the other's stands in. */
function nameOf({ name }: Official, language: Language): string {
  const other = language === 'kk' ? 'ru' : 'kk'
  return joined([name.surname, name.given, name.patronymic].map(part => part[language] || part[other]))
}

function joined(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' ')
}
