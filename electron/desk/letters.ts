import { suffixOf } from '#shared/application/number.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { type Action, EntityId, type Intent, keyOf } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { foldDemand } from '#shared/demand/transitions.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import type { BothDateWords } from '#shared/letter/fill.ts'
import {
  type Dispatch,
  type Letter,
  type LetterNote,
  MAY_BE_WITHOUT_APPLICATION,
  type OutgoingNumber,
  WITHOUT_APPLICATION,
} from '#shared/letter/model.ts'
import { namesOf, signFaults } from '#shared/letter/sign-faults.ts'
import { templateFaults } from '#shared/letter/template-faults.ts'
import { templateKey } from '#shared/letter/template-transitions.ts'
import { foldLetter, type LetterState } from '#shared/letter/transitions.ts'
import { profileOf, profileOn } from '#shared/regulation/profile.ts'
import { coverOf } from '#shared/report/addressees.ts'
import { foldReport, standingVersion } from '#shared/report/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { dateWords } from '../i18n.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { type Actor, intentNow } from './act.ts'
import { type GivenNumbers, givenNumbers } from './given-numbers.ts'
import { activeOfficials, findOffice, type OpenDesk } from './open-desk.ts'
import { demanded, letterOf } from './registrations.ts'

/** The outgoing numbers of this desk. */
export type Outgoing = GivenNumbers

/** The outgoing numbers of a journal. */
export function outgoingNumbers(journal: Journal): Outgoing {
  return givenNumbers(journal, 'letter', action =>
    action.type === 'letter.signed' ? bodyOf('letter.signed', action).number : null,
  )
}

/** Words of dates by which sheets are compared. */
export const DATES: BothDateWords = { kk: dateWords('kk'), ru: dateWords('ru') }

/**
 * Signs a letter off under the next outgoing number, or answers what the same press has signed; its application learns of it in
 * the same flush. Throws `letter.faults` (count) while something keeps it from being signed off, `letter.not_of_report`, `subject.erased`, `change.*`.
 */
export async function signLetter(
  desk: OpenDesk,
  outgoing: Outgoing,
  { entity, basedOn, request }: ParsedArgsOf<'letter.sign'>,
  actor: Actor,
): Promise<ResultOf<'letter.sign'>> {
  const { gate, journal } = desk
  const action = await gate.inTurn(async actNow => {
    const actions = await actionsOf(journal, entity)
    const before = actions.find(one => one.type === 'letter.signed' && bodyOf('letter.signed', one).request === request)
    if (before) return before
    const state = foldLetter(actions)
    const { letter } = state
    if (letter === null) throw new ExpectedError('change.not_lawful', { type: 'letter.signed' })
    // Decided on what has moved since is a conflict, and the gate says so.
    if (basedOn === journal.headOf(entity) && state.status === 'drafted') {
      if (letter.application === null) await demandStanding(desk, letter)
      await demandSignable(desk, state)
    }
    const number = await nextNumber(desk, outgoing, actor.date)
    const intent: Intent = { entity, type: 'letter.signed', basedOn, body: { request, number } }
    const noted = noteOf(journal, { letter: entity, of: letter, number, outcome: 'signed' })
    const [signed] = await actNow([{ intent }, ...noted], actor)
    outgoing.given(number)
    return demanded(signed)
  })
  return { action, number: bodyOf('letter.signed', action).number }
}

/** Annuls a letter; where it was signed off its application owes it again, in the same flush. Its number is not given again. */
export async function annulLetter(
  { gate, journal }: OpenDesk,
  { entity, basedOn, ground }: ParsedArgsOf<'letter.annul'>,
  actor: Actor,
): Promise<Action> {
  const [action] = await gate.inTurn(async actNow => {
    const { letter, signed } = foldLetter(await actionsOf(journal, entity))
    const intent: Intent = { entity, type: 'letter.annulled', basedOn, body: { ground } }
    const noted =
      letter === null || signed === null
        ? []
        : noteOf(journal, { letter: entity, of: letter, number: signed.number, outcome: 'annulled' })
    return actNow([{ intent }, ...noted], actor)
  })
  return demanded(action)
}

/**
 * What must be so of a letter that a screen drafts: of an application registered at a desk, by its act, or of nobody with a
 * version of a report that stands or a demand that concerns no application; and drafted again it is the same letter in other
 * words. Throws `letter.not_of_application`, `letter.not_of_report`, `letter.not_of_demand`.
 */
