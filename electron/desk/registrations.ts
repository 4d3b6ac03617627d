import { correctionTerm } from '#shared/application/decision-terms.ts'
import { type Finding, findingsOf, isLacking, type Looked, mayRegister } from '#shared/application/findings.ts'
import { numberText, registrationKey, serialOfKey, suffixOf } from '#shared/application/number.ts'
import { plainLacks } from '#shared/application/proposals.ts'
import { type Registration, type RegistrationNumber, RegistrationPersonal } from '#shared/application/registration.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { countedFrom, findAsOf, type Moment, type WorkTime } from '#shared/application/working-time.ts'
import { type Action, type EntityId, entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { foldDesk } from '#shared/desk/transitions.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import type { DeskLetter, Office } from '#shared/office/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { type ActNow, type Actor, intentNow } from './act.ts'
import { demandAtReception } from './at-reception.ts'
import { findCalendar } from './office-calendar.ts'
import { officeTime } from './office-date.ts'
import { findOffice, type OpenDesk } from './open-desk.ts'
import { openSeries, type Series } from './series.ts'
import { registrantOf, subjectOfEntity, tagByIin } from './subjects.ts'

/** The applications this desk has numbered: a series per year. */
export function registrationSeries(journal: Journal): Series {
  return openSeries({
    journal,
    noun: 'application',
    type: 'application.registered',
    requestOf: body => body.request,
    placeOf(key) {
      const place = serialOfKey(journal.installation, key)
      return place && { period: place.year, serial: place.serial }
    },
  })
}

/**
 * Registers an application, as one that lacks something where the act takes such and the clerk said so, under the next number of the year, or answers what the same press registered before. Throws
 * `registration.not_complete` (count) where something keeps it from being saved, `registration.registered_before` (number)
 * where the press registered something else before: what was typed since is in no journal yet.
 */
export async function register(
  desk: OpenDesk,
  series: Series,
  asked: ParsedArgsOf<'application.register'>,
  actor: Actor,
): Promise<ResultOf<'application.register'>> {
  return desk.gate.inTurn(actNow => registerNow(desk, series, asked, { actNow, actor }))
}

/** Registers in a turn of the gate that is held. Throws as `register` does. */
export async function registerNow(
  desk: OpenDesk,
  series: Series,
  asked: ParsedArgsOf<'application.register'>,
  { actNow, actor }: { readonly actNow: ActNow; readonly actor: Actor },
): Promise<ResultOf<'application.register'>> {
  const before = await series.find(asked.request)
  const action =
    before === null
      ? await registerAnew(desk, series, asked, { actNow, actor })
      : demandSame(await firstOf(desk.journal, before), asked)
  if (asked.incomplete === true) await tellLacking(desk, action.entity, actNow, actor)
  return { action, number: bodyOf('application.registered', action).number }
}

async function registerAnew(
  desk: OpenDesk,
  series: Series,
  { request, personal, ...asked }: ParsedArgsOf<'application.register'>,
  { actNow, actor }: { readonly actNow: ActNow; readonly actor: Actor },
): Promise<Action> {
  const { journal } = desk
  const office = await officeOf(desk)
  const now = momentOf(actor)
  const actOn = (day: PlainDate) => profileOn(office, day)
  const looked = { now, registered: now, work: await workOf(desk, office), actOn }
  const registration = checked(asked.registration, personal, looked, asked.incomplete === true)
  await demandAtReception(journal, registration, now.on)
  const profile = profileOn(office, countedFrom(registration, now.on))
  const number = await nextNumber(journal, series, partsOf(actor.date).year)
  const key = registrationKey(journal.installation, number.year, number.serial)
  const intent = intentNow(journal, 'application', key, 'application.registered', {
    request,
    number,
    registration,
    profile,
  })
  const subject = await registrantOf(desk, asked.subject, personal.iin)
  const [appended] = await actNow([{ intent, personal: { subject, value: personal } }], actor)
  series.given(intent.entity, request)
  return demanded(appended)
}

/**
 * Records what a registration plainly lacks, with the last day to put it right, in the turn it was registered in (point 6 of the
 * Rules of 2026). A kill between the two leaves an open application: the same press made once more tells the lack.
 */
async function tellLacking(desk: OpenDesk, entity: EntityId, actNow: ActNow, actor: Actor): Promise<void> {
  const actions = await readableActionsOf(desk.journal, entity)
  const { registered, status } = foldApplication(actions, desk.gate.related())
  if (registered === null || status !== 'open' || registered.decisions.length > 0) return
  const lacks = plainLacks(registered)
  if (lacks.length === 0) return
  const correctBy = correctionTerm(registered.profile, actor.date, await findCalendar(desk))?.by ?? null
  const body = { outcome: 'incomplete', lacks, correctBy }
  const intent = { entity, type: 'application.completeness_checked', basedOn: desk.journal.headOf(entity), body }
  await actNow([{ intent }], actor)
}

/** Puts a registration right; the person stays the one it was registered for, whatever the IIN is now. */
export async function correct(
  desk: OpenDesk,
  { entity, basedOn, registration, personal, ground }: ParsedArgsOf<'application.correct'>,
  actor: Actor,
): Promise<Action> {
  const [action] = await desk.gate.inTurn(async actNow => {
    const [first] = await desk.journal.actionsOf(entity)
    const now = momentOf(actor)
    const registered = first === undefined ? now : { on: first.date, at: officeTime(Date.parse(first.at)) }
    const office = await officeOf(desk)
    const before = foldApplication(await readableActionsOf(desk.journal, entity), desk.gate.related()).registered
    const actOn = (day: PlainDate) => before?.profile ?? profileOn(office, day)
    const looked = { now, registered, work: await workOf(desk, office), actOn }
    // What lacked before keeps nothing else from being put right; what was there is not taken away.
    const wasLacking = before?.personal ? isLacking(findingsOf(before.registration, before.personal, looked)) : false
    const body = { registration: checked(registration, personal, looked, wasLacking), ground }
    const isSame = before?.registration.atReception === registration.atReception
    if (!isSame) await demandAtReception(desk.journal, registration, registered.on)
    const subject = await subjectOfEntity(desk, entity)
    const intent = { entity, type: 'application.corrected', basedOn, body }
    if (subject === null) return actNow([{ intent }], actor)
    const corrected = await actNow([{ intent, personal: { subject, value: personal } }], actor)
    await tagByIin(desk, subject, personal.iin)
    return corrected
  })
  return demanded(action)
}

/** What a press registered, where it is still what the form says. Of an erased person nobody can tell any more. */
function demandSame(action: Action, asked: ParsedArgsOf<'application.register'>): Action {
  const { number, registration } = bodyOf('application.registered', action)
  const value = action.personal?.value ?? null
  const textOf = (said: Registration, personal: unknown) =>
    JSON.stringify([{ ...said, asOf: null, findings: [] }, RegistrationPersonal.parse(personal)])
  if (value === null || textOf(registration, value) === textOf(asked.registration, asked.personal)) return action
  throw new ExpectedError('registration.registered_before', { number: numberText(number) })
}

/** Letter of this desk, and whether the office's server has not confirmed it yet. */
export async function letterOf(journal: Journal): Promise<{ letter: DeskLetter; provisional: boolean }> {
  const { letter, provisional } = foldDesk(await readableActionsOf(journal, entityId('desk', journal.installation)))
  if (letter === null) throw new ExpectedError('desk.not_ready')
  return { letter, provisional }
}

/** The first action of an entity: the one that a press made. */
export async function firstOf(journal: Journal, entity: EntityId): Promise<Action> {
  return demanded((await journal.actionsOf(entity))[0])
}

/** The one action of a call of one act. */
export function demanded(action: Action | undefined): Action {
  if (!action) throw new Error('nothing was appended')
  return action
}

/** The registration with the day it is as of and the findings as main sees them, whatever the page said. */
function checked(
  registration: Registration,
  personal: RegistrationPersonal,
  looked: LookedInMain,
  lacking: boolean,
): Registration {
  const findings = findingsOf(registration, personal, looked)
  const isKept = mayRegister(findings) && (lacking || !isLacking(findings))
  if (!isKept) throw new ExpectedError('registration.not_complete', { count: stopsOf(findings) })
  const asOf = findAsOf(registration.catchUp ?? looked.registered, looked.work)
  return { ...registration, asOf, findings: findings.map(({ field, code }) => ({ field, code, params: {} })) }
}

function stopsOf(findings: readonly Finding[]): number {
  return findings.filter(({ level }) => level !== 'warn').length
}

type LookedInMain = Looked & { readonly work: WorkTime }

async function officeOf(desk: OpenDesk): Promise<Office> {
  const office = await findOffice(desk)
  if (office === null) throw new ExpectedError('desk.not_ready')
  return office
}

async function workOf(desk: OpenDesk, { hours }: Office): Promise<WorkTime> {
  return { hours, calendar: await findCalendar(desk) }
}

/** By the believed clock, not by the page's. */
function momentOf({ date, time }: Actor): Moment {
  return { on: date, at: time }
}

async function nextNumber(journal: Journal, series: Series, year: number): Promise<RegistrationNumber> {
  const { letter, provisional } = await letterOf(journal)
  return { letter, suffix: provisional ? suffixOf(journal.installation) : null, year, serial: series.next(year) }
}
