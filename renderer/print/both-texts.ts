import type { i18n } from 'i18next'
import type { ProfileId } from '#shared/office/model.ts'
import type { Bilingual } from '#shared/official/model.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import type { DateWords } from '#shared/time/official-date.ts'
import { PROFILE_WORDS } from '../features/settings/profile-words.ts'
import type { LocaleKey } from '../i18n/keys.ts'

type Params = Readonly<Record<string, Bilingual | string>>

/** Words in both languages at once: a bilingual parameter goes into each language in its own form. */
export function bothTexts(words: i18n): (key: LocaleKey, params?: Params) => Bilingual {
  return (key, params = {}) => ({ kk: textIn(words, 'kk', key, params), ru: textIn(words, 'ru', key, params) })
}

/** Words of dates in both languages. */
export function dateWordsIn(words: i18n): Record<keyof Bilingual, DateWords> {
  const wordsIn = (language: keyof Bilingual) => dateWordsOfLanguage(key => textIn(words, language, key, {}))
  return { kk: wordsIn('kk'), ru: wordsIn('ru') }
}

/** The act a sheet rests on with its true status, in both languages. */
export function sourceOf(words: i18n, profile: ProfileId): Bilingual {
  return bothTexts(words)(PROFILE_WORDS[profile].source)
}

function textIn(words: i18n, language: keyof Bilingual, key: LocaleKey, params: Params): string {
  const own = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]])
  return String(words.getFixedT(language)(key, Object.fromEntries(own)))
}