export async function demandDraft(desk: OpenDesk, { entity }: Intent, letter: Letter): Promise<void> {
  const { journal, gate } = desk
  const isAlone = letter.application === null
  const isEither = MAY_BE_WITHOUT_APPLICATION.includes(letter.kind)
  if (!isEither && WITHOUT_APPLICATION.includes(letter.kind) !== isAlone) {
    throw new ExpectedError('letter.not_of_application')
  }
  if (letter.application === null) await demandStanding(desk, letter)
  else {
    const { registered } = foldApplication(await actionsOf(journal, letter.application), gate.related())
    if (registered?.profile !== letter.profile) throw new ExpectedError('letter.not_of_application')
  }
  const before = foldLetter(await actionsOf(journal, entity)).letter
  const isOther = (one: Letter) =>
    one.application !== letter.application || one.kind !== letter.kind || (isAlone && one.about !== letter.about)
  if (before !== null && isOther(before)) throw new ExpectedError('letter.not_of_application')
}

/** Of a letter about nobody: what it is about stands. */
function demandStanding(desk: OpenDesk, letter: Letter): Promise<void> {
  return letter.kind === 'materials_demand' ? demandMaterials(desk, letter) : demandCover(desk, letter)
}

/** Materials are asked for by a demand that is open and concerns no application (clause 31), by the act of its own day. */
async function demandMaterials(desk: OpenDesk, { about, profile }: Letter): Promise<void> {
  const id = EntityId.safeParse(about).data
  const { status, demand } = foldDemand(id?.startsWith('demand:') ? await actionsOf(desk.journal, id) : [])
  const office = await findOffice(desk)
  const isOf = demand !== null && demand.application === null && office !== null
  if (status !== 'open' || !isOf || profileOn(office, demand.on) !== profile) {
    throw new ExpectedError('letter.not_of_demand')
  }
}

/** A cover letter goes with the version of the report that stands, to one of those its act names. */
async function demandCover({ journal }: OpenDesk, { about, profile }: Letter): Promise<void> {
  const cover = coverOf(about)
  const standing = cover && standingVersion(foldReport(await actionsOf(journal, cover.report)))
  const isOf = standing?.version === cover?.version && standing?.profile === profile
  if (cover === null || !isOf || !profileOf(profile).reportTo.includes(cover.to)) {
    throw new ExpectedError('letter.not_of_report')
  }
}

/** A letter leaves on the day it was signed off or later, and not in days to come. Throws `letter.date`. */
export async function demandDispatch(
  { journal }: OpenDesk,
  { entity }: Intent,
  { on }: Dispatch,
  today: PlainDate,
): Promise<void> {
  const { signed } = foldLetter(await actionsOf(journal, entity))
  if (on > today || (signed !== null && on < signed.on)) throw new ExpectedError('letter.date')
}

/** A text of the office that can become a letter, or the product's own again. Throws `template.faults` (count). */
export function demandTemplate(
  { entity, type }: Intent,
  { kind, profile, template }: ReturnType<typeof bodyOf<'template.set'>>,
): void {
  if (keyOf(entity) !== templateKey(kind, profile)) throw new ExpectedError('change.wrong_entity', { type })
  const count = template === null ? 0 : templateFaults(kind, template, DATES).length
  if (count > 0) throw new ExpectedError('template.faults', { count })
}

/** The readable actions of an entity; none where there is no such. */
export async function actionsOf(journal: Journal, entity: EntityId): Promise<readonly Action[]> {
  return journal.has(entity) ? readableActionsOf(journal, entity) : []
}

async function demandSignable(desk: OpenDesk, { letter, personal }: LetterState): Promise<void> {
  if (letter === null || personal === null) throw new ExpectedError('subject.erased')
  const count = signFaults(letter, personal, namesOf(await activeOfficials(desk)), DATES).length
  if (count > 0) throw new ExpectedError('letter.faults', { count })
}

async function nextNumber(desk: OpenDesk, outgoing: Outgoing, today: PlainDate): Promise<OutgoingNumber> {
  const office = await findOffice(desk)
  if (office === null) throw new ExpectedError('desk.not_ready')
  const { letter, provisional } = await letterOf(desk.journal)
  const suffix = provisional ? suffixOf(desk.journal.installation) : null
  const { year } = partsOf(today)
  return { index: office.letterIndex, letter, suffix, year, serial: await outgoing.next(year) }
}

interface Noted extends Pick<LetterNote, 'letter' | 'number' | 'outcome'> {
  readonly of: Letter
}

function noteOf(journal: Journal, { of: { application, kind, about }, ...noted }: Noted): { intent: Intent }[] {
  if (application === null) return []
  const body: LetterNote = { ...noted, kind, about }
  return [{ intent: intentNow(journal, 'application', keyOf(application), 'application.letter_noted', body) }]
}
