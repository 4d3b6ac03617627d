import { type DateWords, dateWordsOf } from './official-date.ts'

/** Where the words of each part stand in locales/. */
const KEYS = {
  monthsName: 'date.months.name',
  monthsDay: 'date.months.day',
  monthsOn: 'date.months.on',
  monthsFrom: 'date.months.from',
  monthsTo: 'date.months.to',
  monthsOf: 'date.months.of',
  weekdays: 'date.weekdays.full',
  weekdaysShort: 'date.weekdays.short',
  patternScreen: 'date.pattern.screen',
  patternOfficial: 'date.pattern.official',
  patternDayMonth: 'date.pattern.day_month',
  patternMonth: 'date.pattern.month',
  patternQuarter: 'date.pattern.quarter',
} as const

/** Words of dates in the language of `text`, which gives the text of a key in locales/. */
export function dateWordsOfLanguage(text: (key: (typeof KEYS)[keyof typeof KEYS]) => string): DateWords {
  return dateWordsOf({
    monthsName: text(KEYS.monthsName),
    monthsDay: text(KEYS.monthsDay),
    monthsOn: text(KEYS.monthsOn),
    monthsFrom: text(KEYS.monthsFrom),
    monthsTo: text(KEYS.monthsTo),
    monthsOf: text(KEYS.monthsOf),
    weekdays: text(KEYS.weekdays),
    weekdaysShort: text(KEYS.weekdaysShort),
    patternScreen: text(KEYS.patternScreen),
    patternOfficial: text(KEYS.patternOfficial),
    patternDayMonth: text(KEYS.patternDayMonth),
    patternMonth: text(KEYS.patternMonth),
    patternQuarter: text(KEYS.patternQuarter),
  })
}
