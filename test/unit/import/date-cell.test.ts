import { describe, expect, test } from 'vitest'
import { readDate } from '#shared/import/date-cell.ts'
import { type Cell, textOfCell } from '#shared/import/table.ts'

const JULY = { kind: 'date', date: '2026-07-01' }

describe('a date in any style of an office', () => {
  test.each<[Cell]>([
    [{ serial: 46204 }],
    [{ serial: 46204.75 }],
    [46204],
    ['46204'],
    ['01.07.2026'],
    ['2026-07-01'],
    ['1.7.26'],
    [' 01.07.2026 г.'],
    ['01.07.2026г.'],
    ['01.07.2026 ж.'],
    ['01/07/2026'],
    ['1-7-2026'],
    ['01,07,2026'],
    ['2026.07.01'],
    ['2026-07-01T00:00:00.000Z'],
    ['2026-07-01 00:00:00'],
    ['01.07.2026 10:30'],
    ['1 шілде 2026'],
    ['1 июля 2026 г.'],
    ['1 ИЮЛЯ 2026 года'],
    ['«1» июля 2026 г.'],
    ['2026 жылғы 1 шілде'],
    ['2026 ж. 1 шілде'],
    ['2026 жылғы 1 шілдеде'],
    ['01\u00a0июл.\u00a02026'],
    ['\u200e01.07.2026'],
  ])('%j', cell => {
    expect(readDate(cell)).toEqual(JULY)
  })

  test.each<[Cell, string]>([
    ['9 мая 2026', '2026-05-09'],
    ['9 мамыр 2026', '2026-05-09'],
    ['6 наурыз 2026', '2026-03-06'],
    ['6 марта 2026', '2026-03-06'],
    ['6 маусым 2026', '2026-06-06'],
    ['25 қазан 2026', '2026-10-25'],
    ['25 қараша 2026', '2026-11-25'],
    ['25 қаңтар 2026', '2026-01-25'],
    ['31.12.69', '2069-12-31'],
    ['1.1.70', '1970-01-01'],
    [{ serial: 1 }, '1900-01-01'],
    [{ serial: 59 }, '1900-02-28'],
    [{ serial: 61 }, '1900-03-01'],
    ['29.02.2024', '2024-02-29'],
  ])('%j is %s', (cell, date) => {
    expect(readDate(cell)).toEqual({ kind: 'date', date })
  })

  test.each<[Cell]>([
    ['31.06.2026'],
    ['29.02.2026'],
    ['07/13/2026'],
    ['00.07.2026'],
    ['июль 2026'],
    ['01.07'],
    ['01.07.226'],
    ['1 foo 2026'],
    ['кеше'],
    [{ serial: 60 }],
    [{ serial: 0.5 }],
    [{ serial: -1 }],
    [{ serial: 1e300 }],
    [5],
    [Number.NaN],
    [true],
    [{ error: '#REF!' }],
    ['-'],
    ['01.07.2026 - 05.07.2026'],
  ])('%j is not guessed', cell => {
    expect(readDate(cell)).toEqual({ kind: 'unreadable' })
  })

  test('nothing is nothing', () => {
    for (const cell of [null, undefined, '', '  ']) expect(readDate(cell)).toEqual({ kind: 'empty' })
  })
})

test('cells as a person would copy them', () => {
  expect(textOfCell(60702566637)).toBe('60702566637')
  expect(textOfCell({ serial: 46204 })).toBe('2026-07-01')
  expect(textOfCell({ serial: 46204.4375 })).toBe('2026-07-01 10:30')
  expect(textOfCell({ serial: 0.625 })).toBe('15:00')
  expect(textOfCell({ error: '#N/A' })).toBe('#N/A')
  expect(textOfCell(1.5)).toBe('1.5')
  expect(textOfCell(null)).toBe('')
})
