import type { Action, EntityId } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import type { Related } from '../change/related.ts'
import { inForce } from '../clash/in-force.ts'
import type { LetterNote } from '../letter/model.ts'
import type { ProfileId } from '../office/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Decided, type Deciding, outcomeOf, reopen, takeDecision, undecided } from './decision-fold.ts'
import { isDecisionType } from './decisions.ts'
import { type ImportedFacts, ImportedPersonal, type ReceptionResult } from './model.ts'
import {
  type Booking,
  type Registration,
  type RegistrationNumber,
  RegistrationPersonal,
  type ReprintReason,
  type TalonShape,
} from './registration.ts'
import { type ApplicationStatus, actsUnder } from './statuses.ts'

export { APPLICATION_ACTS, type ApplicationStatus } from './statuses.ts'

/** What lists show and figures count of any application, imported or registered. */
export type ApplicationFacts = Omit<ImportedFacts, 'rowNumber' | 'sheetRow'>

/** What lists show and search knows of the person of any application. */
export type ApplicationPersonal = Omit<ImportedPersonal, 'cells'>

/** A talon that was made. */
export interface TalonMade {
  readonly job: string
  readonly shape: TalonShape
  /** `saved`: given to the person as a file. `kept`: it lies here, nobody has it. */
  readonly result: 'printed' | 'saved' | 'kept'
  readonly reprint: ReprintReason | null
  /** Instant, UTC, ISO. */
  readonly at: string
}

/** Whether the person has the talon. */
export function isHandedOut({ result }: Pick<TalonMade, 'result'>): boolean {
  return result !== 'kept'
}

/** A paper whose file is kept. */
export interface PaperFile {
  readonly paper: string
  readonly kind: 'pdf' | 'jpeg' | 'png'
  readonly bytes: number
  readonly sha256: string
  /** Null where the person was erased. */
  readonly title: string | null
}

/** What a registered application has beside an imported one. */
export interface Registered extends Decided {
  readonly number: RegistrationNumber
  /** The regulation it is handled by. */
  readonly profile: ProfileId
  readonly registration: Registration
  /** Null when the subject was erased. */
  readonly personal: RegistrationPersonal | null
  /** Instant, UTC, ISO; legal date; id of the user who accepted it. */
  readonly at: string
  readonly on: PlainDate
  readonly by: string
  readonly corrected: boolean
  readonly booking: Booking | null
  /** Who is to receive the applicant, by decision (clause 27); null: not decided. */
  readonly appointed: Appointment | null
  /** The briefing as last written (clause 26). */
  readonly briefing: Briefing | null
  readonly talons: readonly TalonMade[]
  readonly files: readonly PaperFile[]
  readonly visit: EntityId | null
  /** Letters that were signed off and stand, oldest first. */
  readonly letters: readonly NotedLetter[]
  /** Legal dates of each move of a time to another, of its being withdrawn (null: it is not), and of its e-Otinish number. */
  readonly movedOn: readonly PlainDate[]
  /** Days of the times that nothing took away before they came. */
  readonly timesGiven: readonly PlainDate[]
  readonly withdrawnOn: PlainDate | null
  readonly eotinishOn: PlainDate | null
}

/** It was decided who receives the applicant: by whom of the desk, and on which legal date. */
export interface Appointment {
  readonly officialId: string
  readonly video: boolean
  readonly on: PlainDate
  readonly by: string
}

/** A briefing sheet: its proposal, its text (null of an erased person), and when and by whom it was written. */
export interface Briefing {
  readonly proposal: 'receive' | 'refuse'
  readonly summary: string | null
  readonly on: PlainDate
  readonly by: string
}

/** A letter that was signed off, with its legal date. */
export interface NotedLetter extends Omit<LetterNote, 'outcome'> {
  readonly on: PlainDate
}

export interface ApplicationState {
  readonly status: ApplicationStatus
  readonly batch: string | null
  readonly subject: string | null
  readonly facts: ApplicationFacts | null
  /** Null when the subject was erased. */
  readonly personal: ApplicationPersonal | null
  readonly erased: boolean
  /** The row as it stood in the file; empty where there was none. */
  readonly cells: Readonly<Record<string, string>>
  /** Null for an imported record. */
  readonly registered: Registered | null
}

const ABSENT: ApplicationState = {
  status: 'absent',
  batch: null,
  subject: null,
  facts: null,
  personal: null,
  erased: false,
  cells: {},
  registered: null,
}

