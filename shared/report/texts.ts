import type { Outcome, ReceptionResult } from '../application/model.ts'
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
} as const

type ValueOf<T> = T[keyof T]
export type SectionId = keyof typeof SECTION_TITLES
export type LabelKey =
  | ValueOf<typeof LINE_LABELS>
  | ValueOf<typeof OUTCOME_LABELS>
  | ValueOf<typeof RESULT_LABELS>
  | ValueOf<typeof CATEGORY_LABELS>
  | ValueOf<typeof LANGUAGE_LABELS>

/** Keys in locales/ of the clause a report is prepared by, for each profile of the regulation. */
export const BASIS_TEXTS = {
  'WKO-2020/2023': 'report.sheet.basis_2020',
  'KZ-2026': 'report.sheet.basis_2026',
} as const satisfies Record<ProfileId, string>
