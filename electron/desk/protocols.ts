import { suffixOf } from '#shared/application/number.ts'
import { type ApplicationState, foldApplication } from '#shared/application/transitions.ts'
import { type EntityId, type Intent, keyOf } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { Instruction } from '#shared/instruction/model.ts'
import { INSTRUCTION_ACTS } from '#shared/instruction/transitions.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import type { Dispatch } from '#shared/letter/model.ts'
import { isJoint } from '#shared/protocol/joint.ts'
import type { Protocol, ProtocolNumber, ProtocolPersonal } from '#shared/protocol/model.ts'
import { actionOf, protocolFaults } from '#shared/protocol/rules.ts'
import type { ProtocolState } from '#shared/protocol/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { type Act, type Actor, intentNow } from './act.ts'
import { instructionsOf, protocolOf, protocolsOf } from './control-index.ts'
import { demandNotBarred } from './executor-bars.ts'
import { type GivenNumbers, givenNumbers } from './given-numbers.ts'
import { visitOf } from './line.ts'
import { findCalendar } from './office-calendar.ts'
import { activeOfficials, type OpenDesk } from './open-desk.ts'
import { demanded, letterOf } from './registrations.ts'
import { subjectOfEntity } from './subjects.ts'

/** The numbers of this desk's protocols: a series a year of their own. */
export function protocolNumbers(journal: Journal): GivenNumbers {
  return givenNumbers(journal, 'protocol', action =>
    action.type === 'protocol.signed' ? bodyOf('protocol.signed', action).number : null,
  )
}

/**
 * What must be so of a protocol that a screen drafts: of an application by its act, of a visit of that application under the
 * visit's own key, or written in place of one that was annulled. Throws `protocol.not_of_application`, `protocol.date`,
 * `protocol.instead`, `protocol.official`, `change.wrong_entity`.
 */
export async function demandProtocol(
  desk: OpenDesk,
  { entity, type }: Intent,
  protocol: Protocol,
  { date }: Actor,
): Promise<void> {
  const { journal } = desk
  const { application, visit, instead, officialId, profile, on } = protocol
  const { registered } = await applicationOf(desk, application)
  if (registered?.profile !== profile) throw new ExpectedError('protocol.not_of_application')
  const held = visit === null ? null : await visitOf(journal, visit)
  if (held !== null && held.checkIn?.application !== application) throw new ExpectedError('protocol.not_of_application')
  if (on > date || (held?.checkIn && on !== held.checkIn.day)) throw new ExpectedError('protocol.date')
  if (visit !== null && instead === null && keyOf(entity) !== keyOf(visit)) {
    throw new ExpectedError('change.wrong_entity', { type })
  }
  if (instead !== null && (instead === entity || (await protocolOf(journal, instead)).status !== 'annulled')) {
    throw new ExpectedError('protocol.instead')
  }
  const before = (await protocolOf(journal, entity)).protocol
  const isSame = before === null || (before.application === application && before.instead === instead)
  if (!isSame) throw new ExpectedError('protocol.not_of_application')
  if (officialId !== null) await demandOfficial(desk, officialId)
}

/** A protocol goes to the applicant on the day it was signed or later, and not in days to come. Throws `protocol.date`. */
export async function demandProtocolSent(
  { journal }: OpenDesk,
  { entity }: Intent,
  { on }: Dispatch,
  today: PlainDate,
): Promise<void> {
  const { signed } = await protocolOf(journal, entity)
  if (on > today || (signed !== null && on < signed.on)) throw new ExpectedError('protocol.date')
}

/**
 * Notes that the official has signed a protocol, under the next number of its series, or answers what the same press has noted.
 * A joint protocol is signed as one: the others of its batch get the same number in the same flush. In it its instructions are given, and those of the protocol it is written in place of are replaced. Throws
 * `protocol.faults` (count), `protocol.date`, `protocol.official`, `protocol.stands`, `instruction.barred` (earlier),
 * `protocol.together`, `subject.erased`, `change.*`.
 */
export async function signProtocol(
  desk: OpenDesk,
  numbers: GivenNumbers,
  { entity, basedOn, request, on, signedBy, together }: ParsedArgsOf<'protocol.sign'>,
  actor: Actor,
): Promise<ResultOf<'protocol.sign'>> {
  const { gate, journal } = desk
  const action = await gate.inTurn(async actNow => {
    const actions = journal.has(entity) ? await readableActionsOf(journal, entity) : []
    const isOfPress = (one: (typeof actions)[number]) =>
      one.type === 'protocol.signed' && bodyOf('protocol.signed', one).request === request
    const before = actions.find(isOfPress)
    if (before) return before
    const asked = [{ entity, basedOn }, ...together]
    const states = await Promise.all(asked.map(one => protocolOf(journal, one.entity)))
    if (together.length > 0 && !isJoint(states)) throw new ExpectedError('protocol.together')
    const number = await nextNumber(desk, numbers, actor.date)
    const acts: Act[] = []
    for (const [at, one] of asked.entries()) {
      const state = states[at]
      if (state == null || state.protocol === null) {
        throw new ExpectedError('change.not_lawful', { type: 'protocol.signed' })
      }
      // Decided on what has moved since is a conflict, and the gate says so.
      if (one.basedOn === journal.headOf(one.entity) && state.status === 'drafted') {
        await demandSigned(desk, { entity: one.entity, state, on, signedBy }, actor)
      }
      const body = { request, number, on, signedBy }
      acts.push({ intent: { ...one, type: 'protocol.signed', body } }, ...(await following(desk, one.entity, state)))
    }
    const [signed] = await actNow(acts, actor)
    numbers.given(number)
    return demanded(signed)
  })
  return { action, number: bodyOf('protocol.signed', action).number }
}

