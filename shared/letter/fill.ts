import type { Language } from '../application/model.ts'
import type { Bilingual } from '../official/model.ts'
import { type DateWords, type MonthForm, officialDate } from '../time/official-date.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { LetterPersonal, LetterTemplate, TemplateParagraph } from './model.ts'

/** A fact that stands in a letter. A text is the same in both languages (a name, a number, what the applicant wrote). */
export type Fact =
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'both'; readonly texts: Bilingual }

/** Facts by the name a template calls them. */
export type Facts = Readonly<Record<string, Fact>>

/** Words of dates in both languages. */
export type BothDateWords = Readonly<Record<Language, DateWords>>

/** What keeps a template from becoming a letter: the paragraph (-1: the heading), the fact, and what is wrong with it. */
export interface FillFault {
  readonly paragraph: number
  readonly fact: string
  readonly code: 'unknown_fact' | 'empty_fact' | 'facts_differ' | 'not_a_date'
}

/** The text of a letter, or all that keeps it from being made. */
export type Filled =
  | { readonly ok: true; readonly text: Pick<LetterPersonal, 'heading' | 'paragraphs'> }
  | { readonly ok: false; readonly faults: readonly FillFault[] }

const PLACE = /\{\{\s*([a-z][a-z0-9_]*)\s*(?:\|\s*(on|from|to|of)\s*)?\}\}/g

/** The facts a text names, in the order they stand, each once. */
export function factsNamed(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name]) => name ?? ''))]
}

/**
 * A letter from a template in the languages of its sheets (the other language stays empty): facts in their places, optional
 * paragraphs without their facts left out. Nothing is guessed: a fact that is unknown, empty where it is needed, or named in
 * one language only stops the letter.
 */
export function fillTemplate(
  template: LetterTemplate,
  facts: Facts,
  languages: readonly Language[],
  words: BothDateWords,
): Filled {
  const isMissing = (name: string) => isEmpty(facts[name], languages)
  const kept = template.paragraphs.filter(one => !one.optional || !factsOf(one).some(isMissing))
  const parts = [
    { ...template.heading, at: -1 },
    ...kept.map(one => ({ ...one, at: template.paragraphs.indexOf(one) })),
  ]
  const faults = parts.flatMap(part => faultsOf(part, part.at, facts, languages))
  if (faults.length > 0) return { ok: false, faults }
  const [heading, ...paragraphs] = parts.map(({ kk, ru }) => ({
    kk: languages.includes('kk') ? filled(kk, 'kk', facts, words) : '',
    ru: languages.includes('ru') ? filled(ru, 'ru', facts, words) : '',
  }))
  return { ok: true, text: { heading: heading ?? { kk: '', ru: '' }, paragraphs } }
}

/**
 * The text as far as it can be made: optional paragraphs without their facts are left out, elsewhere the place of a fact that
 * is not known stays as `{{name}}` for a person to write over. A letter in which one is left is not signed off.
 */
export function fillAsFar(
  template: LetterTemplate,
  facts: Facts,
  languages: readonly Language[],
  words: BothDateWords,
): Pick<LetterPersonal, 'heading' | 'paragraphs'> {
  const isMissing = (name: string) => isEmpty(facts[name], languages)
  const sidesOf = ({ kk, ru }: Bilingual): Bilingual => ({
    kk: languages.includes('kk') ? filled(kk, 'kk', facts, words) : '',
    ru: languages.includes('ru') ? filled(ru, 'ru', facts, words) : '',
  })
  return {
    heading: sidesOf(template.heading),
    paragraphs: template.paragraphs.filter(one => !one.optional || !factsOf(one).some(isMissing)).map(sidesOf),
  }
}

function factsOf({ kk, ru }: Pick<TemplateParagraph, 'kk' | 'ru'>): string[] {
  return factsNamed(`${kk} ${ru}`)
}

function faultsOf(part: Bilingual, at: number, facts: Facts, languages: readonly Language[]): FillFault[] {
  const [kk, ru] = [factsNamed(part.kk), factsNamed(part.ru)]
  return factsOf(part).flatMap((fact): FillFault[] => {
    const given = facts[fact]
    if (given === undefined) return [{ paragraph: at, fact, code: 'unknown_fact' }]
    if (isEmpty(given, languages)) return [{ paragraph: at, fact, code: 'empty_fact' }]
    if (!kk.includes(fact) || !ru.includes(fact)) return [{ paragraph: at, fact, code: 'facts_differ' }]
    const asDate = new RegExp(`\\{\\{\\s*${fact}\\s*\\|`).test(`${part.kk} ${part.ru}`)
    return asDate && given.kind !== 'date' ? [{ paragraph: at, fact, code: 'not_a_date' }] : []
  })
}

function isEmpty(fact: Fact | undefined, languages: readonly Language[]): boolean {
  if (fact === undefined) return true
  if (fact.kind === 'text') return fact.text.trim() === ''
  return fact.kind === 'both' && languages.some(language => fact.texts[language].trim() === '')
}

function filled(text: string, language: Language, facts: Facts, words: BothDateWords): string {
  return text.replace(PLACE, (whole, name: string, form?: MonthForm) => {
    const fact = facts[name]
    if (fact === undefined || isEmpty(fact, [language])) return whole
    if (fact.kind === 'date') return officialDate(fact.date, words[language], form)
    return fact.kind === 'text' ? fact.text : fact.texts[language]
  })
}
