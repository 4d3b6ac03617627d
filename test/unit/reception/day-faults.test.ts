import { describe, expect, it } from 'vitest'
import { calledInFault, coverageFault } from '#shared/reception/day-faults.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const HELD = day('2026-11-20')
const TODAY = day('2026-11-22')

describe('clause 24: what the mass media tell is told of a day that can be', () => {
  it.each([
    ['planned', '2026-12-01', null],
    ['planned', '2026-11-19', null],
    ['held', '2026-11-20', null],
    ['held', '2026-11-22', null],
    ['held', '2026-11-19', 'reception.coverage_day'],
    ['held', '2026-11-23', 'reception.coverage_ahead'],
    ['planned', '2062-11-22', 'reception.coverage_day'],
    ['dropped', '2016-11-22', 'reception.coverage_day'],
  ] as const)('%s on %s: %j', (stage, on, fault) => {
    expect(coverageFault({ stage, on: day(on) }, HELD, TODAY)).toBe(fault)
  })
})

describe('clause 22: staff is called in on the day, and is somebody', () => {
  it.each([
    ['o1', '', TODAY, null],
    [null, 'x', TODAY, null],
    [null, '', TODAY, 'reception.nobody_called'],
    ['o1', '', HELD, 'reception.not_today'],
  ] as const)('%j %j %s: %j', (officialId, who, reception, fault) => {
    expect(calledInFault({ officialId, who }, reception, TODAY)).toBe(fault)
  })
})
