import type { Language } from '../application/model.ts'
import { countText, figureText, percentText, romanQuarter, shareText } from './figures.ts'
import { type DocumentLine, findSection, inLanguage, type Narrative, type ReportDocument } from './report-paper.ts'

/** A sentence of the report in one language, its figures put in. */
export type Tell = (key: NarrativeKey, params: Readonly<Record<string, string>>) => string

/** Keys in locales/ of the sentences of the report. */
export const NARRATIVE_KEYS = [
  'report.narrative.came',
  'report.narrative.more',
  'report.narrative.fewer',
  'report.narrative.as_many',
  'report.narrative.none_before',
  'report.narrative.applicants',
  'report.narrative.channels',
  'report.narrative.languages',
  'report.narrative.topics',
  'report.narrative.districts',
  'report.narrative.decisions',
  'report.narrative.out_of_turn',
  'report.narrative.results',
  'report.narrative.quality',
  'report.narrative.section',
  'report.narrative.applications.one',
  'report.narrative.applications.few',
  'report.narrative.applications.many',
] as const
export type NarrativeKey = (typeof NARRATIVE_KEYS)[number]

/** How many lines of a long section are named. */
const MOST_NAMED = 5

/** Sections that sentences of their own tell of, or that a page of words passes over: their figures stand in the tables. */
const TOLD: readonly string[] = [
  'summary',
  'applicants',
  'channel',
  'outcome',
  'result',
  'priority',
  'language',
  'district',
  'topic',
  'official',
  'quality',
]

type Told = Pick<ReportDocument, 'quarter' | 'previousQuarter' | 'compared' | 'sections'>

/** A sentence before it has a language; null where there is nothing to say. */
type Sentence = readonly [key: NarrativeKey, params: (language: Language) => Readonly<Record<string, string>>] | null

/**
 * The report in words as it is proposed: what came and how much more, from whom and of what, what became of it, and every
 * further section of figures. The same sentences in both languages, and so the same figures; a person edits them.
 */
export function narrativeOf(report: Told, tell: Readonly<Record<Language, Tell>>): Narrative {
  const paragraphs: readonly (readonly Sentence[])[] = [
    [came(report, tell), growth(report, tell), applicants(report)],
    [named(report, 'channel', 'report.narrative.channels'), languages(report)],
    [
      named(report, 'topic', 'report.narrative.topics', MOST_NAMED),
      named(report, 'district', 'report.narrative.districts', MOST_NAMED),
    ],
    [decisions(report), outOfTurn(report), results(report)],
    ...report.sections
      .filter(({ id, chart }) => !TOLD.includes(id) && chart !== 'weeks')
      .map(({ id }) => [whole(report, id)]),
    [quality(report)],
  ]
  const inWords = (sentences: readonly Sentence[], language: Language) =>
    sentences.flatMap(one => (one === null ? [] : [tell[language](one[0], one[1](language))])).join(' ')
  return paragraphs
    .map(sentences => ({ kk: inWords(sentences, 'kk'), ru: inWords(sentences, 'ru') }))
    .filter(({ kk }) => kk !== '')
}

/** The form a Russian noun takes after a numeral; Kazakh has one form for all. */
export function pluralForm(count: number): 'one' | 'few' | 'many' {
  const [last, tens] = [count % 10, count % 100]
  if (last === 1 && tens !== 11) return 'one'
  return last >= 2 && last <= 4 && (tens < 12 || tens > 14) ? 'few' : 'many'
}

const APPLICATIONS = {
  one: 'report.narrative.applications.one',
  few: 'report.narrative.applications.few',
  many: 'report.narrative.applications.many',
} as const

function applicationsText(count: number, tell: Tell): string {
  return tell(APPLICATIONS[pluralForm(count)], { number: countText(count) })
}

function lineOf(report: Told, section: string, key: string): DocumentLine | null {
  return findSection(report, section)?.lines.find(one => one.key === key) ?? null
}

function registeredIn(report: Told): DocumentLine | null {
  return lineOf(report, 'summary', 'summary.registered')
}

function came(report: Told, tell: Readonly<Record<Language, Tell>>): Sentence {
  const { quarter } = report
  const count = registeredIn(report)?.current ?? 0
  return [
    'report.narrative.came',
    language => ({
      year: quarter.slice(0, 4),
      quarter: romanQuarter(quarter),
      applications: applicationsText(count, tell[language]),
    }),
  ]
}

