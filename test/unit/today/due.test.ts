import { describe, expect, it } from 'vitest'
import type { ApplicationListRow, VisitRow } from '#renderer/db/query-types.ts'
import { type Desk, type Due, dueNow, type Waiting } from '#renderer/features/today/due.ts'
import { DUE_CLAUSES, placeOf } from '#renderer/features/today/due-words.ts'
import { Booking } from '#shared/application/registration.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** A Monday. */
const TODAY = PlainDate.parse('2026-11-23')
const NONE: Waiting = { rows: [], total: 0 }

function row(name: string, day: number, booking: string | null = null): ApplicationListRow {
  const time = booking === null ? null : { date: TODAY, time: booking }
  const decided = { status: 'open', correctBy: null, extendedTo: null }
  return { id: `application:${name}`, day, booking: time, ...decided } as unknown as ApplicationListRow
}

function visit(name: string, status: string, application = 'application:none'): VisitRow {
  return { id: `visit:20261123-${name}`, state: { status, checkIn: { application } } } as unknown as VisitRow
}

function waiting(rows: ApplicationListRow[], total = rows.length): Waiting {
  return { rows, total }
}

function due(desk: Partial<Desk>): Due[] {
  const empty = { open: NONE, noEotinish: NONE, noTalon: NONE, booked: NONE, visits: [], leftOver: [] }
  return dueNow({ today: TODAY, profile: 'WKO-2020/2023', calendar: SEED_CALENDAR, ...empty, ...desk })
}

const brief = (lines: Due[]) => lines.map(({ kind, count, first }) => [kind, count, first])

describe('what is due', () => {
  it('is nothing at a desk with nothing open', () => {
    expect(due({})).toEqual([])
  })

  it('answers go by their term: late, of today, soon, and later ones are not spoken of', () => {
    // 15 days after the 5th is Friday the 20th; after the 6th to the 8th the 21st to the 23rd, rolled to Monday.
    const open = waiting([
      row('a', 20261105),
      row('b', 20261106),
      row('c', 20261108),
      row('d', 20261111),
      row('e', 20261112),
    ])
    const lines = due({ open })
    expect(brief(lines)).toEqual([
      ['answer_overdue', 1, 'application:a'],
      ['answer_today', 2, 'application:b'],
      ['answer_soon', 1, 'application:d'],
    ])
    expect(lines[0]?.since).toBe('2026-11-20')
  })

  it('what was registered afterwards from paper goes by the day it came, as its talon says', () => {
    const late = { ...row('paper', 20261120), cameOn: PlainDate.parse('2026-11-02') }
    const lines = due({ open: waiting([row('a', 20261105), late]) })
    expect(brief(lines)).toEqual([['answer_overdue', 2, 'application:paper']])
    expect(lines[0]?.since).toBe('2026-11-17')
  })

  it('the Rules of 2026 count working days: what is late by the one is not by the other', () => {
    const [line] = due({ open: waiting([row('a', 20261105)]), profile: 'KZ-2026' })
    expect(line).toMatchObject({ kind: 'answer_soon', since: '2026-11-26' })
  })

  it('who was given a time has an answer', () => {
    expect(due({ open: waiting([row('a', 20261001, '10:00')]) })).toEqual([])
  })

  it('whose time has passed without an outcome is not forgotten', () => {
    const booking = (date: string) => Booking.parse({ officialId: 'akim', date, time: null })
    const rows = [
      { ...row('a', 20261102), booking: booking('2026-11-20') },
      { ...row('b', 20261103), booking: booking('2026-11-19') },
      { ...row('c', 20261104), booking: booking('2026-11-23') },
      { ...row('d', 20261104), booking: booking('2026-11-24') },
    ]
    const lines = due({ open: waiting(rows) })
    expect(brief(lines)).toEqual([['booked_before', 2, 'application:b']])
    expect(lines[0]?.since).toBe('2026-11-19')
  })

  it('of more than were read it says at least, and only where it must', () => {
    const late = due({ open: waiting([row('a', 20261001), row('b', 20261002)], 900) })
    expect(late).toMatchObject([{ kind: 'answer_overdue', count: 2, isLeast: true }])
    const whole = due({ open: waiting([row('a', 20261001), row('b', 20261120)], 900) })
    expect(whole).toMatchObject([{ kind: 'answer_overdue', count: 1, isLeast: false }])
  })

  it('numbers of e-Otinish and talons of an earlier day are late, louder than those of today', () => {
    const rows = [row('a', 20261120), row('b', 20261122), row('c', 20261123)]
    const lines = due({ noEotinish: waiting(rows, 40), noTalon: waiting(rows.slice(2)) })
    expect(brief(lines)).toEqual([
      ['no_eotinish_before', 2, 'application:a'],
      ['no_eotinish', 38, 'application:c'],
      ['no_talon', 1, 'application:c'],
    ])
    expect(lines[0]?.since).toBe('2026-11-20')
    expect(due({ noEotinish: waiting(rows.slice(0, 2), 40) })).toMatchObject([{ count: 2, isLeast: true }])
  })

  it('visitors stand by what they wait for; whoever has gone is no more due', () => {
    const visits = [
      ...[visit('1', 'waiting'), visit('2', 'arrived'), visit('3', 'stopped'), visit('4', 'called')],
      ...[visit('5', 'finished'), visit('6', 'left'), visit('7', 'missed')],
    ]
    expect(brief(due({ visits }))).toEqual([
      ['visit_check', 2, 'visit:20261123-2'],
      ['visit_called', 1, 'visit:20261123-4'],
      ['visit_waiting', 1, 'visit:20261123-1'],
    ])
  })

  it('visitors of earlier days whom nobody ended are late, and lead to the oldest of those days', () => {
    const left = (day: string, name: string) => {
      const row = visit(name, 'waiting')
      return { ...row, state: { ...row.state, checkIn: { day } } } as VisitRow
    }
    const [line, ...others] = due({ leftOver: [left('2026-11-19', '1'), left('2026-11-20', '2')] })
    expect(line).toMatchObject({ kind: 'visit_left_over', count: 2, since: '2026-11-19' })
    expect(others).toEqual([])
    expect(placeOf(line!)).toEqual({
      screen: 'reception',
      narrowed: { open: 'visit:20261123-1', day: '2026-11-19' },
    })
  })

  it('of those booked for today only who has not come is looked for, the earliest first', () => {
    const booked = waiting([row('a', 20261101, '12:00'), row('b', 20261102, '10:30'), row('c', 20261103, '09:00')])
    const [line, ...visits] = due({ booked, visits: [visit('1', 'missed', 'application:c')] })
    expect(line).toMatchObject({ kind: 'booked', count: 2, first: 'application:b', at: '10:30' })
    expect(visits).toEqual([])
  })
})