/** An application as it stands: one brought by an import, or one registered at a desk. */
export function foldApplication(actions: readonly Action[], related: Related): ApplicationState {
  const own = inForce(actions)
  const first = own.find(action => action.type === 'application.registered')
  return first === undefined ? foldImported(own, related) : foldRegistered(first, own, related)
}

/** The first import that was not taken back. Two desks that bring the same journal give one application, whichever is first. */
function foldImported(actions: readonly Action[], related: Related): ApplicationState {
  let last = ABSENT
  for (const action of actions) {
    if (action.type !== 'application.imported') continue
    const { batch, facts } = bodyOf('application.imported', action)
    const value = personalOf(action, related)
    const personal = value === null ? null : ImportedPersonal.parse(value)
    const state: ApplicationState = {
      status: related.undoneBatches.has(batch) ? 'undone' : 'imported',
      batch,
      subject: action.personal?.subject ?? null,
      facts,
      personal,
      erased: value === null,
      cells: personal?.cells ?? {},
      registered: null,
    }
    if (state.status === 'imported') return state
    last = state
  }
  return last
}

/** Status, outcome and what hangs on them: what the acts after a registration change. */
interface Standing extends Deciding {
  received: PlainDate | null
  result: ReceptionResult | null
  receivedBy: string | null
  visit: EntityId | null
  booking: Booking | null
  appointed: Appointment | null
  briefing: Briefing | null
  eotinish: string | null
  corrected: Action | null
  talons: TalonMade[]
  files: PaperFile[]
  letters: NotedLetter[]
  movedOn: PlainDate[]
  /** Of times that stood on their day and were followed by another act that ends a time. */
  timesPassed: PlainDate[]
  /** The day of the time that stands. */
  timeOn: PlainDate | null
  withdrawnOn: PlainDate | null
  eotinishOn: PlainDate | null
}

function foldRegistered(first: Action, own: readonly Action[], related: Related): ApplicationState {
  const standing = begun()
  const { number, profile } = bodyOf('application.registered', first)
  for (const action of own) {
    const lawful: readonly string[] = actsUnder(standing.status, profile)
    if (lawful.includes(action.type)) step(standing, action, related)
  }
  const { registration } =
    standing.corrected === null
      ? bodyOf('application.registered', first)
      : bodyOf('application.corrected', standing.corrected)
  const value = personalOf(standing.corrected ?? first, related)
  const parsed = value === null ? null : RegistrationPersonal.parse(value)
  const personal = parsed && { ...parsed, eotinish: standing.eotinish ?? parsed.eotinish }
  return {
    status: standing.status,
    batch: null,
    subject: first.personal?.subject ?? null,
    facts: factsOf(first, registration, standing),
    personal: personal && { ...commonOf(personal), officialText: '' },
    erased: personal === null,
    cells: {},
    registered: {
      number,
      profile,
      registration,
      personal,
      at: first.at,
      on: first.date,
      by: first.user,
      corrected: standing.corrected !== null,
      booking: standing.booking,
      appointed: standing.appointed,
      briefing: standing.briefing,
      talons: standing.talons,
      files: standing.files,
      visit: standing.visit,
      letters: standing.letters,
      movedOn: standing.movedOn,
      timesGiven: [...standing.timesPassed, ...(standing.timeOn === null ? [] : [standing.timeOn])],
      withdrawnOn: standing.withdrawnOn,
      eotinishOn: standing.eotinishOn ?? (parsed?.eotinish ? first.date : null),
      decisions: standing.decisions,
      competence: standing.competence,
      correctBy: standing.correctBy,
      extendedTo: standing.extendedTo,
      refusal: standing.refusal,
    },
  }
}

/** An application as it stands right after its registration. */
function begun(): Standing {
  return {
    ...undecided(),
    status: 'open',
    received: null,
    result: null,
    receivedBy: null,
    visit: null,
    booking: null,
    appointed: null,
    briefing: null,
    eotinish: null,
    corrected: null,
    talons: [],
    files: [],
    letters: [],
    movedOn: [],
    timesPassed: [],
    timeOn: null,
    withdrawnOn: null,
    eotinishOn: null,
  }
}

/** Acts after which a time that was given before stands no more. */
const ENDS_TIME: readonly string[] = [
  'application.booked',
  'application.booking_dropped',
  'application.withdrawn',
  'application.refused',
  'application.refusal_approved',
  'application.returned',
  'application.competence_decided',
]