interface Asked {
  readonly entity: EntityId
  readonly state: ProtocolState
  readonly on: PlainDate
  readonly signedBy: string
}

/** What must be so of a draft that is signed: whole, of a person who is not erased, on a day that can be, by an official. */
async function demandSigned(
  desk: OpenDesk,
  { entity, state: { protocol, personal }, on, signedBy }: Asked,
  { date }: Actor,
): Promise<void> {
  if (protocol === null || personal === null) throw new ExpectedError('subject.erased')
  await demandSignable(desk, { entity, protocol, personal })
  if (on < protocol.on || on > date) throw new ExpectedError('protocol.date')
  await demandOfficial(desk, signedBy)
}

interface Signing {
  readonly entity: EntityId
  readonly protocol: Protocol
  readonly personal: ProtocolPersonal
}

async function demandSignable(desk: OpenDesk, { entity, protocol, personal }: Signing): Promise<void> {
  const { facts } = await applicationOf(desk, protocol.application)
  const looked = { result: facts?.result ?? null, calendar: await findCalendar(desk) }
  const count = protocolFaults(protocol, personal, looked).filter(({ level }) => level === 'stop').length
  if (count > 0) throw new ExpectedError('protocol.faults', { count })
  await demandAlone(desk, entity, protocol)
  for (const { executor, earlier } of protocol.instructions) {
    const { application } = protocol
    await demandNotBarred(desk, { application, protocol: entity, executor, earlier, before: [] })
  }
}

/** Of one visit one protocol stands: another one is annulled first. */
async function demandAlone({ journal }: OpenDesk, entity: EntityId, { application, visit }: Protocol): Promise<void> {
  if (visit === null) return
  const others = await protocolsOf(journal, application)
  const isStanding = others.some(
    ({ id, state: { status, protocol } }) =>
      id !== entity && protocol?.visit === visit && (status === 'signed' || status === 'sent'),
  )
  if (isStanding) throw new ExpectedError('protocol.stands')
}

/** What stands in the journal together with the signature. */
async function following(desk: OpenDesk, entity: EntityId, { protocol, personal }: ProtocolState): Promise<Act[]> {
  if (protocol === null || personal === null) return []
  const { journal } = desk
  const { application, instead } = protocol
  const subject = await subjectOfEntity(desk, entity)
  if (subject === null) throw new ExpectedError('subject.erased')
  const given = protocol.instructions.map((asked): Act => {
    const instruction: Instruction = { ...asked, protocol: entity, application }
    const value = { action: actionOf(personal, asked.key) }
    return {
      intent: intentNow(journal, 'instruction', asked.key, 'instruction.given', { instruction }),
      personal: { subject, value },
    }
  })
  return [...given, ...(instead === null ? [] : await replaced(desk, instead, entity))]
}

/** The instructions that stood on control by the protocol that was annulled. */
async function replaced({ journal }: OpenDesk, instead: EntityId, by: EntityId): Promise<Act[]> {
  const { protocol } = await protocolOf(journal, instead)
  if (protocol === null) return []
  const standing = (await instructionsOf(journal, protocol.application)).filter(
    ({ state: { status, instruction } }) =>
      instruction?.protocol === instead &&
      (INSTRUCTION_ACTS[status] as readonly string[]).includes('instruction.replaced'),
  )
  return standing.map(({ id }) => ({
    intent: intentNow(journal, 'instruction', keyOf(id), 'instruction.replaced', { by }),
  }))
}

async function demandOfficial(desk: OpenDesk, id: string): Promise<void> {
  if (!(await activeOfficials(desk)).some(one => one.id === id)) throw new ExpectedError('protocol.official')
}

async function nextNumber({ journal }: OpenDesk, numbers: GivenNumbers, today: PlainDate): Promise<ProtocolNumber> {
  const { letter, provisional } = await letterOf(journal)
  const suffix = provisional ? suffixOf(journal.installation) : null
  const { year } = partsOf(today)
  return { letter, suffix, year, serial: await numbers.next(year) }
}

async function applicationOf({ journal, gate }: OpenDesk, id: EntityId): Promise<ApplicationState> {
  return foldApplication(journal.has(id) ? await readableActionsOf(journal, id) : [], gate.related())
}
