import { describe, expect, test } from 'vitest'
import { blockedQuarter, changedMonths } from '#renderer/features/schedule/blocked-quarter.ts'
import {
  draftToday,
  keptMonth,
  leaveOut,
  type MonthDraft,
  moveByHand,
  openCollisions,
  openMoves,
  parseDraft,
  putReception,
  settleCollisions,
  wholeDraft,
} from '#renderer/features/schedule/month-draft.ts'
import { moveBetweenMonths } from '#renderer/features/schedule/move-between.ts'
import type { PlannedQuarter } from '#renderer/features/schedule/use-planned-quarter.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { ActionId } from '#shared/change/action.ts'
import type { MonthSchedule } from '#shared/schedule/model.ts'
import type { ApprovedSchedule, ScheduleState } from '#shared/schedule/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'

type Rows = Parameters<typeof scheduleOf>[1]

const idOf = (number: number) => ActionId.parse(`aaaaaaaaaaaaaaaa:00000000000${number}`)
const day = (text: string) => PlainDate.parse(text)
const AS_APPROVED: Rows = [
  ['a', '1', '2026-10-16'],
  ['b', '2', '2026-10-13'],
  ['c', '3', '2026-10-20'],
]
/** The akim is away on the 16th: the cascade moved his reception and put the second one by video. */
const AFTER_ABSENCE: Rows = [
  ['a', '1', '2026-10-23', { moved: { from: '2026-10-16', code: 'absence', day: '' } }],
  ['b', '2', '2026-10-13', { mode: 'video', link: 'BK-1', room: '' }],
  ['c', '3', '2026-10-20'],
]

/** A month whose versions are these, the last of which stands. */
function stateOf(...versions: readonly Rows[]): ScheduleState {
  const all = versions.map(
    (rows, index) => ({ action: idOf(index + 1), schedule: scheduleOf('2026-10', rows) }) as ApprovedSchedule,
  )
  const approved = all.at(-1)!
  return {
    status: 'approved',
    draft: null,
    draftBase: null,
    approved,
    versions: all,
    approvedTwice: false,
  }
}

const BEFORE = stateOf(AS_APPROVED)
const SINCE = stateOf(AS_APPROVED, AFTER_ABSENCE)
const BEGUN = keptMonth(BEFORE) as MonthDraft
const room9 = (draft: MonthDraft, id: string) =>
  putReception(draft, { ...find(draft.schedule, id)!, room: '9' }, SEED_CALENDAR)
const find = ({ receptions }: MonthSchedule, id: string) => receptions.find(one => one.id === id)
const told = ({ receptions }: MonthSchedule) => receptions.map(one => `${one.id} ${one.date} ${one.link || one.room}`)

describe('an absence changed the approved month while a draft of it was kept', () => {
  test('what the draft did not touch follows the month that stands, and is told; its own edits stay', () => {
    const kept = parseDraft(JSON.stringify(room9(BEGUN, 'c')))!
    const { draft, taken } = draftToday(kept, SINCE)
    expect(told(draft.schedule)).toEqual(['b 2026-10-13 BK-1', 'c 2026-10-20 9', 'a 2026-10-23 301'])
    expect(draft).toMatchObject({ base: idOf(2), collided: [] })
    expect(taken.map(one => [one.what, one.after?.id])).toEqual([
      ['changed', 'b'],
      ['changed', 'a'],
    ])
    // What stands was agreed to, and nothing is told twice.
    expect(openMoves(draft)).toEqual([])
    expect(draftToday(draft, SINCE)).toEqual({ draft, taken: [] })
  })

  test('a draft the journal keeps knows the version it was begun on', () => {
    const drafted = room9(BEGUN, 'c')
    const state: ScheduleState = { ...SINCE, status: 'redrafted', draft: drafted.schedule, draftBase: drafted.base }
    expect(told(draftToday(keptMonth(state)!, state).draft.schedule)).toEqual([
      'b 2026-10-13 BK-1',
      'c 2026-10-20 9',
      'a 2026-10-23 301',
    ])
  })

  test('what both changed is asked about with both sides, whatever is edited meanwhile, until a person chose', () => {
    const moved = moveByHand(BEGUN, 'a', day('2026-10-19'), SEED_CALENDAR)
    const { draft } = draftToday(leaveOut((moved.ok && moved.value) as MonthDraft, 'b'), SINCE)
    expect(draft.collided).toEqual(['a', 'b'])
    const edited = parseDraft(JSON.stringify(room9(draft, 'c')))!
    const later = draftToday(edited, stateOf(AS_APPROVED, AFTER_ABSENCE, [...AFTER_ABSENCE, ['d', '4', '2026-10-21']]))
    expect(later.draft.collided).toEqual(['a', 'b'])
    expect(later.taken.map(one => one.after?.id)).toEqual(['d'])
    expect(openCollisions(later.draft, SINCE)).toMatchObject([
      { id: 'a', drafted: { date: '2026-10-19' }, standing: { date: '2026-10-23' } },
      { id: 'b', drafted: null, standing: { mode: 'video' } },
    ])
    const settled = settleCollisions(later.draft, SINCE, ['a'])
    expect(told(settled.schedule)).toEqual(['c 2026-10-20 9', 'd 2026-10-21 304', 'a 2026-10-23 301'])
    expect(settled.collided).toEqual([])
    expect(openMoves(settled)).toEqual([])
    const kept = settleCollisions(later.draft, SINCE, ['b'])
    expect(told(kept.schedule)).toEqual(['b 2026-10-13 BK-1', 'a 2026-10-19 301', 'c 2026-10-20 9', 'd 2026-10-21 304'])
  })

  test('the absence is undone again: a draft that followed it follows it back', () => {
    const { draft } = draftToday(room9(BEGUN, 'c'), SINCE)
    const back = draftToday(draft, stateOf(AS_APPROVED, AFTER_ABSENCE, AS_APPROVED))
    expect(told(back.draft.schedule)).toEqual(['b 2026-10-13 302', 'a 2026-10-16 301', 'c 2026-10-20 9'])
    expect(back.draft.collided).toEqual([])
  })

  test('both came to the same: nothing is asked', () => {
    const moved = moveByHand(BEGUN, 'a', day('2026-10-23'), SEED_CALENDAR)
    expect(draftToday((moved.ok && moved.value) as MonthDraft, SINCE).draft.collided).toEqual([])
  })

  test('a draft of before, or on a version that is not known, takes nothing back unasked', () => {
    const { schedule, agreed } = room9(BEGUN, 'c')
    const old = parseDraft(JSON.stringify({ schedule, agreed }))!
    expect(draftToday(old, SINCE).draft).toMatchObject({ base: idOf(2), collided: ['b', 'a', 'c'] })
    expect(draftToday({ ...old, base: idOf(9) }, SINCE).draft.collided).toEqual(['b', 'a', 'c'])
    expect(draftToday(old, null).draft).toBe(old)
  })

  test('a former version that is taken as a draft is a draft on the one that stands: it is what a person asked for', () => {
    const taken = wholeDraft(BEFORE.approved!.schedule, SINCE.approved!.action)
    expect(draftToday(taken, SINCE)).toEqual({ draft: taken, taken: [] })
  })
})

