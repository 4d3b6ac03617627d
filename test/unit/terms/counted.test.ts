import { describe, expect, it } from 'vitest'
import { amountOf, type CountForm, countedOf, termsOf, withRule } from '#renderer/features/terms/counted.ts'
import { isTermsKey } from '#renderer/features/terms/terms-key.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { reportDue } from '#shared/report/due.ts'
import { Quarter } from '#shared/time/plain-date.ts'

const FORM: CountForm = {
  date: '20.11.2026',
  rule: 'WKO-2020/2023',
  term: 'answer',
  amount: '15',
  unit: 'working_days',
  direction: 'after',
}
const by = (form: Partial<CountForm>) => countedOf({ ...FORM, ...form }, SEED_CALENDAR, {})?.by ?? null

describe('the calculator of terms', () => {
  it('counts any term of either act', () => {
    expect(by({})).toBe('2026-12-07')
    expect(by({ rule: 'KZ-2026' })).toBe('2026-12-11')
    expect(by({ rule: 'WKO-2020/2023', term: 'extension' })).toBe('2027-01-20')
    expect(by({ rule: 'KZ-2026', term: 'briefing', date: '17.12.2026' })).toBe('2026-12-09')
  })

  it('counts plain days and months, after and before', () => {
    expect(by({ rule: 'plain', date: '30.04.2024', amount: '3' })).toBe('2024-05-04')
    expect(by({ rule: 'plain', date: '31.12.2026', amount: '2', unit: 'months' })).toBe('2027-03-01')
    expect(by({ rule: 'plain', date: '26.03.2026', amount: '5', direction: 'before' })).toBe('2026-03-16')
    // Ten calendar days before 18 November is a Sunday: what is done before a day is done on the last working day there is.
    expect(by({ rule: 'plain', date: '18.11.2026', amount: '10', unit: 'calendar_days', direction: 'before' })).toBe(
      '2026-11-06',
    )
  })

  it.each(['WKO-2020/2023', 'KZ-2026'] as const)(
    'clause 38 by %s: the report is due on the day Today tells, as the office set it',
    rule => {
      const quarter = Quarter.parse('2026-Q4')
      for (const office of [{}, { reportDueDay: 3 }, { reportDueDay: 20 }]) {
        const counted = countedOf({ ...FORM, rule, term: 'report' }, SEED_CALENDAR, office)
        expect(counted).toEqual(reportDue(office, quarter, SEED_CALENDAR))
        expect(counted && counted.by > '2026-12-31').toBe(true)
      }
    },
  )

  it.each(['', '31.02.2026', '20.11', 'tomorrow'])('says nothing of %j', date => {
    expect(by({ date })).toBeNull()
  })

  it.each([
    ['0', null],
    ['1', 1],
    ['1000', 1000],
    ['1001', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
  ])('reads %j as %j', (typed, amount) => {
    expect(amountOf(typed)).toBe(amount)
    expect(by({ rule: 'plain', amount: typed }) === null).toBe(amount === null)
  })

  it('a term the other act does not set gives way to the answer; what is no act is a plain count', () => {
    expect(termsOf('WKO-2020/2023')).not.toContain('list_handed')
    expect(withRule({ ...FORM, rule: 'KZ-2026', term: 'list_handed' }, 'WKO-2020/2023').term).toBe('answer')
    expect(withRule({ ...FORM, term: 'briefing' }, 'KZ-2026').term).toBe('briefing')
    expect(withRule(FORM, 'plain').rule).toBe('plain')
  })

  it('hears its key alone', () => {
    const press = { key: 'F3', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, isComposing: false }
    expect(isTermsKey(press)).toBe(true)
    for (const held of ['ctrlKey', 'altKey', 'shiftKey', 'metaKey', 'isComposing'])
      expect(isTermsKey({ ...press, [held]: true })).toBe(false)
  })
})
