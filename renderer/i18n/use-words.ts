import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Language } from '#shared/application/model.ts'
import type { Bilingual } from '#shared/official/model.ts'
import type { AppError } from '#shared/result/result.ts'
import { isolated } from '#shared/text/isolated.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import { type DateWords, monthTitle, screenDate } from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import type { LocaleKey } from './keys.ts'
import { sentenceOf } from './sentence.ts'

/** A sentence by its key and parameters. */
export type Translate = (key: LocaleKey, params?: Readonly<Record<string, string | number>>) => string

export interface Words {
  readonly t: Translate
  readonly language: Language
  readonly dates: DateWords
  /** The side of a bilingual text in the language of the screen; the other one where this one is empty. */
  readonly pick: (text: Bilingual) => string
  /** The sentence of an expected error, or the general one with its code. */
  readonly errorText: (error: AppError) => string
}

/** What a person typed turns nothing of the sentence it stands in. */
function apart(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]),
  )
}

/** Days and months as the screen says them. */
function dated(params: AppError['params'], dates: DateWords): AppError['params'] {
  const said = (value: string | number) => {
    const day = PlainDate.safeParse(value)
    if (day.success) return screenDate(day.data, dates)
    const month = PlainMonth.safeParse(value)
    return month.success ? monthTitle(month.data, dates) : value
  }
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(value)]))
}

/** Words of the screen in its language. */
export function useWords(): Words {
  const { t: translate, i18n } = useTranslation()
  const language = Language.catch('kk').parse(i18n.language)
  const t = useCallback<Translate>((key, params = {}) => translate(key, apart(params)), [translate])
  return useMemo(() => {
    const dates = dateWordsOfLanguage(t)
    const errorText = ({ code, params }: AppError) => sentenceOf(i18n, `error.${code}`, dated(params, dates), code)
    return { t, language, dates, pick: text => text[language] || text.kk || text.ru, errorText }
  }, [t, language, i18n])
}
