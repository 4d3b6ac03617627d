import { parsePhone } from '#shared/applicant/phone.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { isLive } from '#shared/change/project-view.ts'
import { type Candidate, frameOf } from '#shared/survey/frame.ts'
import type { Answer } from '#shared/survey/model.ts'
import { toDayNumber } from '#shared/time/plain-date.ts'
import { LAST_ID } from './lines.ts'
import type { Moved } from './moved.ts'
import { movedNoun } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ParamsOf } from './query-types.ts'
import { answerOf, findState, openRecords } from './rows.ts'
import { openStates } from './states.ts'
import type { SurveyPerson } from './survey-query-types.ts'

/** Records opened at once: what is opened is let go before the next. */
const SLICE = 500

/** Who of a period a survey may call, and who falls out of it. */
export async function answerFrame(
  context: QueryContext,
  { kind, from, to }: ParamsOf<'survey.frame'>,
): Promise<AnswerOf<'survey.frame'>> {
  const { db } = context
  const ids =
    kind === 'contacts'
      ? await db.entities.where('[noun+since]').between(['contact', from], ['contact', to], true, true).primaryKeys()
      : await db.applications
          .where('[day+id]')
          .between([toDayNumber(from), ''], [toDayNumber(to), LAST_ID], true, true)
          .primaryKeys()
  const candidates: Candidate[] = []
  for (let start = 0; start < ids.length; start += SLICE) {
    for (const record of await openById(context, ids.slice(start, start + SLICE))) {
      const one = kind === 'contacts' ? candidateOfContact(record) : candidateOfApplication(record)
      if (one !== null) candidates.push(one)
    }
  }
  const { counts, reachable } = frameOf(candidates)
  return { counts, reachable: reachable.map(({ entity, strata }) => ({ entity, strata })) }
}

/** Whether a fold moved what a frame is made of. */
export function movedFrame(moved: Moved, { kind }: ParamsOf<'survey.frame'>): boolean {
  return movedNoun(kind === 'contacts' ? 'contact' : 'application')(moved)
}

/** The answers to a survey that are in the journal. Their order says nothing. */
export async function openAnswers(
  { db, sealer }: QueryContext,
  { survey }: ParamsOf<'survey.answers'>,
): Promise<readonly Answer[]> {
  const rows = await db.entities
    .where('tags')
    .equals(await sealer.tag(answerOf(survey)))
    .toArray()
  return (await openStates(sealer, 'answer', rows)).flatMap(({ answer }) => answer ?? [])
}

/** Whom to call, in the order asked for; of whom nothing is known any more, null. */
export async function openPeople(
  context: QueryContext,
  { entities }: ParamsOf<'survey.people'>,
): Promise<readonly (SurveyPerson | null)[]> {
  const records = new Map((await openById(context, entities)).map(record => [record.id as string, record]))
  return entities.map(id => {
    const record = records.get(id)
    return record === undefined ? null : personOf(record)
  })
}

async function openById({ db, sealer }: QueryContext, ids: readonly string[]): Promise<EntityRecord[]> {
  const isApplication = ids[0]?.startsWith('application:') ?? false
  const stored = await (isApplication ? db.applications.bulkGet([...ids]) : db.entities.bulkGet([...ids]))
  return openRecords(
    sealer,
    stored.flatMap(row => row ?? []),
  )
}

/** Clause 36: who was given a consultation, or declined to be booked. */
function candidateOfContact(record: EntityRecord): Candidate | null {
  const state = findState('contact', record)
  const { contact, personal, at } = state ?? {}
  if (state?.status !== 'logged' || !contact || !(contact.consultation || contact.declinedBooking)) return null
  const { phoneConsent, declinedBooking, language, district, channel } = contact
  return {
    entity: record.id,
    at: at ?? '',
    consent: phoneConsent,
    phone: comparable(personal?.phone ?? ''),
    erased: phoneConsent && personal === null && record.actions.some(one => one.personal !== null),
    strata: {
      kind: declinedBooking ? 'declined' : 'consulted',
      language: language ?? '',
      district: district ?? '',
      channel,
    },
  }
}

function candidateOfApplication(record: EntityRecord): Candidate | null {
  const state = findState('application', record)
  if (state?.facts == null || !isLive(record.view)) return null
  const { outcome, language, district, channel, registered } = state.facts
  return {
    entity: record.id,
    at: registered ?? '',
    consent: true,
    phone: comparable(state.personal?.phone ?? ''),
    erased: state.erased,
    strata: { kind: outcome, language: language ?? '', district: district ?? '', channel: channel ?? '' },
  }
}

function comparable(phone: string): string {
  const parsed = parsePhone(phone)
  return parsed.ok ? parsed.value : ''
}

function personOf(record: EntityRecord): SurveyPerson | null {
  const contact = findState('contact', record)
  if (contact !== null) {
    if (contact.personal === null || contact.contact?.phoneConsent !== true) return null
    const { surname, given, patronymic, phone } = contact.personal
    const { language, topic } = contact.contact
    return { surname, given, patronymic, phone, language, topic, on: contact.on }
  }
  const application = findState('application', record)
  if (application?.personal == null || application.facts === null) return null
  const { surname, given, patronymic, phone } = application.personal
  const { language, topic, registered } = application.facts
  return { surname, given, patronymic, phone, language, topic, on: registered }
}
