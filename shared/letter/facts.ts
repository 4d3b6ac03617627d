import type { Language } from '../application/model.ts'
import { numberText } from '../application/number.ts'
import { bookingKey } from '../application/registration.ts'
import type { Registered } from '../application/transitions.ts'
import type { Directories } from '../directory/model.ts'
import type { Office } from '../office/model.ts'
import type { Bilingual, Official } from '../official/model.ts'
import type { Lack } from '../regulation/model.ts'
import { profileOf } from '../regulation/profile.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type ControlSource, controlFacts } from './control-facts.ts'
import { decisionAbout, formerTime } from './duties.ts'
import { bodyName, officialInFull, unended } from './fact-texts.ts'
import type { Fact, Facts } from './fill.ts'
import type { Letter } from './model.ts'
import { requestOf } from './request-key.ts'

/** Facts that texts of letters may name, in the order they are explained. */
export const FACT_NAMES = [
  'number',
  'registered',
  'eotinish',
  'applicant',
  'essence',
  'official',
  'reception_date',
  'reception_time',
  'place',
  'phone',
  'reason',
  'facts',
  'evidence',
  'where_to_turn',
  'subpoint',
  'earlier_number',
  'earlier_date',
  'until',
  'decided_on',
  'decided_by',
  'lacks',
  'correct_by',
  'body',
  'forwarded_on',
  'requested_on',
  'answer_by',
  'refused_on',
  'moved_from',
  'received_on',
  'protocol_number',
  'action',
  'due_on',
  'executor',
  'report',
  'decision',
  'motives',
  'progress',
  'materials',
  'materials_by',
  'quarter',
  'report_version',
  'frozen_on',
  'registered_count',
  'received_count',
] as const
export type FactName = (typeof FACT_NAMES)[number]

/** Words of the program in both languages that facts are made of. */
export interface FactWords {
  readonly lack: (lack: Lack) => Bilingual
  /** Where the reception is held: the address of the office and the room. */
  readonly place: (address: Bilingual, room: string) => Bilingual
}

/** What of a demand stands in its letter: whom it asks, what, by when. */
export interface DemandedFacts {
  readonly addressee: Bilingual
  readonly text: string
  readonly dueOn: PlainDate
}

/** What a letter is made of. */
export interface LetterSources {
  readonly registered: Registered
  readonly about: Letter['about']
  /** The earlier case a refusal names, as it is numbered; null where there is none. */
  readonly earlier: { readonly number: string; readonly on: PlainDate | null } | null
  /** Why the reception was moved, in words; null where it was not, or it is not known. */
  readonly movedBecause: Bilingual | null
  /** The instruction the letter is about; null: it is about none. */
  readonly control: ControlSource | null
  /** The demand for materials a letter is about; null where it is about none. */
  readonly demand: DemandedFacts | null
  readonly office: Pick<Office, 'address' | 'phone' | 'room'>
  readonly officials: readonly Official[]
  readonly directories: Pick<Directories, 'body'>
  readonly words: FactWords
}

/**
 * The facts of an application and of what a letter is about, by the names templates call them. A fact that is not known is
 * not there, or is empty; nothing is guessed, and no name is inflected.
 */
export function letterFacts(sources: LetterSources): Facts {
  const facts: Partial<Record<FactName, Fact>> = {
    ...ofApplication(sources),
    ...ofReception(sources),
    ...ofMove(sources),
    ...ofRefusal(sources),
    ...ofDecisions(sources),
    ...(sources.control === null ? {} : controlFacts(sources.control, sources)),
    ...ofDemand(sources),
  }
  return facts
}

/** The applicant by initial and surname, or the organisation; as the person was registered, not inflected. */
export function applicantShort({ personal }: Registered): string {
  if (personal === null) return ''
  const { organisation, given, surname } = personal
  const initial = given === '' ? '' : `${given.charAt(0)}. `
  return organisation || `${initial}${surname}`.trim()
}

/** A name by initial and surname, as letters are signed. */
export function signerName({ name: { given, surname } }: Official): Bilingual {
  const short = (language: Language) => {
    const first = given[language] || given.kk || given.ru
    return `${first === '' ? '' : `${first.charAt(0)}. `}${surname[language] || surname.kk || surname.ru}`
  }
  return { kk: short('kk'), ru: short('ru') }
}

type Some = Partial<Record<FactName, Fact>>

const said = (text: string): Fact => ({ kind: 'text', text })
const both = (texts: Bilingual): Fact => ({ kind: 'both', texts })
const date = (on: PlainDate): Fact => ({ kind: 'date', date: on })

