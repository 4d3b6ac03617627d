import type { Registered } from '#shared/application/transitions.ts'
import { type Action, type ActionId, type EntityId, entityId, keyOf } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import {
  faultsOfPaper,
  type HeldOnPaper,
  isPrinted,
  membersOf,
  type PaperFault,
  standingOnPaper,
} from '#shared/pack/entry.ts'
import { foldPacks, nextPack, type PacksState } from '#shared/pack/transitions.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { officeInstant, officeTime } from '#shared/time/office-time.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { mayAdmit, peopleToCheck } from '#shared/visit/identity.ts'
import { serialOfVisit, ticketText, visitKey } from '#shared/visit/number.ts'
import { needsNote } from '#shared/visit/out-of-turn.ts'
import { toOverrule } from '#shared/visit/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { type Act, type Actor, intentNow } from './act.ts'
import { demandDay, visitOf } from './line.ts'
import { findOffice, type OpenDesk } from './open-desk.ts'
import { demandCheck, personalByHand } from './personal-by-hand.ts'
import { demanded, firstOf, registerNow } from './registrations.ts'
import type { Series } from './series.ts'
import { applicationOf, comeIn, onApplication, type Turn, type Visits } from './visits.ts'

type Entered = ParsedArgsOf<'paper.enter'>

/** What registering and checking in number by. */
export interface Numbered {
  readonly registrations: Series
  readonly visits: Visits
}

const REFUSALS: Record<PaperFault['code'], () => ExpectedError> = {
  no_pack: () => new ExpectedError('paper.no_pack'),
  later: () => new ExpectedError('paper.later'),
  before_pack: () => new ExpectedError('paper.before_pack'),
  started_before: () => new ExpectedError('paper.started_before'),
  finished_before: () => new ExpectedError('paper.finished_before'),
  ends_later: () => new ExpectedError('paper.ends_later'),
}

/** The emergency packs of this desk. */
export async function packsOf(journal: Journal): Promise<PacksState> {
  return foldPacks(await readableActionsOf(journal, entityId('pack', journal.installation)))
}

/** Gives the serials of the next pack, or answers what the same press was given. That its paper failed takes nothing back. */
export async function printPack(
  { gate, journal }: OpenDesk,
  { request, size }: ParsedArgsOf<'pack.print'>,
  actor: Actor,
): Promise<ResultOf<'pack.print'>> {
  return gate.inTurn(async actNow => {
    const own = await readableActionsOf(journal, entityId('pack', journal.installation))
    const before = own.find(one => one.type === 'pack.printed' && bodyOf('pack.printed', one).request === request)
    if (before !== undefined) return { pack: bodyOf('pack.printed', before).pack, action: before }
    const pack = nextPack(foldPacks(own), size)
    const intent = intentNow(journal, 'pack', journal.installation, 'pack.printed', { request, pack })
    return { pack, action: demanded((await actNow([{ intent }], actor))[0]) }
  })
}

/**
 * Enters a talon of the pack: the application, the visit, the checks, the lead's admission and the reception, one after another. All that can be refused
 * is refused before the first; what a power failure cut short the same press goes on with, since each is found by it.
 */
export async function enterPaper(
  desk: OpenDesk,
  numbered: Numbered,
  asked: Entered,
  actor: Actor,
): Promise<ResultOf<'paper.enter'>> {
  const { gate, journal } = desk
  // One turn for all of it: of two presses with one talon the second finds it used before it registers anybody.
  return gate.inTurn(async actNow => {
    const turn = { actNow, actor }
    await demandPaper(desk, asked, actor)
    const application = await applicationEntered(desk, numbered.registrations, asked, turn)
    const visit =
      (await findEntered(journal, asked)) ?? (await cameOnPaper(desk, numbered.visits, { asked, application }, turn))
    for (const one of asked.checks) await checkOnPaper(desk, visit, { ...one, on: asked.talon.day }, turn)
    if (asked.admitted !== null) await admitOnPaper(desk, visit, asked.admitted, turn)
    if (asked.held !== null) await demandServed(desk, visit, asked.held, turn)
    return { visit, last: headOf(journal, visit) }
  })
}

