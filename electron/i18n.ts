import { createInstance } from 'i18next'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import type { Language } from '#shared/application/model.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import type { DateWords } from '#shared/time/official-date.ts'

/** A sentence of locales/ in one language. */
export type Translate = (key: string, params?: Record<string, string | number>) => string

const engine = createInstance()
void engine.init({
  resources: { kk: { translation: kk }, ru: { translation: ru } },
  lng: 'kk',
  fallbackLng: false,
  // Keys are flat: a dot is part of the key.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** Sentences for menus and dialogs, from the same files and by the same engine as the screens'. */
export function translator(language: Language): Translate {
  const translate = engine.getFixedT(language)
  return (key, params = {}) => translate(key, params)
}

/** Words of dates in one language, for what main writes itself. */
export function dateWords(language: Language): DateWords {
  return dateWordsOfLanguage(translator(language))
}