function ofApplication({ registered }: LetterSources): Some {
  const { number, on, personal } = registered
  const { eotinish = '', essence = '', organisation = '' } = personal ?? {}
  const name =
    personal === null ? '' : [personal.surname, personal.given, personal.patronymic].filter(Boolean).join(' ')
  return {
    number: said(numberText(number)),
    registered: date(on),
    eotinish: said(eotinish),
    applicant: said(organisation === '' ? name : [organisation, name].filter(Boolean).join(', ')),
    essence: said(essence),
  }
}

function ofReception({ registered: { booking }, office, officials, words }: LetterSources): Some {
  const phone = said(office.phone)
  if (booking === null) return { phone }
  const official = officials.find(({ id }) => id === booking.officialId)
  const room = official?.room || office.room
  return {
    phone,
    ...(official === undefined ? {} : { official: both(officialInFull(official)) }),
    reception_date: date(booking.date),
    reception_time: said(booking.time ?? ''),
    place: both(words.place(office.address, room)),
  }
}

/** The day told before, and why it falls out (clause 15, KZ-2026 rule 26). */
function ofMove({ registered, about, movedBecause }: LetterSources): Some {
  const { booking } = registered
  const former = booking !== null && about === bookingKey(booking) ? formerTime(registered) : null
  return {
    ...(former === null ? {} : { moved_from: date(former.day) }),
    ...(former === null || movedBecause === null ? {} : { reason: both(movedBecause) }),
  }
}

function ofRefusal({ registered, about, earlier, directories }: LetterSources): Some {
  const decision = decisionAbout(registered, about, 'application.refused', 'application.refusal_proposed')
  if (decision === null) return {}
  const { facts = '', evidence = '', whereToTurn = '' } = decision.personal ?? {}
  const { ground, body } = decision.body
  const clause = profileOf(registered.profile).refusal.clauses[ground]?.clause ?? ''
  return {
    // A sentence of the template ends by itself.
    facts: said(unended(facts)),
    evidence: said(unended(evidence)),
    where_to_turn: said(unended(whereToTurn)),
    subpoint: said(/\((\d+)\)/.exec(clause)?.[1] ?? ''),
    ...(body === null ? {} : { body: bodyName(directories, body) }),
    ...(earlier === null ? {} : { earlier_number: said(earlier.number) }),
    ...(earlier === null || earlier.on === null ? {} : { earlier_date: date(earlier.on) }),
  }
}

function ofDecisions({ registered, about, directories, words }: LetterSources): Some {
  const request = requestOf(about)
  if (request !== null) {
    const until = registered.extendedTo === null ? {} : { until: date(registered.extendedTo) }
    return { body: bodyName(directories, request.body), requested_on: date(request.on), ...until }
  }
  const one = registered.decisions.find(({ id }) => id === about)
  switch (one?.type) {
    case 'application.left':
    case 'application.returned':
      return { reason: said(unended(one.personal?.reason ?? '')) }
    case 'application.extended': {
      const { until, decidedOn } = one.body
      const { reason = '', decidedBy = '' } = one.personal ?? {}
      return {
        until: date(until),
        decided_on: date(decidedOn),
        decided_by: said(unended(decidedBy)),
        reason: said(unended(reason)),
      }
    }
    case 'application.completeness_checked':
      return {
        lacks: both(joinedOf(one.body.lacks.map(words.lack))),
        ...(one.body.correctBy === null ? {} : { correct_by: date(one.body.correctBy) }),
      }
    case 'application.competence_decided': {
      const request = registered.letters.find(({ kind, about: of }) => kind === 'central_request' && of === one.id)
      return {
        ...(one.body.body === null ? {} : { body: bodyName(directories, one.body.body) }),
        forwarded_on: date(one.on),
        ...(request === undefined ? {} : { requested_on: date(request.on) }),
        ...(registered.extendedTo === null ? {} : { until: date(registered.extendedTo) }),
      }
    }
    default:
      return {}
  }
}

/** The facts of the letter of a demand that concerns no application. */
export function demandFacts(demand: DemandedFacts, { phone }: Pick<Office, 'phone'>): Facts {
  return { phone: said(phone), ...ofDemand({ demand }) }
}

/** Clause 31: what a unit or a body is asked for, and by when. */
function ofDemand({ demand }: Pick<LetterSources, 'demand'>): Some {
  if (demand === null) return {}
  return { body: both(demand.addressee), materials: said(unended(demand.text)), materials_by: date(demand.dueOn) }
}

function joinedOf(texts: readonly Bilingual[]): Bilingual {
  return { kk: texts.map(({ kk }) => kk).join(', '), ru: texts.map(({ ru }) => ru).join(', ') }
}
