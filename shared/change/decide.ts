import { ABSENCE_ACTS, foldAbsence } from '../absence/transitions.ts'
import { lawfulApplicationActs } from '../application/statuses.ts'
import { foldApplication } from '../application/transitions.ts'
import { AUDIT_ACTS, foldAudit } from '../audit/transitions.ts'
import { CALENDAR_ACTS, foldCalendar } from '../calendar/transitions.ts'
import { CALL_CENTRE_ACTS, foldCallCentre } from '../callcentre/transitions.ts'
import { findClash } from '../clash/clash.ts'
import { SETTLED, Settlement } from '../clash/model.ts'
import { findLate, isSettlementOf, type Unsettled } from '../clash/settling.ts'
import { CONTACT_ACTS, foldContact } from '../contact/transitions.ts'
import { DAY_ACTS, foldDay } from '../day/transitions.ts'
import { DEMAND_ACTS, foldDemand } from '../demand/transitions.ts'
import { DESK_ACTS, foldDesk } from '../desk/transitions.ts'
import { DESTRUCTION_ACTS, foldDestruction } from '../destruction/transitions.ts'
import { ENTRY_ACTS, foldEntry } from '../directory/transitions.ts'
import { FEEDBACK_ACTS, foldFeedback } from '../feedback/transitions.ts'
import { foldImport, IMPORT_ACTS } from '../import/transitions.ts'
import { foldInstruction, INSTRUCTION_ACTS } from '../instruction/transitions.ts'
import { foldTemplate, TEMPLATE_ACTS } from '../letter/template-transitions.ts'
import { foldLetter, LETTER_ACTS } from '../letter/transitions.ts'
import { foldLine, LINE_ACTS } from '../line/transitions.ts'
import { foldOffice, OFFICE_ACTS } from '../office/transitions.ts'
import { foldOfficial, OFFICIAL_ACTS } from '../official/transitions.ts'
import { foldPacks, PACK_ACTS } from '../pack/transitions.ts'
import { foldProtocol, PROTOCOL_ACTS } from '../protocol/transitions.ts'
import { foldReception, RECEPTION_ACTS } from '../reception/transitions.ts'
import { foldHelper, HELPER_ACTS } from '../reception-helper/transitions.ts'
import { foldReport, REPORT_ACTS } from '../report/transitions.ts'
import { foldRestriction, RESTRICTION_ACTS } from '../restriction/transitions.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { foldRetention, RETENTION_ACTS } from '../retention/transitions.ts'
import { foldSchedule, SCHEDULE_ACTS } from '../schedule/transitions.ts'
import { foldSubject, SUBJECT_ACTS } from '../subject/transitions.ts'
import { ANSWER_ACTS, foldAnswer, foldSurvey, SURVEY_ACTS } from '../survey/transitions.ts'
import { foldUser, USER_ACTS } from '../user/transitions.ts'
import { foldVisit, VISIT_ACTS } from '../visit/transitions.ts'
import { type Action, type Intent, inOrder, Noun } from './action.ts'
import { ACTION_TYPES, type ActionType, isKnownType } from './action-types.ts'
import { isReadable } from './project-view.ts'
import type { Related } from './related.ts'

