import { z } from 'zod'
import { type PlainDate, type PlainMonth, partsOf, type Quarter, weekdayOf } from './plain-date.ts'

/**
 * Words of dates in one language, as locales/ holds them: lists are joined by `|`, patterns carry `{day}`, `{month}`,
 * `{year}`, `{quarter}`. Kazakh months change by case, Russian ones stand in the genitive beside a day.
 */
export const DateTexts = z.strictObject({
  monthsName: z.string(),
  monthsDay: z.string(),
  monthsOn: z.string(),
  monthsFrom: z.string(),
  monthsTo: z.string(),
  monthsOf: z.string(),
  weekdays: z.string(),
  weekdaysShort: z.string(),
  patternScreen: z.string(),
  patternOfficial: z.string(),
  patternDayMonth: z.string(),
  patternMonth: z.string(),
  patternQuarter: z.string(),
})
export type DateTexts = z.infer<typeof DateTexts>

/** Words of dates in one language, split and checked: 12 months in each form, 7 weekdays from Monday. */
export interface DateWords {
  readonly months: Readonly<Record<MonthForm, readonly string[]>>
  readonly weekdays: readonly string[]
  readonly weekdaysShort: readonly string[]
  readonly patterns: Readonly<Record<'screen' | 'official' | 'dayMonth' | 'month' | 'quarter', string>>
}

/**
 * Form of a month's name: alone (`name`), after a day (`day`), and after a day meaning on, from, until and of that day
 * (kk: -да, -дан, -ға, -дағы; ru: the genitive throughout).
 */
export type MonthForm = 'name' | 'day' | 'on' | 'from' | 'to' | 'of'

const QUARTERS = ['I', 'II', 'III', 'IV']

/** Words of the texts of locales/. Throws where a list has not 12 or 7 words: that is a fault of the translation. */
export function dateWordsOf(texts: DateTexts): DateWords {
  return {
    months: {
      name: split(texts.monthsName, 12),
      day: split(texts.monthsDay, 12),
      on: split(texts.monthsOn, 12),
      from: split(texts.monthsFrom, 12),
      to: split(texts.monthsTo, 12),
      of: split(texts.monthsOf, 12),
    },
    weekdays: split(texts.weekdays, 7),
    weekdaysShort: split(texts.weekdaysShort, 7),
    patterns: {
      screen: texts.patternScreen,
      official: texts.patternOfficial,
      dayMonth: texts.patternDayMonth,
      month: texts.patternMonth,
      quarter: texts.patternQuarter,
    },
  }
}

/** A date on screen: kk "2026 ж. 21 қараша", ru "21 ноября 2026 г.". */
export function screenDate(date: PlainDate, words: DateWords): string {
  return dated(words.patterns.screen, date, words, 'day')
}

/**
 * A date of an official paper: kk "2026 жылғы 21 қараша", ru "21 ноября 2026 года"; with a form, kk "2026 жылғы
 * 21 қарашада" and so on. Source: rules of document keeping (decree No. 703 p. 21).
 */
export function officialDate(date: PlainDate, words: DateWords, form: MonthForm = 'day'): string {
  return dated(words.patterns.official, date, words, form)
}

/** A day within a known year: kk "21 қараша", ru "21 ноября". */
export function dayAndMonth(date: PlainDate, words: DateWords, form: MonthForm = 'day'): string {
  return dated(words.patterns.dayMonth, date, words, form)
}

/** Several days of one month: kk "2, 9, 16 қазан"; ru "2, 9, 16 октября". */
export function daysAndMonth(dates: readonly PlainDate[], words: DateWords, form: MonthForm = 'day'): string {
  const first = dates[0]
  if (first === undefined) return ''
  const month = words.months[form][partsOf(first).month - 1] ?? ''
  return fill(words.patterns.dayMonth, { day: dates.map(date => partsOf(date).day).join(', '), month })
}

/** Days of the month of a date as they were put in words, "5-6": kk "5-6 желтоқсан", with its year "2026 жылғы 5-6 желтоқсан". */
export function daysOfMonth(days: string, of: PlainDate, words: DateWords, withYear: boolean): string {
  const { year, month } = partsOf(of)
  const pattern = withYear ? words.patterns.official : words.patterns.dayMonth
  return fill(pattern, { day: days, month: words.months.day[month - 1] ?? '', year: String(year) })
}

/** A month as a title: kk "2026 жылғы қазан", ru "октябрь 2026 года". */
export function monthTitle(month: PlainMonth, words: DateWords): string {
  const name = words.months.name[Number(month.slice(5)) - 1] ?? ''
  return fill(words.patterns.month, { month: name, year: month.slice(0, 4) })
}

/** A quarter: kk "2026 жылғы III тоқсан", ru "III квартал 2026 года". */
export function quarterTitle(quarter: Quarter, words: DateWords): string {
  return fill(words.patterns.quarter, {
    quarter: QUARTERS[Number(quarter.slice(6)) - 1] ?? '',
    year: quarter.slice(0, 4),
  })
}

/** The weekday of a date: kk "сенбі", ru "суббота". */
export function weekdayName(date: PlainDate, words: DateWords): string {
  return words.weekdays[weekdayOf(date) - 1] ?? ''
}

/** The short weekday of a date, for heads of narrow columns. */
export function weekdayShort(date: PlainDate, words: DateWords): string {
  return words.weekdaysShort[weekdayOf(date) - 1] ?? ''
}

function dated(pattern: string, date: PlainDate, words: DateWords, form: MonthForm): string {
  const { year, month, day } = partsOf(date)
  return fill(pattern, { day: String(day), month: words.months[form][month - 1] ?? '', year: String(year) })
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function split(list: string, length: number): readonly string[] {
  const words = list.split('|')
  if (words.length !== length || words.some(word => word === '')) throw new RangeError(`not ${length} words: ${list}`)
  return words
}
