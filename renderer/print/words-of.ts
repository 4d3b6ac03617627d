import i18next from 'i18next'
import type { Language } from '#shared/application/model.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import type { Words } from '../i18n/use-words.ts'

/** The words of a sheet in its own language, whatever the screen speaks. */
export function wordsOf(language: Language): Pick<Words, 't' | 'dates'> {
  const translate = i18next.getFixedT(language)
  const t: Words['t'] = (key, params = {}) => translate(key, params)
  return { t, dates: dateWordsOfLanguage(t) }
}
