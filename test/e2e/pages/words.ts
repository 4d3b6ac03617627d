import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import { type DateWords, dateWordsOf } from '#shared/time/official-date.ts'
import { dateTextsIn } from '#test/fixtures/words.ts'

export type Language = 'kk' | 'ru'
export type WordKey = keyof typeof kk
export type Words = (key: WordKey, params?: Readonly<Record<string, string | number>>) => string

export const LANGUAGES: readonly Language[] = ['kk', 'ru']

/** Whether everything is gone through: both languages of every flow, every view of every screen. */
export const FULL = process.env.QABYLDAU_FULL === '1'

/**
 * The languages in which a file of flows is gone through: both in the whole form, else the one it names. Words differ, acts do
 * not: the other half of the files takes the other language, and the walks look at every screen in both.
 */
export function flowsIn(language: Language): readonly Language[] {
  return FULL ? LANGUAGES : [language]
}
const TEXTS: Record<Language, Record<string, string>> = { kk, ru }

/** The words a person reads in one language, straight from locales/; throws where a parameter is not given. */
export function wordsIn(language: Language): Words {
  return (key, params = {}) =>
    (TEXTS[language][key] ?? missing(key)).replace(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
      String(params[name] ?? missing(`${key}: ${name}`)),
    )
}

/** Dates as the screens write them. */
export function datesIn(language: Language): DateWords {
  return dateWordsOf(dateTextsIn(language))
}

/** Matches a sentence whose parameters are not known beforehand; each is a group, in their order. */
export function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\{\{\w+\}\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(parts.join('(.+?)'))
}

/** The sentence of a key as it stands in locales/, parameters and all. */
export function rawWords(language: Language, key: WordKey): string {
  return TEXTS[language][key] ?? missing(key)
}

function missing(what: string): never {
  throw new Error(`no words for ${what}`)
}