function growth(report: Told, tell: Readonly<Record<Language, Tell>>): Sentence {
  const line = registeredIn(report)
  if (line === null || line.previous === null || line.difference === null)
    return ['report.narrative.none_before', () => ({})]
  const { previous, difference, percent } = line
  const key =
    difference > 0 ? 'report.narrative.more' : difference < 0 ? 'report.narrative.fewer' : 'report.narrative.as_many'
  return [
    key,
    language => ({
      previous: applicationsText(previous, tell[language]),
      difference: countText(Math.abs(difference)),
      percent: percentText(percent === null ? null : Math.abs(percent)).replace('+', ''),
    }),
  ]
}

function applicants(report: Told): Sentence {
  return figures(report, 'report.narrative.applicants', {
    natural: ['applicants', 'applicants.natural'],
    legal: ['applicants', 'applicants.legal'],
  })
}

function languages(report: Told): Sentence {
  return figures(report, 'report.narrative.languages', {
    kk: ['language', 'byLanguage.kk'],
    ru: ['language', 'byLanguage.ru'],
  })
}

function decisions(report: Told): Sentence {
  return figures(report, 'report.narrative.decisions', {
    received: ['summary', 'summary.received'],
    no_show: ['summary', 'summary.no_show'],
    refused: ['summary', 'summary.refused'],
    extended: ['summary', 'summary.extended'],
  })
}

function outOfTurn(report: Told): Sentence {
  return figures(report, 'report.narrative.out_of_turn', { number: ['summary', 'summary.out_of_turn'] })
}

function results(report: Told): Sentence {
  return figures(report, 'report.narrative.results', {
    satisfied: ['result', 'byResult.satisfied'],
    explained: ['result', 'byResult.explained'],
    instruction: ['result', 'byResult.instruction'],
    declined: ['result', 'byResult.declined'],
  })
}

function quality(report: Told): Sentence {
  const line = lineOf(report, 'quality', 'quality.marked')
  return line === null || line.current === 0
    ? null
    : figures(report, 'report.narrative.quality', { number: ['quality', 'quality.marked'] })
}

/** A sentence of known lines, each with its share; nothing where a line is missing or all of them are zero. */
function figures(
  report: Told,
  key: NarrativeKey,
  places: Readonly<Record<string, readonly [string, string]>>,
): Sentence {
  const found = Object.entries(places).map(([name, [section, line]]) => [name, lineOf(report, section, line)] as const)
  const lines = found.flatMap(([name, line]) => (line === null ? [] : [[name, line] as const]))
  if (lines.length < found.length || lines.every(([, { current }]) => (current ?? 0) === 0)) return null
  return [key, () => Object.fromEntries(lines.map(([name, line]) => [name, withShare(line)]))]
}

/** The greatest lines of a section by their names, the greatest first. */
function named(report: Told, section: string, key: NarrativeKey, most = Number.POSITIVE_INFINITY): Sentence {
  const lines = (findSection(report, section)?.lines ?? [])
    .filter(({ level, current, key: own }) => level === 'line' && (current ?? 0) > 0 && !own.endsWith(':none'))
    .toSorted((a, b) => (b.current ?? 0) - (a.current ?? 0))
    .slice(0, most)
  return lines.length === 0 ? null : [key, language => ({ list: listOf(lines, language) })]
}

/** A section no sentence knows: its title and its figures, by their names. */
function whole(report: Told, id: string): Sentence {
  const section = findSection(report, id)
  // Of the clauses each has a line of its own: in words their sums are enough.
  const levels = id === 'terms' ? ['total'] : ['total', 'line']
  const lines = (section?.lines ?? []).filter(({ level, current }) => levels.includes(level) && (current ?? 0) !== 0)
  if (section === null || lines.length === 0) return null
  return [
    'report.narrative.section',
    language => ({ title: inLanguage(section.title, language), list: listOf(lines, language) }),
  ]
}

function listOf(lines: readonly DocumentLine[], language: Language): string {
  return lines.map(line => `${inLanguage(line.label, language)} \u2013 ${withShare(line)}`).join('; ')
}

function withShare({ current, share, unit, level }: DocumentLine): string {
  const figure = figureText(current, unit)
  return share === null || unit !== 'count' || level === 'total' ? figure : `${figure} (${shareText(share)})`
}
