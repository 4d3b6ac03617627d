import type { ActionType } from '../change/action-types.ts'
import type { ProfileId } from '../office/model.ts'
import type { ClauseRef } from '../regulation/model.ts'
import { clause, code } from '../regulation/profiles/rule.ts'

/** Acts by which an application is decided on, in the order they are offered. */
export const DECISION_ACTS = [
  'application.completeness_checked',
  'application.left',
  'application.returned',
  'application.competence_decided',
  'application.repeat_decided',
  'application.booked',
  'application.refused',
  'application.refusal_proposed',
  'application.refusal_approved',
  'application.refusal_declined',
  'application.extended',
  'application.withdrawn',
  'application.reopened',
] as const satisfies readonly ActionType[]
export type DecisionAct = (typeof DECISION_ACTS)[number]

/** The clause each act rests on, by the act an application is handled by; null: the program's own care, or none of that act. */
export const ACT_CLAUSES: Readonly<Record<ProfileId, Readonly<Record<DecisionAct, ClauseRef | null>>>> = {
  'WKO-2020/2023': {
    'application.completeness_checked': clause('5'),
    'application.left': clause('5'),
    'application.returned': null,
    'application.competence_decided': clause('14'),
    'application.repeat_decided': clause('14'),
    'application.booked': clause('29'),
    'application.refused': clause('29'),
    'application.refusal_proposed': clause('26'),
    'application.refusal_approved': clause('29'),
    'application.refusal_declined': clause('27'),
    'application.extended': clause('30'),
    'application.withdrawn': code('64(9)'),
    'application.reopened': null,
  },
  'KZ-2026': {
    'application.completeness_checked': clause('6'),
    'application.left': null,
    'application.returned': code('64(7)'),
    'application.competence_decided': clause('6'),
    'application.repeat_decided': clause('12'),
    'application.booked': clause('13'),
    'application.refused': clause('17'),
    'application.refusal_proposed': clause('18'),
    'application.refusal_approved': clause('17'),
    'application.refusal_declined': clause('18'),
    'application.extended': clause('14'),
    'application.withdrawn': clause('17(4)'),
    'application.reopened': null,
  },
}

/** Where a refusal has to say how it is appealed against, and the matter is to be passed on: the same under every act. */
export const APPEAL_SAID: ClauseRef = code('80(5)')
