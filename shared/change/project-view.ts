import { type AbsenceState, foldAbsence } from '../absence/transitions.ts'
import { isUndecided } from '../application/statuses.ts'
import { type ApplicationState, foldApplication, isHandedOut } from '../application/transitions.ts'
import { type AuditState, foldAudit } from '../audit/transitions.ts'
import { type CalendarState, foldCalendar } from '../calendar/transitions.ts'
import { type CallCentreState, foldCallCentre } from '../callcentre/transitions.ts'
import { type ContactState, foldContact } from '../contact/transitions.ts'
import { type DayState, foldDay } from '../day/transitions.ts'
import { type DemandState, foldDemand } from '../demand/transitions.ts'
import { type DeskState, foldDesk } from '../desk/transitions.ts'
import type { KeptSums } from '../destruction/model.ts'
import { type DestructionState, foldDestruction } from '../destruction/transitions.ts'
import { type EntryState, foldEntry } from '../directory/transitions.ts'
import { type FeedbackState, foldFeedback } from '../feedback/transitions.ts'
import { foldImport, type ImportState } from '../import/transitions.ts'
import { foldInstruction, type InstructionState } from '../instruction/transitions.ts'
import { owedLetters } from '../letter/duties.ts'
import { foldTemplate, type TemplateState } from '../letter/template-transitions.ts'
import { foldLetter, type LetterState } from '../letter/transitions.ts'
import { foldLine, type LineState } from '../line/transitions.ts'
import { foldOffice, type OfficeState } from '../office/transitions.ts'
import { foldOfficial, type OfficialState } from '../official/transitions.ts'
import { foldPacks, type PacksState } from '../pack/transitions.ts'
import { foldProtocol, type ProtocolState } from '../protocol/transitions.ts'
import { foldReception, type ReceptionState } from '../reception/transitions.ts'
import { foldHelper, type HelperState } from '../reception-helper/transitions.ts'
import type { Countable } from '../report/counts.ts'
import { foldReport, type ReportState } from '../report/transitions.ts'
import { foldRestriction, type RestrictionState } from '../restriction/transitions.ts'
import { foldRetention, type RetentionState } from '../retention/transitions.ts'
import { foldSchedule, type ScheduleState } from '../schedule/transitions.ts'
import { foldSubject, type SubjectState } from '../subject/transitions.ts'
import { type AnswerState, foldAnswer, foldSurvey, type SurveyState } from '../survey/transitions.ts'
import { toDayNumber } from '../time/plain-date.ts'
import { foldUser, type UserState } from '../user/transitions.ts'
import { foldVisit, type VisitState } from '../visit/transitions.ts'
import type { Action, Noun } from './action.ts'
import { ACTION_TYPES, isKnownType } from './action-types.ts'
import type { Related } from './related.ts'

/** What the fold of each noun yields. */
export interface StateOf {
  readonly office: OfficeState
  readonly user: UserState
  readonly desk: DeskState
  readonly official: OfficialState
  readonly application: ApplicationState
  readonly visit: VisitState
  readonly line: LineState
  readonly day: DayState
  readonly pack: PacksState
  readonly contact: ContactState
  readonly entry: EntryState
  readonly import: ImportState
  readonly schedule: ScheduleState
  readonly absence: AbsenceState
  readonly helper: HelperState
  readonly reception: ReceptionState
  readonly restriction: RestrictionState
  readonly letter: LetterState
  readonly template: TemplateState
  readonly protocol: ProtocolState
  readonly instruction: InstructionState
  readonly survey: SurveyState
  readonly answer: AnswerState
  readonly demand: DemandState
  readonly feedback: FeedbackState
  readonly callcentre: CallCentreState
  readonly report: ReportState
  readonly calendar: CalendarState
  readonly subject: SubjectState
  readonly audit: AuditState
  readonly retention: RetentionState
  readonly destruction: DestructionState
}

/** The state of one entity, told apart by its noun. */
export type View = { readonly [N in Noun]: { readonly noun: N; readonly state: StateOf[N] } }[Noun]

const FOLDS: { readonly [N in Noun]: (actions: readonly Action[], related: Related) => StateOf[N] } = {
  office: foldOffice,
  user: foldUser,
  desk: foldDesk,
  official: foldOfficial,
  application: foldApplication,
  visit: foldVisit,
  line: foldLine,
  day: foldDay,
  pack: foldPacks,
  contact: foldContact,
  entry: foldEntry,
  import: foldImport,
  schedule: foldSchedule,
  absence: foldAbsence,
  helper: foldHelper,
  reception: foldReception,
  restriction: foldRestriction,
  letter: foldLetter,
  template: foldTemplate,
  protocol: foldProtocol,
  instruction: foldInstruction,
  report: foldReport,
  survey: foldSurvey,
  answer: foldAnswer,
  demand: foldDemand,
  feedback: foldFeedback,
  callcentre: foldCallCentre,
  calendar: foldCalendar,
  subject: foldSubject,
  audit: foldAudit,
  retention: foldRetention,
  destruction: foldDestruction,
}

