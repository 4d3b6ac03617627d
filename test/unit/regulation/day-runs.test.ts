import { expect, it } from 'vitest'
import { amountText } from '#shared/regulation/amount-text.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { groupedByReason, runsText } from '#shared/regulation/day-runs.ts'
import type { SkippedDay } from '#shared/regulation/terms.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'

const day = (date: string, name: string | null): SkippedDay => ({
  ...{ date: PlainDate.parse(date), working: false, key: '' },
  reason: name === null ? 'weekend' : 'holiday',
  name: name === null ? null : { kk: name, ru: name },
})

it('days passed backwards are told forwards, weekend days first, each holiday by its name and year', () => {
  const met = [day('2027-01-02', 'b'), day('2027-01-01', 'b'), day('2026-12-27', null), day('2026-12-26', null)]
  const groups = (days: readonly SkippedDay[]) => groupedByReason(days).map(({ dates }) => dates)
  const told = [
    ['2026-12-26', '2026-12-27'],
    ['2027-01-01', '2027-01-02'],
  ]
  expect(groups(met)).toEqual(told)
  expect(groups([...met].reverse())).toEqual(told)
  const early = [day('2026-01-01', 'b'), day('2026-01-03', null), day('2026-01-07', 'c'), day('2027-01-01', 'b')]
  expect(groups(early)).toEqual([['2026-01-03'], ['2026-01-01'], ['2026-01-07'], ['2027-01-01']])
})

it('a run ends with its month, and no month is named for the days of another', () => {
  const dates = ['2026-01-31', '2026-02-01', '2026-02-02', '2026-02-05'].map(one => PlainDate.parse(one))
  expect(runsText(dates, 2026, DATE_WORDS.ru)).toBe('31 января, 1\u20132, 5 февраля')
})

it('a number takes its own form of the noun, at every edge', () => {
  const form = (amount: number) => amountText({ amount, unit: 'months' }, key => key.slice('amount.months.'.length))
  expect([1, 21, 101, 2, 4, 22, 24].map(form)).toEqual([...new Array(3).fill('one'), ...new Array(4).fill('few')])
  expect([0, 5, 9, 10, 11, 12, 14, 15, 20, 25, 111, 114].map(form)).toEqual(new Array(12).fill('many'))
})

it('a part is told apart from its clause only where both are there', () => {
  const say = (key: string, params: object = {}) => `${key} ${Object.values(params).join('/')}`
  const text = (clause: string) => clauseText({ act: 'code', clause }, 'KZ-2026', say)
  expect(text('76(3)')).toBe('clause.code.part 76/3')
  expect(text('64(7-1)')).toBe('clause.code.part 64/7-1')
  expect(text('76')).toBe('clause.code 76')
  expect(text('76(3) a')).toBe('clause.code 76(3) a')
  expect(text('(3)')).toBe('clause.code (3)')
})
