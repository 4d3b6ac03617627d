import { parsePhone } from '#shared/applicant/phone.ts'
import { keyOf } from '#shared/change/action.ts'
import { claimsOf } from '#shared/change/claims.ts'
import { batchesOf, type EntityRecord, sinceOf, subjectsOf } from '#shared/change/project.ts'
import { dayOf, isLive, type Mark, marksOf, peopleOf, type StateOf, type View } from '#shared/change/project-view.ts'
import { isToFollow } from '#shared/feedback/transitions.ts'
import { pastKeyOf } from '#shared/instruction/forecast.ts'
import { executorOf, isControlled } from '#shared/instruction/transitions.ts'
import { isOwing } from '#shared/reception/owed.ts'
import { coverOf } from '#shared/report/addressees.ts'
import { figureDaysOf } from '#shared/report/contributions.ts'
import { isInHouse } from '#shared/visit/transitions.ts'
import { journalsSearchedBy } from './journals/journal-month.ts'
import type { Sealer } from './seal.ts'
import type { StoredApplication, StoredEntity, StoredRecord } from './store.ts'

/** Day under which applications stand that were taken back: outside every range that is listed. */
export const DAY_TAKEN_BACK = -1

/** Fewer digits are looked for in names only. */
const LEAST_DIGITS = 5

type Sealed = Omit<EntityRecord, 'id'>

/** The table an entity is kept in. */
export function tableOf(id: string): 'applications' | 'entities' {
  return id.startsWith('application:') ? 'applications' : 'entities'
}

/** Seals a record for its table. */
export async function sealRecord(sealer: Sealer, record: EntityRecord): Promise<StoredApplication | StoredEntity> {
  const { id, ...rest } = record
  const texts = [...new Set([...claimsOf(record), ...searchedBy(record.view)])]
  const stored: StoredRecord = {
    id,
    batches: batchesOf(record),
    subjects: subjectsOf(record),
    tags: await Promise.all(texts.map(text => sealer.tag(text))),
    since: sinceOf(record),
    days: figureDaysOf(record.view),
    sealed: await sealer.seal(tableOf(id), id, rest satisfies Sealed),
  }
  if (tableOf(id) === 'applications') {
    return { ...stored, day: dayOf(record.view) ?? DAY_TAKEN_BACK, marks: marksOf(record.view).map(markedOn(record)) }
  }
  return { ...stored, noun: id.slice(0, id.indexOf(':')) }
}

/** Opens a stored record. Throws `OperationError` when the key is another or the row was changed. */
export async function openRecord(sealer: Sealer, stored: StoredRecord): Promise<EntityRecord> {
  // What the row is found by stands beside it: of one whose bytes were changed the id itself may be gone.
  if (typeof stored.id !== 'string') throw new DOMException('a row without its id', 'OperationError')
  const rest = await sealer.open<Sealed>(tableOf(stored.id), stored.id, stored.sealed)
  return { id: stored.id as EntityRecord['id'], ...rest }
}

/** Opens many; the order is kept. */
export function openRecords(sealer: Sealer, stored: readonly StoredRecord[]): Promise<EntityRecord[]> {
  return Promise.all(stored.map(row => openRecord(sealer, row)))
}

/** The state of an opened record as the noun asked for, or null where it is of another. */
export function findState<N extends View['noun']>(noun: N, record: EntityRecord): StateOf[N] | null {
  return record.view?.noun === noun ? (record.view.state as StateOf[N]) : null
}

/** The beginning of a mark in the index of marks; after it stands the day the application was begun. */
export function startOfMark(mark: Mark): string {
  return `${mark} `
}

function markedOn(record: EntityRecord): (mark: Mark) => string {
  return mark => `${startOfMark(mark)}${sinceOf(record)}`
}

/** Tag texts under which a typed number may be found: IIN, BIN, phone, e-Otinish number in full or its digits. */
export function searchTexts(typed: string): string[] {
  const digits = digitsOf(typed)
  const phone = parsePhone(typed)
  const texts = phone.ok ? [`phone:${phone.value}`] : []
  if (digits.length >= LEAST_DIGITS) {
    texts.push(...['iin', 'bin', 'phone', 'eotinish'].map(name => `${name}:${digits}`))
  }
  return texts
}

/** The tag text of a registration number: the letter and the suffix of its desk are told apart once it is found. */
export function numberText(year: number | null, serial: number): string {
  return year === null ? `serial:${serial}` : `number:${year}-${serial}`
}

/** The tag text of those who are in the house: who was left over from another day is found without opening years. */
export const IN_HOUSE = 'visit:in_house'

/** The tag text of those whose reception was refused or is proposed to be: their texts are compared without opening years. */
export const REFUSED = 'application:refused'

/** The tag text of letters that were signed off and have not gone out. */
export const LETTER_UNSENT = 'letter:unsent'

/** The tag text of letters that were begun and not signed off. */
export const LETTER_BEGUN = 'letter:begun'

/** The tag text of preparations in which something is owed that does not end with the day of the reception. */
export const RECEPTION_OWES = 'reception:owes'

/** The tag text of days on which somebody called for help that has not come. */
export const HELP_CALLED = 'day:help_called'

/** The tag text of what was handed in during the reception of a visit. */
export function handedInAt(visit: string): string {
  return `application:at:${visit}`
}

/** The tag text of the letters of an application, or of those that send a report. */
export function letterOf(application: string): string {
  return `letter:of:${application}`
}

/** The tag text of the letters signed off in a month, `YYYY-MM`. */
export function letterMonth(month: string): string {
  return `letter:month:${month}`
}