/** Enters what was held on paper of a visitor who stands in the line by a talon of the pack. */
export async function servePaper(
  desk: OpenDesk,
  { entity, basedOn, held }: ParsedArgsOf<'paper.serve'>,
  actor: Actor,
): Promise<Action> {
  return desk.gate.inTurn(async actNow => {
    const { checkIn, arrivedAt } = await visitOf(desk.journal, entity)
    if (checkIn?.paper == null || arrivedAt === null) throw new ExpectedError('change.not_lawful', { type: SERVED })
    if (basedOn !== desk.journal.headOf(entity)) throw new ExpectedError('change.conflict', { type: SERVED })
    await demandDay(desk, { entity, type: SERVED }, actor)
    const talon = { serial: checkIn.ticket.serial, day: checkIn.day, at: officeTime(Date.parse(arrivedAt)) }
    await demandTimes(desk, talon, held, actor)
    const action = await serve(desk, entity, held, { actNow, actor })
    if (action === null) throw new ExpectedError('paper.not_let_in')
    return action
  })
}

const SERVED = 'visit.served_on_paper'
const CHECKED = 'visit.identity_checked'
const ADMITTED = 'visit.admitted'

/** The visit this very press made before; of another press the number is used. Throws `paper.used` (ticket). */
async function findEntered(journal: Journal, { request, talon }: Entered): Promise<EntityId | null> {
  const entity = entityId('visit', visitKey(talon.day, journal.installation, talon.serial))
  if (!journal.has(entity)) return null
  const { visit } = bodyOf('visit.checked_in', await firstOf(journal, entity))
  if (visit.request !== request) throw new ExpectedError('paper.used', { ticket: ticketText(visit.ticket) })
  return entity
}

/** A talon is one visitor's, on one day; a serial comes again with a later pack alone. Throws `paper.used_before` (ticket). */
async function demandUnused(journal: Journal, { serial }: Entered['talon']): Promise<void> {
  const { packs } = await packsOf(journal)
  const places = journal
    .entitiesOf('visit')
    .filter(id => serialOfVisit(journal.installation, keyOf(id))?.serial === serial)
  const last = places.toSorted().at(-1)
  if (last === undefined || places.length < packs.filter(pack => isPrinted(serial, [pack])).length) return
  const { visit } = bodyOf('visit.checked_in', await firstOf(journal, last))
  throw new ExpectedError('paper.used_before', { ticket: ticketText(visit.ticket), date: visit.day })
}

/** Everything that may keep a talon from being entered, asked before any of it is recorded. */
async function demandPaper(desk: OpenDesk, asked: Entered, actor: Actor): Promise<void> {
  const { talon, who, held, outOfTurn, note, checks, admitted } = asked
  await demandTimes(desk, talon, held, actor)
  if (admitted !== null && !mayAdmit(actor.role)) throw new ExpectedError('visit.lead_decides')
  if ((await findEntered(desk.journal, asked)) !== null) return
  await demandUnused(desk.journal, talon)
  const registered =
    who.kind === 'new' ? await registeredAs(desk, who, talon.day) : await openApplication(desk, who.application)
  const { represented, delegation } = registered.registration
  if (note === undefined && needsNote(outOfTurn, registered)) throw new ExpectedError('visit.out_of_turn_note')
  const unsaid = checks.some(({ check }) => check.member === null && check.powers === 'not_needed')
  if (represented && unsaid) throw new ExpectedError('identity.powers_not_stated')
  demandLetIn(asked, delegation)
}

type AboutToCome = Pick<Registered, 'registration' | 'profile' | 'personal'>

/** What is registered of a new one, as far as letting in hangs on it. */
async function registeredAs(
  desk: OpenDesk,
  { registration, personal }: Extract<Entered['who'], { kind: 'new' }>,
  day: PlainDate,
): Promise<AboutToCome> {
  const office = await findOffice(desk)
  if (office === null) throw new ExpectedError('desk.not_ready')
  return { registration, personal, profile: profileOn(office, day) }
}

/** The checks of those who came, each of a person once; only whom they or the lead let in was received. */
function demandLetIn({ talon, checks, admitted, held }: Entered, delegation: number | null): void {
  const members = membersOf(delegation)
  const checked = checks.map(({ check }) => check)
  const people = new Set(checked.map(({ member }) => member))
  const isOfThem = checked.every(({ member }) => peopleToCheck(members).includes(member))
  if (people.size < checks.length || !isOfThem) throw new ExpectedError('change.not_lawful', { type: CHECKED })
  for (const { check, personal } of checks) demandCheck(check, personal, talon.day)
  const standing = standingOnPaper(checked, { members })
  if (admitted !== null && standing !== 'lead') throw new ExpectedError('change.not_lawful', { type: ADMITTED })
  const isLetIn = standing === 'passed' || (standing === 'lead' && admitted !== null)
  if (held !== null && !isLetIn) throw new ExpectedError('paper.not_let_in')
}