/** The view of an entity: the fold of its readable actions. */
export function viewOf(noun: Noun, actions: readonly Action[], related: Related): View {
  return { noun, state: FOLDS[noun](actions, related) } as View
}

/**
 * Whether this program can fold the action: a type and version it knows, on the right noun, with a body and a personal
 * part that parse. One that cannot be read is kept whole and shown as "needs an update"; it changes nothing.
 */
export function isReadable(action: Action): boolean {
  if (!isKnownType(action.type)) return false
  const { noun, version, body, personal } = ACTION_TYPES[action.type]
  if (version !== action.version || (noun !== null && !action.entity.startsWith(`${noun}:`))) return false
  if (!body.safeParse(action.body).success) return false
  const value = action.personal?.value ?? null
  return value === null || personal === null || personal.safeParse(value).success
}

/** Whether the view is of an application that stands: not taken back with its import. Only these are listed and counted. */
export function isLive(view: View | null): boolean {
  return view?.noun === 'application' && view.state.status !== 'absent' && view.state.status !== 'undone'
}

/** Day of registration of a live application as `yyyymmdd`, 0 where it has none, null for all that is not counted. */
export function dayOf(view: View | null): number | null {
  if (view?.noun !== 'application' || !isLive(view)) return null
  const registered = view.state.facts?.registered ?? null
  return registered === null ? 0 : toDayNumber(registered)
}

/** What a live application adds to the counts of its day, else null. Its category is gone once the person is erased. */
export function countableOf(view: View | null): Countable | null {
  if (view?.noun !== 'application' || !isLive(view) || view.state.facts === null) return null
  const { facts, personal } = view.state
  return {
    legalEntity: facts.legalEntity,
    badIin: facts.badIin,
    marked: facts.problems.length > 0,
    byChannel: facts.channel,
    byOutcome: facts.outcome,
    byResult: facts.result,
    byTopic: facts.topic,
    byDistrict: facts.district,
    byCategory: personal?.category ?? null,
    byLanguage: facts.language,
    byOfficial: facts.officialId,
  }
}

/**
 * What a registered application waits for: `open` no final decision yet; `no_eotinish` its number is not noted (clause 25);
 * `no_letter` a decision or a time obliges a letter that is not signed off; `no_talon` it was not withdrawn and no talon was printed or given as a file; `booked:<yyyymmdd>` it is open and has a time that day. An imported record
 * waits for nothing here, and of an erased person nothing more is asked than a decision.
 */
export type Mark = 'open' | 'no_eotinish' | 'no_talon' | 'no_letter' | `booked:${number}`

/** The marks of a view; none for all that is not a registered application. */
export function marksOf(view: View | null): Mark[] {
  if (view?.noun !== 'application' || view.state.registered === null) return []
  const { status, personal, registered } = view.state
  const marks: Mark[] = isUndecided(status) ? ['open'] : []
  if (personal !== null && personal.eotinish === '') marks.push('no_eotinish')
  const isTalonGiven = registered.talons.some(isHandedOut)
  if (personal !== null && status !== 'withdrawn' && !isTalonGiven) marks.push('no_talon')
  if (owedLetters(view.state).length > 0) marks.push('no_letter')
  if (status === 'open' && registered.booking) marks.push(`booked:${toDayNumber(registered.booking.date)}`)
  return marks
}

/** Someone whom an application names beside the applicant. Texts are empty where nothing was said. */
export interface NamedPerson {
  readonly surname: string
  readonly given: string
  readonly patronymic: string
  readonly organisation: string
  readonly iin: string
  readonly bin: string
}

/** The person on whose behalf a live application was made, then the members of its delegation. */
export function peopleOf(view: View | null): NamedPerson[] {
  if (view?.noun !== 'application' || !isLive(view)) return []
  const { principal = null, members = [] } = view.state.registered?.personal ?? {}
  const named = members.map(member => ({ ...member, organisation: '', bin: '' }))
  return principal === null ? named : [principal, ...named]
}

/** What of the counts by day of registration an act of destruction keeps. */
export function keptCountsOf(view: View | null): KeptSums['counts'] {
  return view?.noun === 'destruction' ? (view.state.confirmed?.kept.counts ?? []) : []
}
