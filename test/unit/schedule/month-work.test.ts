import { describe, expect, test } from 'vitest'
import { dutyOf } from '#renderer/features/schedule/duty.ts'
import {
  keptMonth,
  leaveOut,
  moveByHand,
  openMoves,
  putReception,
  underStandingIds,
} from '#renderer/features/schedule/month-draft.ts'
import { dayAfterKey, weeksOf, workingDayAfterKey } from '#renderer/features/schedule/month-weeks.ts'
import { fieldsOfReception, findReception, ReceptionFields } from '#renderer/features/schedule/reception-form.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'

const OCTOBER = PlainMonth.parse('2026-10')
const SCHEDULE = scheduleOf('2026-10', [
  ['a', '1', '2026-10-16'],
  ['b', '2', '2026-10-13', { moved: { from: '2026-10-12', code: 'by_hand', day: '' } }],
])
const DRAFT = { schedule: SCHEDULE, agreed: [], base: null, collided: [] }
const [FIRST, SECOND] = SCHEDULE.receptions as [(typeof SCHEDULE.receptions)[0], (typeof SCHEDULE.receptions)[0]]
const day = (text: string) => PlainDate.parse(text)

describe('the calendar of a month by keys', () => {
  test('every day of the month stands once, from Monday', () => {
    const weeks = weeksOf(OCTOBER)
    expect(weeks.every(week => week.length === 7)).toBe(true)
    expect(weeks.flat().filter(one => one !== null)).toHaveLength(31)
    expect(weeks[0]).toEqual([null, null, null, '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'])
  })

  test('arrows never leave the month', () => {
    expect(dayAfterKey('ArrowUp', day('2026-10-03'), OCTOBER)).toBe('2026-10-01')
    expect(dayAfterKey('ArrowDown', day('2026-10-30'), OCTOBER)).toBe('2026-10-31')
    expect(dayAfterKey('Home', day('2026-10-03'), OCTOBER)).toBe('2026-10-01')
    expect(dayAfterKey('End', day('2026-10-14'), OCTOBER)).toBe('2026-10-18')
    expect(dayAfterKey('x', day('2026-10-14'), OCTOBER)).toBeNull()
  })

  test('a reception is never taken to a day that does not work, nor out of the month', () => {
    const takenTo = (key: string, from: string) => workingDayAfterKey(key, day(from), OCTOBER, SEED_CALENDAR)
    // 26 October 2026 is the day off of the Republic Day, which falls on a Sunday.
    expect(takenTo('ArrowRight', '2026-10-23')).toBe('2026-10-27')
    expect(takenTo('ArrowLeft', '2026-10-05')).toBe('2026-10-02')
    expect(takenTo('ArrowDown', '2026-10-19')).toBeNull()
    expect(takenTo('ArrowUp', '2026-10-07')).toBeNull()
    expect(takenTo('ArrowRight', '2026-10-30')).toBeNull()
  })
})

describe('a month under work', () => {
  test('proposed before another desk approved its own proposal, it keeps the receptions people are booked on', () => {
    const draft = {
      schedule: scheduleOf('2026-10', [
        ['x', '1', '2026-10-16', { room: '9' }],
        ['y', '2', '2026-10-20'],
      ]),
      agreed: ['x', 'y'],
      base: null,
      collided: [],
    }
    const approved = { schedule: SCHEDULE } as NonNullable<ScheduleState['approved']>
    const state = {
      status: 'redrafted',
      draft: null,
      draftBase: null,
      approved,
      versions: [approved],
      approvedTwice: false,
    } as const
    const { schedule, agreed } = underStandingIds(draft, state)
    expect(schedule.receptions.map(({ id, room }) => [id, room])).toEqual([
      ['a', '9'],
      ['y', '302'],
    ])
    expect(agreed).toEqual(['a', 'y'])
    expect(underStandingIds(DRAFT, state)).toBe(DRAFT)
    expect(underStandingIds(draft, null)).toBe(draft)
    // What was moved away and replaced is not the same reception.
    const both = {
      ...draft,
      schedule: scheduleOf('2026-10', [
        ['a', '1', '2026-10-19'],
        ['x', '1', '2026-10-16'],
      ]),
    }
    expect(underStandingIds(both, state)).toBe(both)
  })

  test('a reception set in the form takes the place of the one of its id, and of no other', () => {
    const { schedule, agreed } = putReception(DRAFT, { ...FIRST, date: day('2026-10-20'), room: '9' }, SEED_CALENDAR)
    expect(schedule.receptions.map(one => [one.id, one.date, one.room])).toEqual([
      ['b', '2026-10-13', '302'],
      ['a', '2026-10-20', '9'],
    ])
    expect(schedule.receptions[1]?.moved).toEqual({ from: '2026-10-16', code: 'by_hand', day: '' })
    expect(agreed).toEqual(['a'])
  })

  test('why a reception stands on another day outlives a change of its room, and goes when it is put back', () => {
    const sameDay = putReception(DRAFT, { ...SECOND, moved: null, room: '9' }, SEED_CALENDAR)
    expect(sameDay.schedule.receptions.find(one => one.id === 'b')?.moved).toEqual(SECOND.moved)
    const back = putReception(DRAFT, { ...SECOND, date: day('2026-10-12') }, SEED_CALENDAR)
    expect(back.schedule.receptions.find(one => one.id === 'b')?.moved).toBeNull()
  })

  test('what moved is open until a person moved or agreed to it; what the journal holds was agreed to', () => {
    expect(openMoves(DRAFT).map(one => one.id)).toEqual(['b'])
    const moved = moveByHand(DRAFT, 'b', day('2026-10-14'), SEED_CALENDAR)
    expect(moved.ok && openMoves(moved.value)).toEqual([])
    expect(leaveOut(DRAFT, 'b').schedule.receptions.map(one => one.id)).toEqual(['a'])
    expect(keptMonth(null)).toBeNull()
  })
})