/** Keeps the day of a time that had come when it ended, and the day of one that is given. */
function keepTime(standing: Standing, action: Action): void {
  if (!ENDS_TIME.includes(action.type)) return
  if (standing.timeOn !== null && action.date > standing.timeOn) standing.timesPassed.push(standing.timeOn)
  standing.timeOn = action.type === 'application.booked' ? bodyOf('application.booked', action).booking.date : null
}

function step(standing: Standing, action: Action, related: Related): void {
  keepTime(standing, action)
  if (isDecisionType(action.type)) {
    takeDecision(standing, action, personalOf(action, related))
    return
  }
  switch (action.type) {
    case 'application.corrected':
      standing.corrected = action
      // A number that was noted is put right by the form too; it stays where the form says none.
      if (standing.eotinish !== null)
        standing.eotinish = textOf(personalOf(action, related), 'eotinish') || standing.eotinish
      break
    case 'application.eotinish_noted':
      standing.eotinish = textOf(personalOf(action, related), 'eotinish')
      standing.eotinishOn ??= action.date
      break
    case 'application.booked':
    case 'application.booking_dropped':
    case 'application.appointed':
    case 'application.briefed':
      plan(standing, action, related)
      break
    case 'application.received': {
      const { on, officialId, result, visit } = bodyOf('application.received', action)
      Object.assign(standing, { status: 'received', received: on, receivedBy: officialId, result, visit })
      break
    }
    case 'application.reception_undone': {
      // Of two desks apart each may have ended a reception of its own: only the one that counts is taken back.
      if (bodyOf('application.reception_undone', action).visit !== standing.visit) break
      Object.assign(standing, { status: 'open', received: null, receivedBy: null, result: null, visit: null })
      break
    }
    case 'application.withdrawn':
      standing.status = 'withdrawn'
      standing.withdrawnOn = action.date
      break
    case 'application.reopened':
      reopen(standing)
      standing.withdrawnOn = null
      break
    case 'application.talon_made':
      standing.talons.push({ ...bodyOf('application.talon_made', action), at: action.at })
      break
    case 'application.paper_attached':
      standing.files.push({
        ...bodyOf('application.paper_attached', action),
        title: textOf(personalOf(action, related), 'title'),
      })
      break
    case 'application.letter_noted': {
      const { outcome, ...noted } = bodyOf('application.letter_noted', action)
      standing.letters = standing.letters.filter(one => one.letter !== noted.letter)
      if (outcome === 'signed') standing.letters.push({ ...noted, on: action.date })
      break
    }
  }
}

/** What the planning of receptions changes. */
function plan(standing: Standing, action: Action, related: Related): void {
  switch (action.type) {
    case 'application.booked':
      if (standing.booking !== null) standing.movedOn.push(action.date)
      standing.booking = bodyOf('application.booked', action).booking
      break
    case 'application.booking_dropped':
      standing.booking = null
      break
    case 'application.appointed': {
      const { officialId, video } = bodyOf('application.appointed', action)
      standing.appointed = officialId === null ? null : { officialId, video, on: action.date, by: action.user }
      break
    }
    case 'application.briefed': {
      const summary = textOf(personalOf(action, related), 'summary')
      standing.briefing = { ...bodyOf('application.briefed', action), summary, on: action.date, by: action.user }
      break
    }
  }
}

function factsOf(first: Action, registration: Registration, standing: Standing): ApplicationFacts {
  return {
    registered: first.date,
    received: standing.received,
    channel: registration.channel,
    district: registration.district,
    language: registration.language,
    topic: registration.topic,
    officialId: standing.receivedBy ?? standing.booking?.officialId ?? registration.officialId,
    outcome: outcomeOf(standing),
    result: standing.result,
    legalEntity: registration.applicant === 'legal_entity',
    badIin: false,
    badBin: false,
    problems: [],
  }
}

function commonOf(personal: RegistrationPersonal): Omit<ApplicationPersonal, 'officialText'> {
  const { surname, given, patronymic, iin, bin, organisation, phone, category, essence, eotinish } = personal
  return { surname, given, patronymic, iin, bin, organisation, phone, category, essence, eotinish }
}

function personalOf(action: Action, related: Related): Record<string, unknown> | null {
  const subject = action.personal?.subject ?? null
  const erased = subject !== null && related.erasedSubjects.has(subject)
  return erased ? null : (action.personal?.value ?? null)
}

function textOf(value: Record<string, unknown> | null, name: string): string | null {
  const text = value?.[name]
  return typeof text === 'string' ? text : null
}
