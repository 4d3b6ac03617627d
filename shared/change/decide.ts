import { ABSENCE_ACTS, foldAbsence } from '../absence/transitions.ts'
import { lawfulApplicationActs } from '../application/statuses.ts'
import { foldApplication } from '../application/transitions.ts'
import { CALENDAR_ACTS, foldCalendar } from '../calendar/transitions.ts'
import { CONTACT_ACTS, foldContact } from '../contact/transitions.ts'
import { DAY_ACTS, foldDay } from '../day/transitions.ts'
import { DESK_ACTS, foldDesk } from '../desk/transitions.ts'
import { ENTRY_ACTS, foldEntry } from '../directory/transitions.ts'
import { foldImport, IMPORT_ACTS } from '../import/transitions.ts'
import { foldInstruction, INSTRUCTION_ACTS } from '../instruction/transitions.ts'
import { foldTemplate, TEMPLATE_ACTS } from '../letter/template-transitions.ts'
import { foldLetter, LETTER_ACTS } from '../letter/transitions.ts'
import { foldOffice, OFFICE_ACTS } from '../office/transitions.ts'
import { foldOfficial, OFFICIAL_ACTS } from '../official/transitions.ts'
import { foldPacks, PACK_ACTS } from '../pack/transitions.ts'
import { foldProtocol, PROTOCOL_ACTS } from '../protocol/transitions.ts'
import { foldReception, RECEPTION_ACTS } from '../reception/transitions.ts'
import { foldHelper, HELPER_ACTS } from '../reception-helper/transitions.ts'
import { foldRestriction, RESTRICTION_ACTS } from '../restriction/transitions.ts'
import { assertNever, fail, ok, type Result } from '../result/result.ts'
import { foldSchedule, SCHEDULE_ACTS } from '../schedule/transitions.ts'
import { foldSubject, SUBJECT_ACTS } from '../subject/transitions.ts'
import { foldUser, USER_ACTS } from '../user/transitions.ts'
import { foldVisit, VISIT_ACTS } from '../visit/transitions.ts'
import { type Action, type Intent, inOrder, type Noun } from './action.ts'
import { ACTION_TYPES, type ActionType, isKnownType } from './action-types.ts'
import { isReadable } from './project-view.ts'
import type { Related } from './related.ts'

/** The acts that are lawful now for an entity with these readable actions. The one table that screens and main both ask. */
export function lawfulActs(noun: Noun, actions: readonly Action[], related: Related): readonly ActionType[] {
  switch (noun) {
    case 'office':
      return OFFICE_ACTS[foldOffice(actions).status]
    case 'user':
      return USER_ACTS[foldUser(actions).status]
    case 'desk':
      return DESK_ACTS[foldDesk(actions).status]
    case 'official':
      return OFFICIAL_ACTS[foldOfficial(actions, related).status]
    case 'application':
      return lawfulApplicationActs(foldApplication(actions, related))
    case 'visit':
      return VISIT_ACTS[foldVisit(actions).status]
    case 'day':
      return DAY_ACTS[foldDay(actions).status]
    case 'pack':
      return PACK_ACTS[foldPacks(actions).status]
    case 'contact':
      return CONTACT_ACTS[foldContact(actions).status]
    case 'entry':
      return ENTRY_ACTS[foldEntry(actions).status]
    case 'import':
      return IMPORT_ACTS[foldImport(actions).status]
    case 'schedule':
      return SCHEDULE_ACTS[foldSchedule(actions).status]
    case 'absence':
      return ABSENCE_ACTS[foldAbsence(actions).status]
    case 'helper':
      return HELPER_ACTS[foldHelper(actions).status]
    case 'reception':
      return RECEPTION_ACTS[foldReception(actions).status]
    case 'restriction':
      return RESTRICTION_ACTS[foldRestriction(actions).status]
    case 'letter':
      return LETTER_ACTS[foldLetter(actions).status]
    case 'template':
      return TEMPLATE_ACTS[foldTemplate(actions).status]
    case 'protocol':
      return PROTOCOL_ACTS[foldProtocol(actions).status]
    case 'instruction':
      return INSTRUCTION_ACTS[foldInstruction(actions).status]
    case 'calendar':
      return CALENDAR_ACTS[foldCalendar(actions).status]
    case 'subject':
      return SUBJECT_ACTS[foldSubject(actions).status]
    default:
      return assertNever(noun)
  }
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
  if (!intent.entity.startsWith(`${definition.noun}:`)) return fail('change.wrong_entity', { type })
  const body = definition.body.safeParse(intent.body)
  if (!body.success) return fail('change.body', { type, path: body.error.issues[0]?.path.join('.') ?? '' })
  if (!actions.every(isReadable)) return fail('change.needs_update', { type })
  const head = inOrder(actions).at(-1)?.id ?? null
  if (intent.basedOn !== head) return fail('change.conflict', { type })
  if (!lawfulActs(definition.noun, actions, related).includes(type)) return fail('change.not_lawful', { type })
  return ok({ type, version: definition.version, body: body.data })
}
