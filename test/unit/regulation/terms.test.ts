import { describe, expect, it } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { TermId } from '#shared/regulation/model.ts'
import { findTerm, getTerm } from '#shared/regulation/terms.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const by = (term: TermId, profile: ProfileId, from: string) =>
  getTerm(term, profile, PlainDate.parse(from), SEED_CALENDAR).by

/** Registered; 15 calendar days by count and rolled; 15 working days; 2 and 3 working days; 2 months rolled. */
const VECTORS = [
  ['2026-02-20', '2026-03-07', '2026-03-10', '2026-03-16', '2026-02-24', '2026-02-25', '2026-04-20'],
  ['2026-03-06', '2026-03-21', '2026-03-26', '2026-04-02', '2026-03-11', '2026-03-12', '2026-05-06'],
  ['2026-03-19', '2026-04-03', '2026-04-03', '2026-04-14', '2026-03-26', '2026-03-27', '2026-05-19'],
  ['2026-04-24', '2026-05-09', '2026-05-12', '2026-05-20', '2026-04-28', '2026-04-29', '2026-06-24'],
  ['2026-05-05', '2026-05-20', '2026-05-20', '2026-05-29', '2026-05-08', '2026-05-12', '2026-07-07'],
  ['2026-10-12', '2026-10-27', '2026-10-27', '2026-11-03', '2026-10-14', '2026-10-15', '2026-12-14'],
  ['2026-11-20', '2026-12-05', '2026-12-07', '2026-12-11', '2026-11-24', '2026-11-25', '2027-01-20'],
  ['2026-12-02', '2026-12-17', '2026-12-17', '2026-12-24', '2026-12-04', '2026-12-07', '2027-02-02'],
  ['2026-12-18', '2027-01-02', '2027-01-05', '2027-01-13', '2026-12-22', '2026-12-23', '2027-02-18'],
  ['2026-12-31', '2027-01-15', '2027-01-15', '2027-01-26', '2027-01-06', '2027-01-08', '2027-03-01'],
  ['2025-12-31', '2026-01-15', '2026-01-15', '2026-01-26', '2026-01-06', '2026-01-08', '2026-03-02'],
  ['2024-04-30', '2024-05-15', '2024-05-15', '2024-05-24', '2024-05-03', '2024-05-04', '2024-07-01'],
] as const

describe.each(VECTORS)('registered %s', (from, nominal, calendar, working, two, three, months) => {
  it('clause 29: answer in 15 calendar days, rolled to a working day', () => {
    const term = getTerm('answer', 'WKO-2020/2023', PlainDate.parse(from), SEED_CALENDAR)
    expect([term.nominal, term.by]).toEqual([nominal, calendar])
    expect(term.skipped.every(day => !day.working && day.date >= nominal && day.date < calendar)).toBe(true)
    expect(term.skipped.length === 0).toBe(nominal === calendar)
    expect(term.warnFrom <= nominal).toBe(true)
  })

  it('rule 13: answer in 15 working days', () => {
    expect(by('answer', 'KZ-2026', from)).toBe(working)
  })

  it('clause 19: told of the request in 2 working days', () => {
    expect(by('request_notice', 'WKO-2020/2023', from)).toBe(two)
  })

  it('clause 20: the refusal of a body is reported in 2 working days', () => {
    expect(by('body_refusal_report', 'WKO-2020/2023', from)).toBe(two)
  })

  it('rule 30: told of the request in 2 working days', () => {
    expect(by('request_notice', 'KZ-2026', from)).toBe(two)
  })

  it('rule 31: the refusal of a body is reported in 2 working days', () => {
    expect(by('body_refusal_report', 'KZ-2026', from)).toBe(two)
  })

  it('rule 6: put right and forwarded in 3 working days', () => {
    expect([by('correction', 'KZ-2026', from), by('forwarding', 'KZ-2026', from)]).toEqual([three, three])
  })

  it('rule 14: told of the extension in 3 working days', () => {
    expect(by('extension_notice', 'KZ-2026', from)).toBe(three)
  })

  it('rule 37: the protocol is sent in 3 working days', () => {
    expect(by('protocol_sent', 'KZ-2026', from)).toBe(three)
  })

  it('Code 64(7), 65, 76(3): returned, forwarded, told of the extension in 3 working days', () => {
    expect(by('return', 'KZ-2026', from)).toBe(three)
    expect(by('forwarding', 'WKO-2020/2023', from)).toBe(three)
    expect(by('extension_notice', 'WKO-2020/2023', from)).toBe(three)
  })

  it('clause 30: extended to two months from registration at most', () => {
    expect(by('extension', 'WKO-2020/2023', from)).toBe(months)
  })
})

