import i18next from 'i18next'
import type { Language } from '#shared/application/model.ts'
import type { Bilingual } from '#shared/official/model.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import { type DateWords, officialDate, weekdayName } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../i18n/keys.ts'

type Params = Readonly<Record<string, string | number>>

/** Words of the hall in both languages. */
export function hallTexts(key: LocaleKey, params: Params = {}): Bilingual {
  return { kk: hallText('kk', key, params), ru: hallText('ru', key, params) }
}

/** Words of the hall in one language. */
export function hallText(language: Language, key: LocaleKey, params: Params = {}): string {
  return i18next.getFixedT(language)(key, params)
}

const known = new Map<Language, DateWords>()

/** A day in its official form with the day of the week, in both languages. */
export function dayTexts(day: PlainDate): Bilingual {
  const said = (language: Language) => {
    const words = known.get(language) ?? dateWordsOfLanguage(key => hallText(language, key))
    known.set(language, words)
    return `${officialDate(day, words)}, ${weekdayName(day, words)}`
  }
  return { kk: said('kk'), ru: said('ru') }
}