describe('a reception goes to another month of the quarter', () => {
  const november = { ...BEGUN, schedule: scheduleOf('2026-11', [['n', '2', '2026-11-10']]) }
  const taken = (id: string, date: string) =>
    moveBetweenMonths([BEGUN, november], { id, date: day(date), newId: 'new' }, SEED_CALENDAR)

  test('it leaves the one and stands in the other as one of its own, agreed to; back again nothing is left', () => {
    const moved = taken('a', '2026-11-06')
    if (!moved.ok) throw new Error(moved.error.code)
    const [october, other] = moved.value as [MonthDraft, MonthDraft]
    expect(told(october.schedule)).toEqual(['b 2026-10-13 302', 'c 2026-10-20 303'])
    expect(told(other.schedule)).toEqual(['new 2026-11-06 301', 'n 2026-11-10 302'])
    expect(find(other.schedule, 'new')?.moved).toEqual({ from: '2026-10-16', code: 'by_hand', day: '' })
    expect(openMoves(other)).toEqual([])
    const asked = { id: 'new', date: day('2026-10-16'), newId: 'newer' }
    const back = moveBetweenMonths(moved.value, asked, SEED_CALENDAR)
    if (!back.ok) throw new Error(back.error.code)
    // Under the id that stands nobody loses his time.
    expect(told(draftToday(back.value[0]!, BEFORE).draft.schedule)).toEqual([
      'b 2026-10-13 302',
      'a 2026-10-16 301',
      'c 2026-10-20 303',
    ])
    expect(back.value[1]?.schedule).toEqual(november.schedule)
  })

  test('within its month it is moved as by hand; a day already taken and a day of no month of theirs are refused', () => {
    const within = taken('a', '2026-10-19')
    expect(within.ok && told(within.value[0]!.schedule)[1]).toBe('a 2026-10-19 301')
    expect(within.ok && within.value[1]).toBe(november)
    expect(taken('b', '2026-11-10')).toMatchObject({ error: { code: 'schedule.same_day' } })
    expect(taken('a', '2027-01-12')).toMatchObject({ error: { code: 'schedule.outside_month' } })
    expect(taken('z', '2026-11-12')).toMatchObject({ error: { code: 'schedule.reception_not_found' } })
  })
})

describe('a quarter approved in one', () => {
  const quarter = (drafts: readonly [MonthDraft, ScheduleState | null][]) => {
    const months = drafts.map(([draft, state]) => ({ known: { state }, work: { draft, edited: true } }))
    const officials = ['1', '2', '3'].map(id => official(id, 'deputy_akim', null))
    const plan = { calendar: SEED_CALENDAR, officials, absences: [], restrictions: [], profile: 'KZ-2026' }
    return { months, officials, plan } as unknown as PlannedQuarter
  }

  test('months in which nothing changed are left out: they keep their version and where it was posted', () => {
    const edited = room9(BEGUN, 'c')
    const { months } = quarter([
      [BEGUN, BEFORE],
      [edited, BEFORE],
      [BEGUN, null],
    ])
    expect(changedMonths(months)).toEqual([months[1], months[2]])
  })

  test('is held up by a month that collides, and by no month that is left out', () => {
    const { draft } = draftToday(leaveOut(BEGUN, 'b'), SINCE)
    const fine = room9(BEGUN, 'c')
    expect(blockedQuarter(quarter([[draft, SINCE]]))).toBe('schedule.blocked.collided')
    const empty = { ...BEGUN, schedule: scheduleOf('2026-10', []) }
    const approvedEmpty = stateOf([])
    expect(
      blockedQuarter(
        quarter([
          [empty, approvedEmpty],
          [fine, BEFORE],
        ]),
      ),
    ).toBeNull()
    expect(blockedQuarter(quarter([[BEGUN, BEFORE]]))).toBe('schedule.blocked.unchanged')
  })
})