describe.each([
  ['2026-03-26', '2026-03-16', '2026-03-19'],
  ['2026-05-12', '2026-04-30', '2026-05-06'],
  ['2026-12-17', '2026-12-09', '2026-12-14'],
  ['2026-12-28', '2026-12-21', '2026-12-24'],
  ['2027-01-08', '2026-12-29', '2027-01-05'],
])('before the reception of %s', (reception, five, two) => {
  it('clause 15: the official tells 2 working days before', () => {
    expect(by('official_tells', 'WKO-2020/2023', reception)).toBe(two)
  })

  it('clause 26: the briefing is ready 5 working days before', () => {
    expect(by('briefing', 'WKO-2020/2023', reception)).toBe(five)
  })

  it('rule 18: the briefing is ready 5 working days before', () => {
    expect(by('briefing', 'KZ-2026', reception)).toBe(five)
  })

  it('rule 26: the official tells 2 working days before', () => {
    expect(by('official_tells', 'KZ-2026', reception)).toBe(two)
  })

  it('rule 32: the list is handed over 2 working days before', () => {
    expect(by('list_handed', 'KZ-2026', reception)).toBe(two)
  })
})

it('rule 14: two months are counted from the decision to extend, and not from the registration as in clause 30', () => {
  const extension = (profile: ProfileId) => getTerm('extension', profile, PlainDate.parse('2026-11-20'), SEED_CALENDAR)
  expect(extension('KZ-2026').event).toBe('extension')
  expect(extension('WKO-2020/2023').event).toBe('registration')
})

it('a term that a profile does not set is not invented', () => {
  for (const term of ['correction', 'return', 'list_handed', 'protocol_sent', 'schedule_approved'] as const) {
    expect(findTerm(term, 'WKO-2020/2023', PlainDate.parse('2026-11-20'), SEED_CALENDAR)).toBeNull()
    expect(() => by(term, 'WKO-2020/2023', '2026-11-20')).toThrow(`no term ${term} under WKO-2020/2023`)
  }
})

it('clause 38: what is due by the end of a quarter is due on its last working day', () => {
  expect(by('report', 'WKO-2020/2023', '2026-12-31')).toBe('2026-12-31')
  expect(by('report', 'WKO-2020/2023', '2028-12-31')).toBe('2028-12-29')
})

it('rule 40: what is due by the end of a quarter is due on its last working day', () => {
  expect(by('report', 'KZ-2026', '2027-03-31')).toBe('2027-03-31')
  expect(by('report', 'KZ-2026', '2028-12-31')).toBe('2028-12-29')
})

it('rule 19: the schedule is approved on the last working day before the quarter at the latest', () => {
  expect(by('schedule_approved', 'KZ-2026', '2027-01-01')).toBe('2026-12-31')
})

it('what comes on a day off is registered on the next working day', () => {
  expect(by('registration', 'KZ-2026', '2026-11-22')).toBe('2026-11-23')
  expect(by('registration', 'WKO-2020/2023', '2026-11-20')).toBe('2026-11-20')
})

it('an explanation names each day off it passed, with its reason, and the year that is not sure', () => {
  const term = getTerm('answer', 'WKO-2020/2023', PlainDate.parse('2026-04-24'), SEED_CALENDAR)
  expect(term.clause).toEqual({ act: 'regulation', clause: '29' })
  expect(term.skipped.map(day => [day.date, day.reason])).toEqual([
    ['2026-05-09', 'holiday'],
    ['2026-05-10', 'weekend'],
    ['2026-05-11', 'day_off_moved'],
  ])
  expect(term.warnFrom).toBe('2026-05-08')
  expect(getTerm('answer', 'WKO-2020/2023', PlainDate.parse('2026-12-18'), SEED_CALENDAR).unsureYears).toEqual([2027])
})

it('what is due on a day off is warned of on the last working day before it, but never before the event itself', () => {
  const term = (id: TermId, from: string) => getTerm(id, 'WKO-2020/2023', PlainDate.parse(from), SEED_CALENDAR)
  expect(term('answer', '2026-11-20')).toMatchObject({
    nominal: '2026-12-05',
    by: '2026-12-07',
    warnFrom: '2026-12-04',
  })
  expect(term('answer', '2026-12-02')).toMatchObject({
    nominal: '2026-12-17',
    by: '2026-12-17',
    warnFrom: '2026-12-17',
  })
  expect(term('registration', '2026-11-21')).toMatchObject({ by: '2026-11-23', warnFrom: '2026-11-23' })
  const quarter = term('report', '2028-12-31')
  expect(quarter).toMatchObject({ nominal: '2028-12-31', by: '2028-12-29', warnFrom: '2028-12-29' })
  expect(quarter.skipped.map(({ date }) => date)).toEqual(['2028-12-31', '2028-12-30'])
})

it('a day that was passed carries the name of its row, a plain weekend day none', () => {
  const { skipped } = getTerm('answer', 'WKO-2020/2023', PlainDate.parse('2026-04-24'), SEED_CALENDAR)
  expect(skipped.map(({ name }) => name?.ru ?? null)).toEqual([
    ...['День Победы', null, 'выходной день в связи с Днем Победы'],
  ])
})
