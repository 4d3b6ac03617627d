import { describe, expect, test } from 'vitest'
import {
  dateWordsOf,
  dayAndMonth,
  monthTitle,
  officialDate,
  quarterTitle,
  screenDate,
  weekdayName,
  weekdayShort,
} from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth, plainDate, Quarter } from '#shared/time/plain-date.ts'
import { DATE_WORDS, dateTextsIn } from '#test/fixtures/words.ts'

const { kk, ru } = DATE_WORDS
const DAY = PlainDate.parse('2026-11-21')

describe('dates as the office writes them', () => {
  test('on screen and in official papers', () => {
    expect(screenDate(DAY, kk)).toBe('2026 ж. 21 қараша')
    expect(screenDate(DAY, ru)).toBe('21 ноября 2026 г.')
    expect(officialDate(DAY, kk)).toBe('2026 жылғы 21 қараша')
    expect(officialDate(DAY, ru)).toBe('21 ноября 2026 года')
    expect(dayAndMonth(DAY, kk)).toBe('21 қараша')
    expect(dayAndMonth(DAY, ru)).toBe('21 ноября')
  })

  test('on, from, until and of a day: the month takes the ending', () => {
    const day = PlainDate.parse('2026-09-03')
    expect(officialDate(day, kk, 'on')).toBe('2026 жылғы 3 қыркүйекте')
    expect(officialDate(day, kk, 'from')).toBe('2026 жылғы 3 қыркүйектен')
    expect(officialDate(day, kk, 'to')).toBe('2026 жылғы 3 қыркүйекке')
    expect(officialDate(PlainDate.parse('2023-07-12'), kk, 'of')).toBe('2023 жылғы 12 шілдедегі')
    expect(officialDate(day, ru, 'from')).toBe('3 сентября 2026 года')
  })

  test('months, quarters and weekdays', () => {
    expect(monthTitle(PlainMonth.parse('2026-10'), kk)).toBe('2026 жылғы қазан')
    expect(monthTitle(PlainMonth.parse('2026-10'), ru)).toBe('октябрь 2026 года')
    expect(quarterTitle(Quarter.parse('2026-Q3'), kk)).toBe('2026 жылғы III тоқсан')
    expect(quarterTitle(Quarter.parse('2026-Q3'), ru)).toBe('III квартал 2026 года')
    expect(weekdayName(DAY, kk)).toBe('сенбі')
    expect(weekdayName(DAY, ru)).toBe('суббота')
    expect(weekdayShort(DAY, kk)).toBe('сб')
  })

  test('screen dates are those of the Unicode locale data, in every month', () => {
    for (let month = 1; month <= 12; month += 1) {
      for (const [language, words] of [
        ['kk', kk],
        ['ru', ru],
      ] as const) {
        const wanted = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
          .format(Date.UTC(2026, month - 1, 5))
          .replaceAll('\u00a0', ' ')
        expect(screenDate(plainDate(2026, month, 5), words)).toBe(wanted)
      }
    }
  })

  test('a list with a month too few is refused, not printed', () => {
    expect(() => dateWordsOf({ ...dateTextsIn('kk'), monthsDay: 'қаңтар|ақпан' })).toThrow(RangeError)
    expect(() => dateWordsOf({ ...dateTextsIn('kk'), weekdays: 'a|b||d|e|f|g' })).toThrow(RangeError)
  })
})
