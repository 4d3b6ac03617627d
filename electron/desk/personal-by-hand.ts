import { foldApplication } from '#shared/application/transitions.ts'
import { type Intent, nounOf, type SubjectId } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType } from '#shared/change/action-types.ts'
import { ContactPersonal } from '#shared/contact/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { faultsOfCheck, type IdentityFault, maskDocumentNumber } from '#shared/visit/identity.ts'
import { type IdentityCheck, IdentityCheckPersonal } from '#shared/visit/model.ts'
import { foldVisit } from '#shared/visit/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { keptOfContact } from './contacts.ts'
import type { OpenDesk } from './open-desk.ts'
import { newSubject, subjectOfEntity } from './subjects.ts'

export type Personal = Record<string, unknown>

/** An intent of a screen with its body parsed, and what it says of a person. */
export interface ByHand {
  readonly type: ActionType
  readonly intent: Intent
  readonly body: Record<string, unknown>
  readonly personal: Personal | null
  readonly today: PlainDate
}

/** What each fault of a check is told as. */
const IDENTITY_REFUSALS: Record<IdentityFault['code'], () => ExpectedError> = {
  document_missing: () => new ExpectedError('identity.document_missing'),
  number_missing: () => new ExpectedError('identity.number_missing'),
  other_end_missing: () => new ExpectedError('identity.other_end_missing'),
  comment_missing: () => new ExpectedError('identity.comment_missing'),
  powers_expired: () => new ExpectedError('identity.powers_expired'),
  powers_number_missing: () => new ExpectedError('identity.powers_number_missing'),
}

/**
 * The personal part of an act by hand and under whom it is sealed; null: there is none. Throws `change.personal` where it is
 * not what the type has, `identity.*` for a check that may not be recorded, `subject.erased`.
 */
export async function personalByHand(
  desk: OpenDesk,
  act: ByHand,
): Promise<{ subject: SubjectId; value: Personal } | null> {
  const value = keptOf(act, parsedPersonal(act))
  if (value === null) return null
  if (act.type === 'visit.identity_checked') await demandPerson(desk, act)
  const subject = await subjectOfAct(desk, act)
  if (subject === null) throw new ExpectedError('change.not_lawful', { type: act.type })
  return { subject, value }
}

function parsedPersonal({ type, body, personal }: ByHand): Personal | null {
  const schema = ACTION_TYPES[type].personal
  if (schema === null) {
    if (personal !== null) throw new ExpectedError('change.personal', { type })
    return null
  }
  if (personal === null && needsNothing(type, body)) return null
  const parsed = schema.safeParse(personal)
  if (!parsed.success) throw new ExpectedError('change.personal', { type })
  return parsed.data
}

/** Of a contact, an exchange, an answer, a demand about nobody and a call in its turn nothing personal need be kept; every other personal part is the point of its act. */
function needsNothing(type: ActionType, body: Record<string, unknown>): boolean {
  if (type === 'contact.detailed' || type === 'feedback.noted' || type === 'demand.answered') return true
  if (type === 'demand.made') return ACTION_TYPES[type].body.parse(body).demand.application === null
  if (type !== 'visit.called') return false
  if (ACTION_TYPES[type].body.parse(body).call.reason === 'by_hand') throw new ExpectedError('visit.note_needed')
  return true
}

function keptOf({ type, body, today }: ByHand, personal: Personal | null): Personal | null {
  switch (type) {
    case 'contact.detailed': {
      const { contact } = ACTION_TYPES[type].body.parse(body)
      return keptOfContact(contact, ContactPersonal.nullable().parse(personal))
    }
    case 'visit.identity_checked': {
      const { check } = ACTION_TYPES[type].body.parse(body)
      return keptOfCheck(check, IdentityCheckPersonal.parse(personal), today)
    }
    default:
      return personal
  }
}

/** The whole number of a document goes no further than this. */
function keptOfCheck(check: IdentityCheck, personal: IdentityCheckPersonal, today: PlainDate): IdentityCheckPersonal {
  demandCheck(check, personal, today)
  return { ...personal, number: maskDocumentNumber(personal.number) }
}

/** What is wrong with a check of a day by itself. Throws `identity.*`. */
export function demandCheck(check: IdentityCheck, personal: IdentityCheckPersonal, today: PlainDate): void {
  const [fault] = faultsOfCheck(check, personal, today)
  if (fault !== undefined) throw IDENTITY_REFUSALS[fault.code]()
  // What stops the visitor stands in the body for good: the page's day may be another than the office's.
  const isPast = personal.validTo !== null && personal.validTo < today
  if (isPast && !check.expired) throw new ExpectedError('identity.expired_unsaid')
}

/**
 * A check is of somebody who came with this visit. Whoever was registered as acting for another is not let in as acting for
 * nobody else (clause 9).
 */
async function demandPerson({ journal, gate }: OpenDesk, { type, intent, body }: ByHand): Promise<void> {
  const { member, powers } = ACTION_TYPES['visit.identity_checked'].body.parse(body).check
  const visit = foldVisit(await readableActionsOf(journal, intent.entity)).checkIn
  if (visit === null) return
  if (member !== null && member >= visit.members) throw new ExpectedError('change.not_lawful', { type })
  if (member !== null || powers !== 'not_needed') return
  const { registered } = foldApplication(await readableActionsOf(journal, visit.application), gate.related())
  if (registered?.registration.represented) throw new ExpectedError('identity.powers_not_stated')
}

/** Of whom an act speaks: a visit, a letter and a protocol of the person of their application, a contact and a letter about nobody of their own, which may not have one yet. */
async function subjectOfAct(desk: OpenDesk, { intent: { entity }, type, body }: ByHand): Promise<SubjectId | null> {
  if (type === 'letter.drafted') {
    const { application } = ACTION_TYPES[type].body.parse(body).letter
    if (application !== null) return subjectOfEntity(desk, application)
    // A letter about nobody is sealed under a key of its own, which no erasure drops.
    return (desk.journal.has(entity) ? await subjectOfEntity(desk, entity) : null) ?? newSubject(desk)
  }
  if (type === 'demand.made') {
    const { application } = ACTION_TYPES[type].body.parse(body).demand
    return application === null ? null : subjectOfEntity(desk, application)
  }
  if (type === 'feedback.noted') return subjectOfEntity(desk, ACTION_TYPES[type].body.parse(body).feedback.application)
  if (type === 'protocol.drafted')
    return subjectOfEntity(desk, ACTION_TYPES[type].body.parse(body).protocol.application)
  if (nounOf(entity) === 'visit') {
    const visit = foldVisit(await readableActionsOf(desk.journal, entity)).checkIn
    return visit === null ? null : subjectOfEntity(desk, visit.application)
  }
  const known = await subjectOfEntity(desk, entity)
  if (known !== null || type !== 'contact.detailed') return known
  // Nobody may be made for a contact that is not there.
  return desk.journal.has(entity) ? newSubject(desk) : null
}
