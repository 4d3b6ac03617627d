import { describe, expect, test } from 'vitest'
import { markedVersions, placesOf, readMark } from '#shared/posting/standing.ts'
import type { MonthSchedule } from '#shared/schedule/model.ts'
import type { Posted, ScheduleState } from '#shared/schedule/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { manyOfficials, monthOf, POSTING_OFFICE, versionOf } from '#test/fixtures/posting.ts'

const OFFICIALS = manyOfficials(4)
const FIRST = monthOf('2026-10', OFFICIALS)
const KNOWN = { officials: OFFICIALS, office: POSTING_OFFICE }

function posted(where: Posted['where'], at: string): Posted {
  return { where, on: PlainDate.parse(at.slice(0, 10)), at, by: 'u1', photo: '' }
}

function stateOf(schedules: readonly MonthSchedule[], postings: readonly (readonly Posted[])[]): ScheduleState {
  const versions = schedules.map((schedule, at) => versionOf(at + 1, schedule, { posted: postings[at] ?? [] }))
  return {
    status: 'approved',
    draft: null,
    draftBase: null,
    approved: versions.at(-1) ?? null,
    versions,
    approvedTwice: false,
  }
}

const MOVED: MonthSchedule = {
  ...FIRST,
  receptions: FIRST.receptions.map((one, at) => (at === 0 ? { ...one, room: '999' } : one)),
}
const OUTSIDE: MonthSchedule = {
  ...FIRST,
  receptions: [...FIRST.receptions, { ...FIRST.receptions[0]!, id: 'x1', kind: 'off_schedule' }],
}

describe('what hangs where', () => {
  test('a changed reception leaves an old version on the wall until it is posted anew', () => {
    const old = markedVersions(stateOf([FIRST, MOVED], [[posted('room', '2026-09-26T05:00:00Z')]]), KNOWN)
    expect(placesOf(old, ['room', 'site'])).toMatchObject([
      { where: 'room', state: 'old', last: { number: 1 } },
      { where: 'site', state: 'never', last: null },
    ])
    const anew = [[posted('room', '2026-09-26T05:00:00Z')], [posted('room', '2026-09-28T05:00:00Z')]]
    expect(placesOf(markedVersions(stateOf([FIRST, MOVED], anew), KNOWN), ['room'])).toMatchObject([
      { state: 'stands', last: { number: 2 } },
    ])
  })

  test('a reception outside the schedule makes no posted sheet false', () => {
    const marked = markedVersions(stateOf([FIRST, OUTSIDE], [[posted('room', '2026-09-26T05:00:00Z')]]), KNOWN)
    expect(placesOf(marked, ['room'])).toMatchObject([{ state: 'stands', last: { number: 1 } }])
  })

  test('a version posted again after it was replaced is an old one, whatever was posted before', () => {
    const postings = [
      [posted('room', '2026-09-26T05:00:00Z'), posted('room', '2026-09-30T05:00:00Z')],
      [posted('room', '2026-09-28T05:00:00Z')],
    ]
    expect(placesOf(markedVersions(stateOf([FIRST, MOVED], postings), KNOWN), ['room'])).toMatchObject([
      { state: 'old' },
    ])
  })
})

describe('the mark', () => {
  test('read off a sheet it tells which version hangs', () => {
    const marked = markedVersions(stateOf([FIRST, MOVED], []), KNOWN)
    expect(readMark(` ${marked[1]?.mark.toUpperCase()} `, marked)).toEqual({ state: 'stands', number: 2 })
    expect(readMark(marked[0]?.mark.replace('-', '') ?? '', marked)).toEqual({ state: 'old', number: 1 })
    expect(readMark('0000-0000', marked)).toEqual({ state: 'unknown', number: 0 })
  })

  test.each([
    [
      'the name of an official',
      {
        officials: OFFICIALS.map((one, at) => (at === 0 ? { ...one, name: OFFICIALS[1]!.name } : one)),
        office: POSTING_OFFICE,
      },
    ],
    ['the telephone of the office', { officials: OFFICIALS, office: { ...POSTING_OFFICE, phone: '+7 7112 51-00-01' } }],
  ])('%s is public: the mark changes with it', (_what, known) => {
    const state = stateOf([FIRST], [])
    expect(markedVersions(state, known)[0]?.mark).not.toBe(markedVersions(state, KNOWN)[0]?.mark)
  })

  test("the name of a link and the minutes of a visitor are nobody else's: the mark stays", () => {
    const same = { ...FIRST, receptions: FIRST.receptions.map(one => ({ ...one, link: 'secret', slot: 45 })) }
    expect(markedVersions(stateOf([same], []), KNOWN)[0]?.mark).toBe(
      markedVersions(stateOf([FIRST], []), KNOWN)[0]?.mark,
    )
  })
})
