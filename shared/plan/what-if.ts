import type { Absence, Missing } from '../absence/model.ts'
import { type EntityId, entityId, keyOf, nounOf } from '../change/action.ts'
import { getTerm } from '../regulation/terms.ts'
import type { Restriction } from '../restriction/model.ts'
import type { Reception } from '../schedule/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { absenceAct, restrictionAct, scheduleActs } from './acts.ts'
import { withActs } from './apply.ts'
import { cascadeOf, cascadeOfRestriction } from './cascade.ts'
import { type BrokenDuty, brokenDuties, newlyBroken } from './duties.ts'
import type { Plan, PlanAct, PlannedPerson } from './model.ts'
import { type Repair, repairSteps } from './repair.ts'

/** What might happen. `acting`: who would act for the official. */
export type Hypothesis =
  | {
      readonly kind: 'official_away'
      readonly officialId: string
      readonly from: PlainDate
      readonly to: PlainDate
      readonly acting: string | null
    }
  | { readonly kind: 'room_lost'; readonly room: string; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly kind: 'link_lost'; readonly link: string; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly kind: 'restricted'; readonly from: PlainDate; readonly to: PlainDate | null }
  | { readonly kind: 'more_people'; readonly officialId: string; readonly count: number }

/** What a hypothesis makes of a plan, beside the plan itself, which is not touched. */
export interface WhatIf {
  readonly hypothesis: Hypothesis
  /** The plan with the hypothesis and nothing done about it. */
  readonly plan: Plan
  /** Receptions that would go on in another room, by another link or by video. */
  readonly changed: readonly Reception[]
  readonly before: readonly BrokenDuty[]
  readonly after: readonly BrokenDuty[]
  /** Broken by the hypothesis alone. */
  readonly broken: readonly BrokenDuty[]
  readonly repair: Repair
  /** Still broken when the repair is done. */
  readonly left: readonly BrokenDuty[]
}

/** Under this key a hypothesis stands in its copy of the plan. */
export const WHAT_IF = 'what_if'

/** A copy of a plan with a hypothesis in it; receptions that can go on otherwise do. */
export function withHypothesis(plan: Plan, hypothesis: Hypothesis): { plan: Plan; changed: readonly Reception[] } {
  switch (hypothesis.kind) {
    case 'more_people': {
      const more = Array.from({ length: hypothesis.count }, (_, index) => invented(index, hypothesis.officialId, plan))
      return { plan: { ...plan, people: [...plan.people, ...more] }, changed: [] }
    }
    case 'restricted':
      return cascadeOfRestriction(plan, { ...restrictionOf(hypothesis), key: WHAT_IF })
    default:
      return cascadeOf(plan, { ...absenceOf(hypothesis, plan), key: WHAT_IF })
  }
}

/** Looks at a hypothesis: which duties it breaks, the best way to put that right, and what stays broken even so. */
export function whatIf(real: Plan, hypothesis: Hypothesis): WhatIf {
  const steps = whatIfSteps(real, hypothesis)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps of some tens of milliseconds each, between which a page may draw and hear the keys. */
export function* whatIfSteps(real: Plan, hypothesis: Hypothesis): Generator<undefined, WhatIf, undefined> {
  const before = brokenDuties(real)
  yield
  const { plan, changed } = withHypothesis(real, hypothesis)
  yield
  const after = brokenDuties(plan)
  yield
  const repair = yield* repairSteps(plan, real)
  yield
  const left = brokenDuties(withActs(plan, repair.acts), repair.moved)
  return {
    hypothesis,
    plan,
    changed,
    before,
    after,
    broken: newlyBroken(before, after),
    repair,
    left: newlyBroken(before, left),
  }
}

/** What a hypothesis does not say and its acts need. An absence is of ground `other`, a fault or told today where it says nothing. */
export interface WhatIfDetails {
  readonly restriction?: Pick<Restriction, 'ground' | 'act'>
  readonly absence?: Partial<Pick<Absence, 'ground' | 'toldOn' | 'note'>>
}

/**
 * The acts that make a hypothesis true under a key of its own: what is told or set, schedules, times. Of persons who were made
 * up nothing is in it. Throws where it is a restriction and `details` do not say by which act.
 */
export function actsOfWhatIf(
  { hypothesis, plan, changed, repair }: WhatIf,
  key: string,
  details: WhatIfDetails = {},
): PlanAct[] {
  const moves = repair.acts.filter(({ entity }) => !isInvented(entity)).map(act => withKey(act, key))
  if (hypothesis.kind === 'more_people') return moves
  if (hypothesis.kind === 'restricted') {
    const acts = scheduleActs(plan, { changed }, { code: 'restriction', ref: key })
    if (details.restriction === undefined) throw new RangeError('a restriction without its act')
    return [restrictionAct({ ...restrictionOf(hypothesis), ...details.restriction, key }), ...acts, ...moves]
  }
  const acts = scheduleActs(plan, { changed }, { code: 'absence', ref: key })
  return [absenceAct({ ...absenceOf(hypothesis, plan), ...details.absence, key }), ...acts, ...moves]
}

/** Whether an application is one a hypothesis made up. */
export function isInvented(application: EntityId): boolean {
  return nounOf(application) === 'application' && keyOf(application).startsWith(`${WHAT_IF}-`)
}

function absenceOf(hypothesis: Exclude<Hypothesis, { kind: 'restricted' | 'more_people' }>, plan: Plan): Absence {
  const { from, to } = hypothesis
  const isOfficial = hypothesis.kind === 'official_away'
  const acting = isOfficial ? hypothesis.acting : null
  const ground = isOfficial ? 'other' : 'fault'
  return { missing: missingOf(hypothesis), from, to, ground, toldOn: plan.today, acting, note: '' }
}

function missingOf(hypothesis: Exclude<Hypothesis, { kind: 'restricted' | 'more_people' }>): Missing {
  switch (hypothesis.kind) {
    case 'official_away':
      return { kind: 'official', id: hypothesis.officialId }
    case 'room_lost':
      return { kind: 'room', room: hypothesis.room }
    case 'link_lost':
      return { kind: 'link', link: hypothesis.link }
  }
}

/** The act by which it would be introduced is not known yet. */
function restrictionOf({ from, to }: { from: PlainDate; to: PlainDate | null }): Restriction {
  return { from, to, ground: 'emergency', act: '-' }
}

/** Somebody who would apply today, after everybody else. */
function invented(index: number, officialId: string, { today, calendar, profile }: Plan): PlannedPerson {
  const number = String(index + 1).padStart(4, '0')
  return {
    application: entityId('application', `${WHAT_IF}-${number}`),
    order: `${today} ~${number}`,
    counted: today,
    answerBy: getTerm('answer', profile, today, calendar).by,
    profile,
    language: 'kk',
    outOfTurn: false,
    appointed: { officialId, video: false },
    booking: null,
    briefedOn: null,
    told: false,
    people: 1,
  }
}

function withKey(act: PlanAct, key: string): PlanAct {
  const { booking } = act.body as { booking?: { because: string | null } }
  if (booking === undefined || booking.because !== WHAT_IF) return act
  return { ...act, body: { ...act.body, booking: { ...booking, because: key } } }
}
