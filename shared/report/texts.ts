import type { Outcome, ReceptionResult } from '../application/model.ts'
import type { CheckState } from '../compliance/model.ts'
import type { ProfileId } from '../office/model.ts'

/** Keys in locales/ of the titles of the report's sections. */
export const SECTION_TITLES = {
  summary: 'report.section.summary',
  applicants: 'report.section.applicants',
  channel: 'report.section.channel',
  outcome: 'report.section.outcome',
  result: 'report.section.result',
  priority: 'report.section.priority',
  language: 'report.section.language',
  district: 'report.section.district',
  topic: 'report.section.topic',
  official: 'report.section.official',
  weeks: 'report.section.weeks',
  people: 'report.section.people',
  decided: 'report.section.decided',
  reception: 'report.section.reception',
  received_by: 'report.section.received_by',
  waits: 'report.section.waits',
  control: 'report.section.control',
  letters: 'report.section.letters',
  bodies: 'report.section.bodies',
  desk: 'report.section.desk',
  exchange: 'report.section.exchange',
  terms: 'report.section.terms',
  quality: 'report.section.quality',
} as const

/** Keys in locales/ of lines that are no entry of a directory. */
export const LINE_LABELS = {
  registered: 'report.line.registered',
  total: 'report.line.total',
  refused: 'report.line.refused',
  outOfTurn: 'report.line.out_of_turn',
  natural: 'report.line.natural',
  legal: 'report.line.legal',
  marked: 'report.line.marked',
  badIin: 'report.line.bad_iin',
  notStated: 'report.line.not_stated',
  unknownOfficial: 'report.line.unknown_official',
  noData: 'report.line.no_data',
} as const

/** Keys in locales/ of decisions as a report words them: of many, not of one visitor as the journal does. */
export const OUTCOME_LABELS = {
  received: 'report.outcome.received',
  pending: 'report.outcome.pending',
  no_show: 'report.outcome.no_show',
  withdrawn: 'report.outcome.withdrawn',
  extended: 'report.outcome.extended',
  left_without_consideration: 'report.outcome.left_without_consideration',
  refused_competence: 'report.outcome.refused_competence',
  refused_repeat: 'report.outcome.refused_repeat',
  terminated: 'report.outcome.terminated',
  returned: 'report.outcome.returned',
  forwarded: 'report.outcome.forwarded',
} as const satisfies Record<Outcome, string>

/** Keys in locales/ of results of receptions. */
export const RESULT_LABELS = {
  satisfied: 'report.result.satisfied',
  explained: 'report.result.explained',
  instruction: 'report.result.instruction',
  declined: 'report.result.declined',
} as const satisfies Record<ReceptionResult, string>

/** Keys in locales/ of the categories of clause 11 in the words of the regulation. */
export const CATEGORY_LABELS = {
  veteran_ww2: 'report.category.veteran_ww2',
  veteran_combat: 'report.category.veteran_combat',
  veteran_equated: 'report.category.veteran_equated',
  disability: 'report.category.disability',
  pregnant: 'report.category.pregnant',
  altyn_qyran: 'report.category.altyn_qyran',
  halyq_qaharmany: 'report.category.halyq_qaharmany',
  hero_labour: 'report.category.hero_labour',
} as const

/** Keys in locales/ of the wished languages. */
export const LANGUAGE_LABELS = { kk: 'report.language.kk', ru: 'report.language.ru' } as const