/** The tag text of the protocols of an application or of a visit. */
export function protocolOf(about: string): string {
  return `protocol:of:${about}`
}

/** The tag text of protocols that were signed and have not gone out. */
export const PROTOCOL_UNSENT = 'protocol:unsent'

/** The tag text of the instructions on an application. */
export function instructionOf(application: string): string {
  return `instruction:of:${application}`
}

/** The tag text of what is on control (clause 32). */
export const INSTRUCTION_CONTROLLED = 'instruction:controlled'

/** The tag text of what an executor has executed (`pastKeyOf`). */
export function executedBy(executor: string): string {
  return `instruction:by:${executor}`
}

/** The tag text of what left control in a month, `YYYY-MM`. */
export function instructionClosed(month: string): string {
  return `instruction:closed:${month}`
}

/** The tag text of the answers to a survey. */
export function answerOf(survey: string): string {
  return `answer:of:${survey}`
}

/** The tag text of the demands about an application or for a reception. */
export function demandOf(about: string): string {
  return `demand:of:${about}`
}

/** The tag text of demands that are not answered in full. */
export const DEMAND_OPEN = 'demand:open'

/** The tag text of the exchanges with the applicant of an application. */
export function feedbackOf(application: string): string {
  return `feedback:of:${application}`
}

/** The tag text of exchanges that are to be gone on with. */
export const FEEDBACK_TO_FOLLOW = 'feedback:to_follow'

function exchangeSearchedBy(view: View): string[] {
  if (view.noun === 'demand') {
    const { status, demand } = view.state
    return [demand?.application, demand?.reception]
      .flatMap(about => about ?? [])
      .map(demandOf)
      .concat(status === 'open' ? [DEMAND_OPEN] : [])
  }
  if (view.noun !== 'feedback' || view.state.feedback === null || view.state.status === 'taken_back') return []
  return [feedbackOf(view.state.feedback.application), ...(isToFollow(view.state) ? [FEEDBACK_TO_FOLLOW] : [])]
}

function protocolsSearchedBy({ status, protocol }: StateOf['protocol']): string[] {
  if (protocol === null) return []
  const { application, visit, batch } = protocol
  return [
    protocolOf(application),
    ...(batch === null ? [] : [protocolOf(batch)]),
    ...(visit === null ? [] : [protocolOf(visit)]),
    ...(status === 'signed' ? [PROTOCOL_UNSENT] : []),
  ]
}

function instructionsSearchedBy(state: StateOf['instruction']): string[] {
  if (state.instruction === null) return []
  const executor = executorOf(state)
  const key = executor === null ? null : pastKeyOf(executor)
  return [
    instructionOf(state.instruction.application),
    ...(isControlled(state) ? [INSTRUCTION_CONTROLLED] : []),
    ...(state.executed === null || key === null ? [] : [executedBy(key)]),
    ...(state.closed === null ? [] : [instructionClosed(state.closed.on.slice(0, 7))]),
  ]
}

function lettersSearchedBy({ status, letter, signed }: StateOf['letter']): string[] {
  const cover = coverOf(letter?.about ?? null)
  return [
    ...(letter?.application ? [letterOf(letter.application)] : []),
    // What is demanded by a letter is found by its demand, also where it is about nobody.
    ...(letter?.kind === 'materials_demand' && letter.about ? [letterOf(letter.about)] : []),
    ...(letter !== null && cover !== null ? [letterOf(cover.report)] : []),
    ...(status === 'drafted' ? [LETTER_BEGUN] : []),
    ...(status === 'signed' ? [LETTER_UNSENT] : []),
    ...(signed === null ? [] : [letterMonth(signed.on.slice(0, 7))]),
  ]
}

function searchedBy(view: View | null): string[] {
  return [...wordsSearchedBy(view), ...journalsSearchedBy(view)]
}

function wordsSearchedBy(view: View | null): string[] {
  if (view?.noun === 'letter') return lettersSearchedBy(view.state)
  if (view?.noun === 'protocol') return protocolsSearchedBy(view.state)
  if (view?.noun === 'instruction') return instructionsSearchedBy(view.state)
  if (view?.noun === 'answer') return view.state.answer === null ? [] : [answerOf(view.state.answer.survey)]
  if (view?.noun === 'demand' || view?.noun === 'feedback') return exchangeSearchedBy(view)
  if (view?.noun === 'day') return view.state.status === 'help_called' ? [HELP_CALLED] : []
  if (view?.noun === 'reception') return isOwing(view.state) ? [RECEPTION_OWES] : []
  if (view?.noun === 'visit') return isInHouse(view.state.status) ? [IN_HOUSE] : []
  if (view?.noun !== 'application' || !isLive(view) || view.state.personal === null) return []
  const { personal, registered } = view.state
  const parsed = parsePhone(personal.phone)
  const { year = 0, serial = 0 } = registered?.number ?? {}
  return [
    ...[personal, ...peopleOf(view)].flatMap(({ iin, bin }) => [
      ...named('iin', digitsOf(iin)),
      ...named('bin', digitsOf(bin)),
    ]),
    ...named('phone', parsed.ok ? parsed.value : digitsOf(personal.phone)),
    ...(registered ? [numberText(year, serial), numberText(null, serial)] : []),
    ...(registered?.refusal ? [REFUSED] : []),
    ...(registered?.registration.atReception ? [handedInAt(registered.registration.atReception)] : []),
  ]
}

function named(name: string, value: string): string[] {
  return value === '' ? [] : [`${name}:${value}`]
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** Key of an entity id as text. */
export function keyOfStored(stored: StoredRecord): string {
  return keyOf(stored.id as EntityRecord['id'])
}