describe('the form of a reception', () => {
  const fields = fieldsOfReception(FIRST)
  const faults = (change: Partial<ReceptionFields>) => {
    const parsed = ReceptionFields.safeParse({ ...fields, ...change })
    return parsed.success ? [] : parsed.error.issues.map(one => one.path.join())
  }

  test('a reception comes out of the form as it went in', () => {
    expect(findReception(fields, 'a')).toEqual(FIRST)
    const instruction = { on: day('2026-10-01'), number: '12', text: '' }
    const outside = { ...FIRST, kind: 'off_schedule' as const, instruction, capacity: 4 }
    expect(findReception(fieldsOfReception(outside), 'a')).toEqual(outside)
  })

  test.each<[string, Partial<ReceptionFields>, string[]]>([
    ['hours the wrong way round', { from: '14:00' }, ['to']],
    ['no hour', { from: '25:00' }, ['from']],
    ['outside the schedule without the day of the instruction', { kind: 'off_schedule' }, ['instructionOn']],
    ['after a meeting without its day', { kind: 'after_meeting' }, ['meetingOn']],
    ['by video without a link', { mode: 'video' }, ['link']],
    ['in person without a room', { room: ' ' }, ['room']],
    ['a slot of nothing', { slot: '0' }, ['slot']],
    ['nobody is received', { capacity: '0' }, ['capacity']],
    ['no day', { date: null }, ['date']],
  ])('%s is refused at its field', (_what, change, path) => {
    expect(faults(change)).toEqual(path)
    expect(findReception({ ...fields, ...change }, 'a')).toBeNull()
  })

  test('what belongs to another kind or mode is not kept behind the form', () => {
    const video = findReception({ ...fields, mode: 'video', link: 'BK-1', instructionOn: '2026-10-01' }, 'a')
    expect(video).toMatchObject({ room: '', link: 'BK-1', instruction: null })
  })
})

describe('the monthly duty', () => {
  const officials = [official('1', 'akim', null), official('2', 'deputy_akim', null), official('3', 'unit_head', null)]
  const stateOn = (today: string, rows: Parameters<typeof scheduleOf>[1]) =>
    dutyOf(OCTOBER, scheduleOf('2026-10', rows), officials, 'WKO-2020/2023', day(today)).map(one => [
      one.planned,
      one.held,
      one.state,
    ])

  test('neither a reception by instruction nor one after a meeting keeps it', () => {
    expect(
      stateOn('2026-10-10', [
        ['a', '1', '2026-10-16', { kind: 'after_meeting' }],
        ['b', '2', '2026-10-16', { kind: 'off_schedule' }],
      ]),
    ).toEqual([
      [0, 0, 'short'],
      [0, 0, 'short'],
    ])
  })

  test('it is broken only when the month is over', () => {
    const rows: Parameters<typeof scheduleOf>[1] = [['a', '1', '2026-10-16']]
    expect(stateOn('2026-10-16', rows)).toEqual([
      [1, 0, 'planned'],
      [0, 0, 'short'],
    ])
    expect(stateOn('2026-11-01', rows)).toEqual([
      [1, 1, 'kept'],
      [0, 0, 'broken'],
    ])
  })
})
