import { describe, expect, test } from 'vitest'
import { EVERYONE, patternsFrom } from '#renderer/features/schedule/pattern-form.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { patternsOf, previewPattern, type ReceptionPattern, withPattern } from '#shared/schedule/patterns.ts'
import { counting, official, scheduleOf } from '#test/fixtures/schedule.ts'

const AKIM = official('1', 'akim', 'second_tuesday', { from: '15:00', to: '18:00', slot: 30 })
const [RULE] = patternsOf([AKIM]) as [ReceptionPattern]

function preview(month: string, pattern = RULE, rows: Parameters<typeof scheduleOf>[1] = []) {
  return previewPattern(pattern, scheduleOf(month, rows), [AKIM], SEED_CALENDAR, counting())
}

describe('receptions of a pattern', () => {
  test('the second Tuesday 15:00-18:00, with its slot', () => {
    expect(preview('2026-10').receptions).toMatchObject([
      { officialId: '1', date: '2026-10-13', from: '15:00', to: '18:00', slot: 30, kind: 'scheduled', moved: null },
    ])
  })

  test('what stands on the day is never doubled nor taken away', () => {
    const standing = scheduleOf('2026-10', [['a', '1', '2026-10-13', { room: '412' }]])
    const found = preview('2026-10', RULE, [['a', '1', '2026-10-13', { room: '412' }]])
    expect(found.receptions).toEqual([])
    expect(withPattern(standing, found)).toEqual(standing)
  })

  test('a holiday takes a weekly day out and says so, and moves a monthly one', () => {
    const weekly = preview('2026-10', { ...RULE, rule: official('1', 'akim', 'every_monday').rule! })
    expect(weekly.receptions.map(one => one.date)).toEqual(['2026-10-05', '2026-10-12', '2026-10-19'])
    expect(weekly.skipped.map(one => [one.day.date, one.day.key])).toEqual([['2026-10-26', 'republic_day']])
    const monthly = preview('2026-10', { ...RULE, rule: official('1', 'akim', 'fourth_monday').rule! })
    expect(monthly.receptions).toMatchObject([{ date: '2026-10-27', moved: { from: '2026-10-26', code: 'day_off' } }])
  })

  test('by video the link is kept, in person none is', () => {
    expect(preview('2026-10', { ...RULE, mode: 'video', link: 'BK-1' }).receptions).toMatchObject([
      { mode: 'video', link: 'BK-1', room: '' },
    ])
    expect(preview('2026-10', { ...RULE, link: 'BK-1' }).receptions).toMatchObject([{ mode: 'in_person', link: '' }])
  })

  test('a pattern is typed by video with its link, and is none without it', () => {
    const typed = { ...EVERYONE, officialId: '1', rule: 'second_tuesday', from: '15:00', to: '18:00', room: '301' }
    const video = { ...typed, mode: 'video', link: ' BK-1 ' } as const
    const [pattern] = patternsFrom(video, [AKIM])!
    expect(preview('2026-10', pattern).receptions).toMatchObject([
      { date: '2026-10-13', from: '15:00', to: '18:00', mode: 'video', link: 'BK-1', room: '' },
    ])
    expect(patternsFrom({ ...video, link: ' ' }, [AKIM])).toBeNull()
    const [inPerson] = patternsFrom(typed, [AKIM])!
    expect(preview('2026-10', inPerson).receptions).toMatchObject([{ mode: 'in_person', link: '', room: '301' }])
  })

  test('an official who is not in the directory gets none', () => {
    expect(preview('2026-10', { ...RULE, officialId: '9' }).receptions).toEqual([])
    expect(patternsOf([official('2', 'unit_head', null)])).toEqual([])
  })
})