async function openApplication(desk: OpenDesk, application: EntityId): Promise<Registered> {
  const { registered, status } = await applicationOf(desk, application)
  if (registered === null || status !== 'open') throw new ExpectedError('visit.not_open')
  return registered
}

async function demandTimes(
  { journal }: OpenDesk,
  talon: Entered['talon'],
  held: HeldOnPaper | null,
  { date, time }: Actor,
): Promise<void> {
  const [fault] = faultsOfPaper(talon, held, (await packsOf(journal)).packs, { on: date, at: time })
  if (fault !== undefined) throw REFUSALS[fault.code]()
}

/** The application the talon is of: the one named, or registered now as of when it really came (clause 4). */
async function applicationEntered(
  desk: OpenDesk,
  registrations: Series,
  { request, talon, who }: Entered,
  turn: Turn,
): Promise<EntityId> {
  if (who.kind === 'application') return who.application
  const registration = { ...who.registration, catchUp: { on: talon.day, at: talon.at } }
  const asked = { request, registration, personal: who.personal, subject: null, draft: null }
  return (await registerNow(desk, registrations, asked, turn)).action.entity
}

async function cameOnPaper(
  desk: OpenDesk,
  visits: Visits,
  { asked, application }: { asked: Entered; application: EntityId },
  turn: Turn,
): Promise<EntityId> {
  const { request, talon, officialId, outOfTurn, note } = asked
  const came = { day: talon.day, serial: talon.serial, paper: { at: officeInstant(talon.day, talon.at) } }
  const said = { request, application, officialId, booked: null, outOfTurn, ...(note === undefined ? {} : { note }) }
  return (await comeIn(desk, visits, { asked: said, came }, turn)).entity
}

type CheckOfDay = Entered['checks'][number] & { readonly on: PlainDate }

/** A document as it was looked at, once. It was in force or not on the day of the paper. */
async function checkOnPaper(
  desk: OpenDesk,
  entity: EntityId,
  { check, personal, on }: CheckOfDay,
  { actNow, actor }: Turn,
): Promise<void> {
  const { checks } = await visitOf(desk.journal, entity)
  if (checks.some(({ member }) => member === check.member)) return
  const body = { check }
  const intent = { entity, type: CHECKED, basedOn: desk.journal.headOf(entity), body }
  const about = await personalByHand(desk, { type: CHECKED, intent, body, personal, today: on })
  await actNow([about === null ? { intent } : { intent, personal: about }], actor)
}

/** What the lead wrote of everybody whose check did not pass, once. */
async function admitOnPaper(desk: OpenDesk, entity: EntityId, reason: string, { actNow, actor }: Turn): Promise<void> {
  const state = await visitOf(desk.journal, entity)
  if (state.status !== 'stopped') return
  const body = { admission: { overruled: toOverrule(state) } }
  const intent = { entity, type: ADMITTED, basedOn: desk.journal.headOf(entity), body }
  const about = await personalByHand(desk, { type: ADMITTED, intent, body, personal: { reason }, today: actor.date })
  await actNow([about === null ? { intent } : { intent, personal: about }], actor)
}

/** What was held is entered, or stands entered; else nothing says that it was. Throws `paper.not_let_in`. */
async function demandServed(desk: OpenDesk, entity: EntityId, held: HeldOnPaper, turn: Turn): Promise<void> {
  if ((await serve(desk, entity, held, turn)) !== null) return
  const { heldOnPaper } = await visitOf(desk.journal, entity)
  if (heldOnPaper === null) throw new ExpectedError('paper.not_let_in')
}

/** The reception that was held, and with it the end of the application where it is open. Null: not let in, or entered already. */
async function serve(desk: OpenDesk, entity: EntityId, held: HeldOnPaper, turn: Turn): Promise<Action | null> {
  const { status, checkIn } = await visitOf(desk.journal, entity)
  if (checkIn === null || status !== 'waiting') return null
  const { day, application, officialId } = checkIn
  const { room, result } = held
  const [startedAt, finishedAt] = [officeInstant(day, held.startedAt), officeInstant(day, held.finishedAt)]
  const reception = { startedAt, finishedAt, room, result }
  const acts: Act[] = [{ intent: { entity, type: SERVED, basedOn: desk.journal.headOf(entity), body: { reception } } }]
  const stands = await applicationOf(desk, application)
  const body = { visit: entity, on: day, officialId, result }
  acts.push(...onApplication(desk, application, stands.status, 'application.received', body))
  return demanded((await turn.actNow(acts, turn.actor))[0])
}

function headOf(journal: Journal, entity: EntityId): ActionId {
  const head = journal.headOf(entity)
  if (head === null) throw new Error('nothing was entered')
  return head
}
