import type { ProfileId } from '../office/model.ts'
import type { ClauseRef } from '../regulation/model.ts'
import { clause } from '../regulation/profiles/rule.ts'

/** What planning holds to. */
export const PLAN_RULES = [
  'working_day',
  'monthly',
  'off_schedule',
  'same_day',
  'order',
  'out_of_turn',
  'video_consent',
  'restriction',
  'absence_told',
  'acting',
  'briefing',
  'list',
  'answer',
  'language',
  'secrecy',
  'recording',
  'posted',
  'helpers',
  'bodies',
  'central_body',
  'request_notice',
  'refusal_report',
] as const
export type PlanRule = (typeof PLAN_RULES)[number]

/** The clause of each rule by act; null: the act is silent and it is the program's own care. */
export const PLAN_CLAUSES: Readonly<Record<ProfileId, Readonly<Record<PlanRule, ClauseRef | null>>>> = {
  'WKO-2020/2023': {
    working_day: clause('4'),
    monthly: clause('6'),
    off_schedule: clause('8'),
    same_day: clause('3'),
    order: clause('28'),
    out_of_turn: clause('11'),
    video_consent: clause('12'),
    restriction: clause('13'),
    absence_told: clause('15'),
    acting: null,
    briefing: clause('26'),
    list: clause('27'),
    answer: clause('29'),
    language: clause('21'),
    secrecy: clause('10'),
    recording: null,
    posted: clause('7'),
    helpers: clause('16'),
    bodies: clause('17'),
    central_body: clause('18'),
    request_notice: clause('19'),
    refusal_report: clause('20'),
  },
  'KZ-2026': {
    working_day: null,
    monthly: clause('3'),
    off_schedule: null,
    same_day: null,
    order: clause('20'),
    out_of_turn: clause('23'),
    video_consent: clause('24'),
    restriction: clause('25'),
    absence_told: clause('26'),
    acting: clause('27'),
    briefing: clause('18'),
    list: clause('32'),
    answer: clause('13'),
    language: null,
    secrecy: null,
    recording: clause('21'),
    posted: clause('19'),
    helpers: clause('28'),
    bodies: clause('29'),
    central_body: clause('34'),
    request_notice: clause('30'),
    refusal_report: clause('31'),
  },
}

/** The clause of a rule under an act, or null where the act is silent. */
export function planClause(rule: PlanRule, profile: ProfileId): ClauseRef | null {
  return PLAN_CLAUSES[profile][rule]
}

/** For which grounds an absence may be told on the day of reception itself (clause 15: any; KZ-2026 rule 26: illness). */
export const TOLD_ON_THE_DAY: Readonly<Record<ProfileId, 'any' | 'illness'>> = {
  'WKO-2020/2023': 'any',
  'KZ-2026': 'illness',
}

/** Of which requests to take part applicants are told (clause 19: those to central bodies; KZ-2026 rule 30: any). */
export const TOLD_OF_REQUEST: Readonly<Record<ProfileId, 'any' | 'central'>> = {
  'WKO-2020/2023': 'central',
  'KZ-2026': 'any',
}