/** Keys in locales/ of lines of figures by event. */
export const EVENT_LABELS = {
  citizen: 'report.event.citizen',
  foreigner: 'report.event.foreigner',
  stateless: 'report.event.stateless',
  legal_entity: 'report.event.legal_entity',
  kind_not_stated: 'report.event.kind_not_stated',
  represented: 'report.event.represented',
  delegations: 'report.event.delegations',
  people: 'report.event.people',
  same_day_consent: 'report.event.same_day_consent',
  handed_in: 'report.event.handed_in',
  appointed: 'report.event.appointed',
  booked: 'report.event.booked',
  moved: 'report.event.moved',
  refused: 'report.event.refused',
  refused_competence: 'report.event.refused_competence',
  refused_repeat: 'report.event.refused_repeat',
  refused_same_decision: 'report.event.refused_same_decision',
  refused_court_act: 'report.event.refused_court_act',
  refused_other: 'report.event.refused_other',
  left: 'report.event.left',
  returned: 'report.event.returned',
  forwarded: 'report.event.forwarded',
  withdrawn: 'report.event.withdrawn',
  extended: 'report.event.extended',
  repeat: 'report.event.repeat',
  planned: 'report.event.planned',
  held: 'report.event.held',
  off_schedule: 'report.event.off_schedule',
  received: 'report.event.received',
  in_person: 'report.event.in_person',
  video: 'report.event.video',
  mode_not_stated: 'report.event.mode_not_stated',
  satisfied: 'report.event.satisfied',
  explained: 'report.event.explained',
  instruction: 'report.event.instruction',
  declined: 'report.event.declined',
  result_not_stated: 'report.event.result_not_stated',
  protocols: 'report.event.protocols',
  came: 'report.event.came',
  came_out_of_turn: 'report.event.came_out_of_turn',
  not_come: 'report.event.not_come',
  left_unreceived: 'report.event.left_unreceived',
  helped: 'report.event.helped',
  answer_mean: 'report.event.answer_mean',
  answer_median: 'report.event.answer_median',
  reception_mean: 'report.event.reception_mean',
  reception_median: 'report.event.reception_median',
  final_mean: 'report.event.final_mean',
  final_median: 'report.event.final_median',
  waited_mean: 'report.event.waited_mean',
  waited_median: 'report.event.waited_median',
  served_mean: 'report.event.served_mean',
  served_median: 'report.event.served_median',
  given: 'report.event.given',
  executed: 'report.event.executed',
  in_time: 'report.event.in_time',
  late: 'report.event.late',
  answered: 'report.event.answered',
  closed: 'report.event.closed',
  instruction_extended: 'report.event.instruction_extended',
  reassigned: 'report.event.reassigned',
  instruction_returned: 'report.event.instruction_returned',
  replaced: 'report.event.replaced',
  controlled: 'report.event.controlled',
  signed: 'report.event.signed',
  sent: 'report.event.sent',
  invited: 'report.event.invited',
  attended: 'report.event.attended',
  body_refused: 'report.event.body_refused',
  covered: 'report.event.covered',
  talon_same_day: 'report.event.talon_same_day',
  eotinish_same_day: 'report.event.eotinish_same_day',
  contacts: 'report.event.contacts',
  consultations: 'report.event.consultations',
  declined_booking: 'report.event.declined_booking',
  demanded: 'report.event.demanded',
  demand_in_time: 'report.event.demand_in_time',
  demand_late: 'report.event.demand_late',
  to_applicant: 'report.event.to_applicant',
  from_applicant: 'report.event.from_applicant',
  survey_calls: 'report.event.survey_calls',
  survey_answers: 'report.event.survey_answers',
  survey_satisfied: 'report.event.survey_satisfied',
} as const

/** Keys in locales/ of how duties stand, as the monitor words it. */
export const TERM_LABELS = {
  kept: 'compliance.state.kept',
  broken: 'compliance.state.broken',
  due: 'compliance.state.due',
} as const satisfies Record<CheckState, string>

/** Keys in locales/ of what each figure counts, from what, and by which date. */
export const DEFINITION_TEXTS = {
  registered: 'report.definition.registered',
  received: 'report.definition.received',
  noShow: 'report.definition.no_show',
  extended: 'report.definition.extended',
  refused: 'report.definition.refused',
  outOfTurn: 'report.definition.out_of_turn',
  applicants: 'report.definition.applicants',
  channel: 'report.definition.channel',
  outcome: 'report.definition.outcome',
  result: 'report.definition.result',
  language: 'report.definition.language',
  district: 'report.definition.district',
  topic: 'report.definition.topic',
  official: 'report.definition.official',
  quality: 'report.definition.quality',
  weeks: 'report.definition.weeks',
  people: 'report.definition.people',
  decided: 'report.definition.decided',
  reception: 'report.definition.reception',
  received_by: 'report.definition.received_by',
  daysToAnswer: 'report.definition.days_to_answer',
  daysToReception: 'report.definition.days_to_reception',
  daysToFinal: 'report.definition.days_to_final',
  minutesWaited: 'report.definition.minutes_waited',
  minutesServed: 'report.definition.minutes_served',
  control: 'report.definition.control',
  letters: 'report.definition.letters',
  bodies: 'report.definition.bodies',
  desk: 'report.definition.desk',
  exchange: 'report.definition.exchange',
  terms: 'report.definition.terms',
  noData: 'report.definition.no_data',
} as const

type ValueOf<T> = T[keyof T]
export type SectionId = keyof typeof SECTION_TITLES
export type LabelKey =
  | ValueOf<typeof LINE_LABELS>
  | ValueOf<typeof OUTCOME_LABELS>
  | ValueOf<typeof RESULT_LABELS>
  | ValueOf<typeof CATEGORY_LABELS>
  | ValueOf<typeof LANGUAGE_LABELS>
  | ValueOf<typeof EVENT_LABELS>
  | ValueOf<typeof TERM_LABELS>

/** Keys in locales/ of the clause a report is prepared by, for each profile of the regulation. */
export const BASIS_TEXTS = {
  'WKO-2020/2023': 'report.sheet.basis_2020',
  'KZ-2026': 'report.sheet.basis_2026',
} as const satisfies Record<ProfileId, string>