it('what came on a Saturday is not late on the Monday as of which it is registered', () => {
  const saturday = { ...row('a', 20261121), cameOn: TODAY }
  const friday = row('b', 20261120)
  expect(brief(due({ noEotinish: waiting([friday, saturday]) }))).toEqual([
    ['no_eotinish_before', 1, 'application:b'],
    ['no_eotinish', 1, 'application:a'],
  ])
  const [late] = due({ today: PlainDate.parse('2026-11-24'), noTalon: waiting([saturday]) })
  expect(late).toMatchObject({ kind: 'no_talon_before', since: TODAY })
})

describe('a line', () => {
  it('leads to the act', () => {
    const first = 'application:a' as Due['first']
    expect(placeOf({ kind: 'no_eotinish_before', first, count: 1, since: null })).toEqual({
      screen: 'applications',
      narrowed: { waiting: 'no_eotinish', open: first },
    })
    expect(placeOf({ kind: 'answer_overdue', first, count: 7, since: null }).narrowed).toEqual({ waiting: 'open' })
    expect(placeOf({ kind: 'booked', first, count: 2, since: null })).toEqual({
      screen: 'reception',
      narrowed: { application: 'a' },
    })
  })

  it('names the clause of the act that is in force', () => {
    expect(DUE_CLAUSES['WKO-2020/2023'].no_eotinish).toBe('25')
    expect(DUE_CLAUSES['KZ-2026'].no_eotinish).toBe('5')
    expect(DUE_CLAUSES['KZ-2026'].answer_soon).toBe('13')
  })
})

it('across a switch of the regulation each application is counted by its own, on a line of its own with its own reason', () => {
  const of = (name: string, day: number, profile: 'WKO-2020/2023' | 'KZ-2026') => ({ ...row(name, day), profile })
  const rows = [of('a', 20261105, 'WKO-2020/2023'), of('b', 20261106, 'WKO-2020/2023'), of('c', 20261030, 'KZ-2026')]
  const lines = due({ open: waiting(rows), profile: 'KZ-2026' })
  expect(lines.map(({ kind, profile, first, term }) => [kind, profile, first, term?.by])).toEqual([
    ['answer_overdue', 'WKO-2020/2023', 'application:a', '2026-11-20'],
    ['answer_overdue', 'KZ-2026', 'application:c', '2026-11-20'],
    ['answer_today', 'WKO-2020/2023', 'application:b', '2026-11-23'],
  ])
  const numbers = due({ noEotinish: waiting([of('a', 20261120, 'WKO-2020/2023'), of('b', 20261123, 'KZ-2026')]) })
  expect(numbers.map(({ kind, profile, count, term }) => [kind, profile, count, term?.clause.clause])).toEqual([
    ['no_eotinish_before', 'WKO-2020/2023', 1, '25'],
    ['no_eotinish', 'KZ-2026', 1, '5'],
  ])
})

it('tells of what was not put right in its time, of refusals that wait for a second person, and counts an extended term', () => {
  const of = (name: string, change: Partial<ApplicationListRow>) => ({ ...row(name, 20261102), ...change })
  const rows = [
    of('corrected', { status: 'incomplete', correctBy: TODAY, booking: row('x', 1, '10:00').booking }),
    of('over', {
      status: 'incomplete',
      correctBy: PlainDate.parse('2026-11-20'),
      extendedTo: PlainDate.parse('2027-01-02'),
    }),
    of('essence', { status: 'incomplete', correctBy: null, extendedTo: PlainDate.parse('2027-01-02') }),
    of('refusal', { status: 'refusal_proposed', extendedTo: PlainDate.parse('2027-01-02') }),
    of('late', { extendedTo: PlainDate.parse('2026-11-20') }),
  ]
  expect(brief(due({ open: waiting(rows) }))).toEqual([
    ['answer_overdue', 1, 'application:late'],
    ['correction_over', 2, 'application:over'],
    ['refusal_waits', 1, 'application:refusal'],
  ])
})