/** The acts of each noun that are lawful after these readable actions. */
const LAWFUL: Readonly<Record<Noun, (actions: readonly Action[], related: Related) => readonly ActionType[]>> = {
  office: actions => OFFICE_ACTS[foldOffice(actions).status],
  user: actions => USER_ACTS[foldUser(actions).status],
  desk: actions => DESK_ACTS[foldDesk(actions).status],
  official: (actions, related) => OFFICIAL_ACTS[foldOfficial(actions, related).status],
  application: (actions, related) => lawfulApplicationActs(foldApplication(actions, related)),
  visit: actions => VISIT_ACTS[foldVisit(actions).status],
  line: actions => LINE_ACTS[foldLine(actions).status],
  day: actions => DAY_ACTS[foldDay(actions).status],
  pack: actions => PACK_ACTS[foldPacks(actions).status],
  contact: actions => CONTACT_ACTS[foldContact(actions).status],
  entry: actions => ENTRY_ACTS[foldEntry(actions).status],
  import: actions => IMPORT_ACTS[foldImport(actions).status],
  schedule: actions => SCHEDULE_ACTS[foldSchedule(actions).status],
  absence: actions => ABSENCE_ACTS[foldAbsence(actions).status],
  helper: actions => HELPER_ACTS[foldHelper(actions).status],
  reception: actions => RECEPTION_ACTS[foldReception(actions).status],
  restriction: actions => RESTRICTION_ACTS[foldRestriction(actions).status],
  letter: actions => LETTER_ACTS[foldLetter(actions).status],
  template: actions => TEMPLATE_ACTS[foldTemplate(actions).status],
  protocol: actions => PROTOCOL_ACTS[foldProtocol(actions).status],
  instruction: actions => INSTRUCTION_ACTS[foldInstruction(actions).status],
  report: actions => REPORT_ACTS[foldReport(actions).status],
  survey: actions => SURVEY_ACTS[foldSurvey(actions).status],
  answer: actions => ANSWER_ACTS[foldAnswer(actions).status],
  demand: actions => DEMAND_ACTS[foldDemand(actions).status],
  feedback: actions => FEEDBACK_ACTS[foldFeedback(actions).status],
  callcentre: actions => CALL_CENTRE_ACTS[foldCallCentre(actions).status],
  calendar: actions => CALENDAR_ACTS[foldCalendar(actions).status],
  audit: actions => AUDIT_ACTS[foldAudit(actions).status],
  retention: actions => RETENTION_ACTS[foldRetention(actions).status],
  destruction: actions => DESTRUCTION_ACTS[foldDestruction(actions).status],
  subject: actions => SUBJECT_ACTS[foldSubject(actions).status],
}

/** The acts that are lawful now for an entity with these readable actions. The one table that screens and main both ask. */
export function lawfulActs(noun: Noun, actions: readonly Action[], related: Related): readonly ActionType[] {
  return LAWFUL[noun](actions, related)
}

/** What of an entity with these readable actions waits for a person: done apart by desks, or of somebody who was erased. */
export function unsettledOf(noun: Noun, actions: readonly Action[], related: Related): Unsettled {
  const isLawful = (type: string, before: readonly Action[]) =>
    (lawfulActs(noun, before, related) as readonly string[]).includes(type)
  return { clash: findClash(noun, actions, isLawful), late: findLate(actions, related) }
}

/** What was decided: the intent with its body parsed, ready to be stamped and appended. */
export interface Decided {
  readonly type: ActionType
  readonly version: number
  readonly body: Record<string, unknown>
}

/**
 * Whether an intent may become an action on an entity with these actions. Pure; main runs it before each append.
 * Errors: `change.unknown_type`, `change.wrong_entity`, `change.body` (params: path), `change.needs_update` (a newer program
 * changed the entity: nobody can decide here on what is only half read), `change.conflict` (the head moved since the screen
 * decided), `change.not_lawful` (params: type).
 */
export function decide(intent: Intent, actions: readonly Action[], related: Related): Result<Decided> {
  const { type } = intent
  if (!isKnownType(type)) return fail('change.unknown_type', { type })
  const definition = ACTION_TYPES[type]
  const noun = definition.noun ?? Noun.safeParse(intent.entity.slice(0, intent.entity.indexOf(':'))).data
  if (noun === undefined || !intent.entity.startsWith(`${noun}:`)) return fail('change.wrong_entity', { type })
  const body = definition.body.safeParse(intent.body)
  if (!body.success) return fail('change.body', { type, path: body.error.issues[0]?.path.join('.') ?? '' })
  if (!actions.every(isReadable)) return fail('change.needs_update', { type })
  const head = inOrder(actions).at(-1)?.id ?? null
  if (intent.basedOn !== head) return fail('change.conflict', { type })
  const isLawful =
    type === SETTLED
      ? maySettle(noun, actions, related, Settlement.parse(body.data))
      : lawfulActs(noun, actions, related).includes(type)
  if (!isLawful) return fail('change.not_lawful', { type })
  return ok({ type, version: definition.version, body: body.data })
}

/** What stands unsettled is settled as it stands. That an entity stands beside others is judged where these are known. */
function maySettle(noun: Noun, actions: readonly Action[], related: Related, settlement: Settlement): boolean {
  const { stands, aside, beside } = settlement
  if (stands.length + aside.length === 0) return beside.length > 0 && actions.length > 0
  return beside.length === 0 && isSettlementOf(unsettledOf(noun, actions, related), settlement)
}
