import type { Decision } from '../application/decisions.ts'
import { type ApplicationState, isHandedOut, type Registered } from '../application/transitions.ts'
import { officeDate } from '../time/office-time.ts'
import { type PlainDate, toEpochDay } from '../time/plain-date.ts'
import { type Contribution, happened, lasted, placeCode, weekOfQuarter } from './contribution.ts'

type Counted = ApplicationState & { readonly facts: NonNullable<ApplicationState['facts']> }

/** Letters by which the applicant has the answer to the application: a time, or why there is none. */
const ANSWERS: readonly string[] = ['appointment', 'refusal', 'left', 'returned', 'forwarded_notice']

/** What an application adds: its registration, each decision on it, its reception, and how long it waited. */
export function contributionsOfApplication(state: ApplicationState): Contribution[] {
  if (!isCounted(state)) return []
  const { registered, facts } = state
  return [
    ...ofRegistration(state),
    ...(registered === null ? ofImported(state) : ofRegistered(registered, facts.registered)),
    ...ofReception(state),
  ]
}

function isCounted(state: ApplicationState): state is Counted {
  return state.status !== 'absent' && state.status !== 'undone' && state.facts !== null
}

function ofRegistration({ facts, personal, registered }: Counted): Contribution[] {
  const on = facts.registered
  if (on === null) return []
  const registration = registered?.registration ?? null
  const { channel, topic, district, language, officialId } = facts
  return [
    ...happened('registered', on, {
      ...{ channel, topic, district, language, official: officialId, week: weekOfQuarter(on) },
      place: placeCode(topic, district),
      applicant: registration?.applicant ?? (facts.legalEntity ? 'legal_entity' : null),
      represented: registration && (registration.represented ? 'yes' : 'no'),
      delegation: registration && (registration.delegation === null ? 'no' : 'yes'),
      category: personal?.category ?? null,
    }),
    ...(registration === null ? [] : happened('people', on, {}, registration.delegation ?? 1)),
    ...(registration?.sameDay ? happened('same_day_consent', on) : []),
    ...(registration?.atReception ? happened('handed_in', on) : []),
    ...reached('reached_reception', on, facts.outcome === 'received' ? facts.received : null),
    ...reached('reached_letter', on, registered?.letters.map(letter => letter.on).sort()[0] ?? null),
  ]
}

/** Days up to what an application came to, counted where it was registered: so the applications of a quarter can be told. */
function reached(
  measure: 'reached_reception' | 'reached_letter',
  on: PlainDate,
  end: PlainDate | null,
): Contribution[] {
  if (end === null || end < on) return []
  return happened(measure, on, { days: String(toEpochDay(end) - toEpochDay(on)) })
}

/** Of a row brought from Excel the decision is known, not its day: it counts on the day of registration. */
function ofImported({ facts }: Counted): Contribution[] {
  const on = facts.registered
  switch (facts.outcome) {
    case 'no_show':
      return happened('not_come', facts.received ?? on, { official: facts.officialId })
    case 'withdrawn':
      return happened('withdrawn', on)
    case 'extended':
      return happened('extended', on, { ground: null })
    case 'left_without_consideration':
      return happened('left', on)
    case 'refused_competence':
      return happened('refused', on, { ground: 'competence' })
    case 'refused_repeat':
      return happened('refused', on, { ground: 'repeat' })
    case 'returned':
      return happened('returned', on, { ground: null })
    case 'forwarded':
      return happened('forwarded', on)
    default:
      return []
  }
}

function ofRegistered(registered: Registered, on: PlainDate | null): Contribution[] {
  const { appointed, booking, decisions, letters, movedOn, timesGiven, withdrawnOn, eotinishOn, talons } = registered
  const answered = letters.find(({ kind }) => ANSWERS.includes(kind))?.on ?? null
  const isTalonSameDay = talons.some(one => isHandedOut(one) && officeDate(Date.parse(one.at)) === on)
  return [
    ...(appointed === null
      ? []
      : happened('appointed', appointed.on, {
          official: appointed.officialId,
          mode: appointed.video ? 'video' : 'in_person',
        })),
    ...(booking === null ? [] : happened('booked', booking.date, { official: booking.officialId, mode: booking.mode })),
    ...movedOn.flatMap(day => happened('moved', day)),
    ...timesGiven.flatMap(day => happened('time_given', day)),
    ...decisions.flatMap(decision => ofDecision(decision)),
    ...happened('withdrawn', withdrawnOn),
    ...lasted('days_to_answer', on, answered),
    ...(isTalonSameDay ? happened('talon_same_day', on) : []),
    ...(eotinishOn !== null && eotinishOn === on ? happened('eotinish_same_day', on) : []),
  ]
}

/** A decision counts on its day, also where it was overtaken since; a refusal once, when it came into force. */
function ofDecision(decision: Decision): Contribution[] {
  const { on } = decision
  switch (decision.type) {
    case 'application.left':
      return happened('left', on)
    case 'application.returned':
      return happened('returned', on, { ground: decision.body.ground })
    case 'application.competence_decided':
      return decision.body.outcome === 'forwarded' ? happened('forwarded', on) : []
    case 'application.repeat_decided':
      return decision.body.same ? happened('repeat', on) : []
    case 'application.refused':
      return happened('refused', on, { ground: decision.body.ground })
    case 'application.extended':
      return happened('extended', on, { ground: decision.body.ground })
    default:
      return []
  }
}

function ofReception({ facts, personal, registered }: Counted): Contribution[] {
  // What an import calls received has its day; what it calls otherwise may name the day it was planned for.
  if (facts.outcome !== 'received' || facts.received === null) return []
  const { officialId, topic, district, language, result, received } = facts
  return [
    ...happened('received', received, {
      ...{ official: officialId, topic, district, language, result, week: weekOfQuarter(received) },
      mode: registered && modeOf(registered, received),
      category: personal?.category ?? null,
    }),
    ...happened('people_received', received, { official: officialId }, registered?.registration.delegation ?? 1),
    ...lasted('days_to_reception', facts.registered, received),
  ]
}

/** By video where the time of that day was; else in the room they came to. */
function modeOf({ booking, visit }: Registered, received: PlainDate): string | null {
  if (booking?.date === received) return booking.mode
  return visit === null ? null : 'in_person'
}
