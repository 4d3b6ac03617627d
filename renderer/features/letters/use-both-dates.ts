import i18next from 'i18next'
import { useMemo } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { BothDateWords } from '#shared/letter/fill.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import type { Words } from '../../i18n/use-words.ts'
import { dateWordsIn } from '../../print/both-texts.ts'

/** Words of dates in both languages, whatever the screen speaks. */
export function useBothDates(): BothDateWords {
  return useMemo(() => dateWordsIn(i18next), [])
}

/** The words of a sheet in its own language. */
export function sheetWords(language: Language): Pick<Words, 't' | 'dates'> {
  const translate = i18next.getFixedT(language)
  const t: Words['t'] = (key, params = {}) => translate(key, params)
  return { t, dates: dateWordsOfLanguage(t) }
}
