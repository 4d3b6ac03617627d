import { type DateWords, dateWordsOf } from '#shared/time/official-date.ts'
import type { LocaleKey } from './keys.ts'

/** Words of dates in the language of `text`. */
export function dateWordsOfLanguage(text: (key: LocaleKey) => string): DateWords {
  return dateWordsOf({
    monthsName: text('date.months.name'),
    monthsDay: text('date.months.day'),
    monthsOn: text('date.months.on'),
    monthsFrom: text('date.months.from'),
    monthsTo: text('date.months.to'),
    monthsOf: text('date.months.of'),
    weekdays: text('date.weekdays.full'),
    weekdaysShort: text('date.weekdays.short'),
    patternScreen: text('date.pattern.screen'),
    patternOfficial: text('date.pattern.official'),
    patternDayMonth: text('date.pattern.day_month'),
    patternMonth: text('date.pattern.month'),
    patternQuarter: text('date.pattern.quarter'),
  })
}
