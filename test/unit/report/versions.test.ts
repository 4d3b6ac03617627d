import { describe, expect, it } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { entityId } from '#shared/change/action.ts'
import { coverAbout, coverOf, coversOf, reportEntity } from '#shared/report/addressees.ts'
import { movedFigures } from '#shared/report/difference.ts'
import { endedQuarters, reportDue, reportsOwed } from '#shared/report/due.ts'
import type { ReportDocument } from '#shared/report/report-paper.ts'
import { foldReport, nextVersion, standingVersion } from '#shared/report/transitions.ts'
import { PlainDate, Quarter } from '#shared/time/plain-date.ts'
import { SMALL_DOCUMENT, sampleFrozen } from '#test/fixtures/frozen-report.ts'
import { sampleAction } from '#test/unit/change/sample-actions.ts'

const Q3 = Quarter.parse('2026-Q3')
const day = (text: string) => PlainDate.parse(text)
const frozen = (at: number, version: number) =>
  sampleAction(at, 'report', '2026-Q3', 'report.frozen', sampleFrozen({ version }))
const withdrawn = (at: number, version: number) =>
  sampleAction(at, 'report', '2026-Q3', 'report.withdrawn', { version, ground: 'returned' })

describe('versions of a report', () => {
  it('what was sent stays as it was: a later version stands beside it, a withdrawn one is not the one that stands', () => {
    const two = foldReport([frozen(1, 1), frozen(2, 2)])
    expect(standingVersion(two)?.version).toBe(2)
    const back = foldReport([frozen(1, 1), frozen(2, 2), withdrawn(3, 2)])
    expect(standingVersion(back)?.version).toBe(1)
    expect(back.versions).toHaveLength(2)
    expect(nextVersion(back)).toBe(3)
    expect(foldReport([frozen(1, 1), withdrawn(2, 1)])).toMatchObject({ status: 'withdrawn' })
  })

  it('the figures that differ are listed with both values and by how much, of either year; the same ones are not', () => {
    const [summary] = SMALL_DOCUMENT.sections
    const lines = summary!.lines.map((line, at) => (at === 0 ? { ...line, current: 433, previous: 387 } : line))
    const later: ReportDocument = { ...SMALL_DOCUMENT, sections: [{ ...summary!, lines }] }
    expect(movedFigures(SMALL_DOCUMENT, SMALL_DOCUMENT)).toEqual([])
    expect(movedFigures(SMALL_DOCUMENT, later).map(({ of, before, after, by }) => [of, before, after, by])).toEqual([
      ['current', 430, 433, 3],
      ['previous', 388, 387, -1],
    ])
    const gone: ReportDocument = { ...SMALL_DOCUMENT, sections: [{ ...summary!, lines: [summary!.lines[0]!] }] }
    expect(movedFigures(SMALL_DOCUMENT, gone)).toMatchObject([
      { key: 'summary.received', before: 250, after: null, by: null },
      { key: 'summary.received', before: 240, after: null },
    ])
  })
})

describe('the letters of a version', () => {
  const about = (version: number, to: 'akim' | 'president_control') => coverAbout(reportEntity(Q3), version, to)

  it('what a letter is about says the report, the version and the addressee, and nothing else is one', () => {
    expect(coverOf(about(2, 'akim'))).toEqual({
      report: entityId('report', '2026-Q3'),
      quarter: Q3,
      version: 2,
      to: 'akim',
    })
    expect(coverOf(null)).toBeNull()
    expect(coverOf('request:r1:police:2026-11-20')).toBeNull()
  })

  it('each addressee of the act has the letter that came furthest; one of another version or annulled is none', () => {
    const letters = [
      { about: about(1, 'akim'), status: 'sent' as const },
      { about: about(2, 'akim'), status: 'annulled' as const },
      { about: about(2, 'president_control'), status: 'drafted' as const },
      { about: about(2, 'president_control'), status: 'signed' as const },
    ]
    expect(coversOf('WKO-2020/2023', 2, letters).map(({ to, letter }) => [to, letter?.status ?? null])).toEqual([
      ['akim', null],
      ['president_control', 'signed'],
    ])
    expect(coversOf('KZ-2026', 1, []).map(({ to }) => to)).toEqual(['government_office', 'president_control'])
  })
})

describe('when a report is owed', () => {
  const office = {}
  const asked = { office, calendar: SEED_CALENDAR, counted: [Q3], standing: [], today: day('2026-11-22') }

  it('the tenth working day after the quarter where the office set no other; days off are not counted', () => {
    expect(reportDue({}, Q3, SEED_CALENDAR).by).toBe('2026-10-14')
    expect(reportDue({ reportDueDay: 1 }, Q3, SEED_CALENDAR).by).toBe('2026-10-01')
    expect(endedQuarters(day('2026-01-01'), 2)).toEqual(['2025-Q4', '2025-Q3'])
  })

  it('of a quarter before the office worked here it is said so, and only of the last one that has records', () => {
    expect(reportsOwed({ ...asked, since: day('2026-11-20') })).toMatchObject([
      { quarter: Q3, unsent: null, isBefore: true },
    ])
    expect(reportsOwed({ ...asked, counted: [], since: day('2026-11-20') })).toEqual([])
    expect(reportsOwed({ ...asked, counted: [], since: day('2026-07-01') }).map(({ quarter }) => quarter)).toEqual([
      '2026-Q2',
      '2026-Q3',
    ])
  })

  it('it is owed until it went to every addressee', () => {
    const covers = (akim: string | null, control: string | null) => [
      {
        quarter: Q3,
        covers: [
          { to: 'akim' as const, sentOn: akim === null ? null : day(akim) },
          { to: 'president_control' as const, sentOn: control === null ? null : day(control) },
        ],
      },
    ]
    const since = day('2026-10-01')
    expect(reportsOwed({ ...asked, since, standing: covers('2026-10-12', null) })).toMatchObject([
      { unsent: 1, isBefore: false },
    ])
    expect(reportsOwed({ ...asked, since, standing: covers('2026-10-12', '2026-10-13') })).toEqual([])
  })
})
