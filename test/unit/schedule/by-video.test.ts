import { describe, expect, test } from 'vitest'
import { proposedMonth } from '#renderer/features/schedule/month-draft.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { allByVideo } from '#shared/schedule/by-video.ts'
import type { ScheduleFacts } from '#shared/schedule/facts.ts'
import { findingsOf } from '#shared/schedule/findings.ts'
import { patternsOf, previewPattern } from '#shared/schedule/patterns.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import { refusedReception } from '#shared/schedule/refused.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { absence, away, restriction } from '#test/fixtures/plan.ts'
import { counting, official, scheduleOf } from '#test/fixtures/schedule.ts'

const month = PlainMonth.parse('2026-10')
const today = PlainDate.parse('2026-10-01')
/** The thirteenth and the days after it: reception is by video alone. */
const restrictions = [restriction('r', '2026-10-13', null)]
/** Both receive on the second Tuesday, the thirteenth, from 10:00 to 13:00; the third on each Monday. */
const [AKIM, DEPUTY, WEEKLY] = [
  official('1', 'akim', 'second_tuesday'),
  official('2', 'deputy_akim', 'second_tuesday'),
  official('3', 'unit_head', 'every_monday'),
]
const OFFICIALS = [AKIM, DEPUTY]

function propose(facts: ScheduleFacts, officials = OFFICIALS) {
  return proposeSchedule({
    month,
    officials,
    calendar: SEED_CALENDAR,
    newId: counting(),
    facts: { today, restrictions, ...facts },
  })
}
const brief = (receptions: readonly { officialId: string; date: string; mode: string; link: string; room: string }[]) =>
  receptions.map(({ officialId, date, mode, link, room }) => [officialId, date.slice(-2), mode, link, room].join(' '))
const kinds = (found: readonly { kind: string; severity: string }[]) => found.map(one => `${one.kind} ${one.severity}`)

describe('a month proposed within a restriction (clause 13; KZ-2026 rule 25)', () => {
  test('is by video, each by a link that is free, and main refuses nothing of it', () => {
    const { schedule, leftOut, findings } = propose({ links: ['BK-1', 'BK-2'] })
    expect(brief(schedule.receptions)).toEqual(['1 13 video BK-1 ', '2 13 video BK-2 '])
    expect(leftOut).toEqual([])
    // By video the duty of the month is kept under the rules of 2026, not under the regulation (clause 6, rule 2).
    expect(kinds(findings)).toEqual(['no_monthly_reception warning', 'no_monthly_reception warning'])
    expect(propose({ links: ['BK-1', 'BK-2'], profile: 'KZ-2026' }).findings).toEqual([])
    expect(refusedReception(schedule, { before: null, restrictions, today })).toBeNull()
    expect(
      brief(proposedMonth(month, OFFICIALS, SEED_CALENDAR, { today, restrictions, links: ['L'] }).schedule.receptions),
    ).toEqual(['1 13 video L '])
  })

  test('leaves a day out where no link is free, and says so with the clause', () => {
    const { schedule, leftOut, findings } = propose({ links: ['BK-1'] })
    expect(brief(schedule.receptions)).toEqual(['1 13 video BK-1 '])
    expect(leftOut).toMatchObject([{ officialId: '2', date: '2026-10-13' }])
    const told = findings.find(({ kind }) => kind === 'restricted_day')
    expect(told).toMatchObject({
      clause: '13',
      severity: 'warning',
      officialId: '2',
      params: { date: '2026-10-13', count: 1 },
    })
    expect(kinds(findings)).toContain('no_monthly_reception warning')
  })

  test('a link that is lost, or taken by what stands, is not free', () => {
    const absences = [absence('a', { kind: 'link', link: 'BK-1' }, '2026-10-13', '2026-10-13')]
    expect(brief(propose({ links: ['BK-1', 'BK-2'], absences }).schedule.receptions)).toEqual(['1 13 video BK-2 '])
    const standing = scheduleOf('2026-10', [
      ['s', '3', '2026-10-13', { mode: 'video', link: 'BK-1', room: '' }],
    ]).receptions
    const asked = { month, officials: [AKIM], calendar: SEED_CALENDAR, newId: counting(), standing }
    const { schedule, leftOut } = proposeSchedule({ ...asked, facts: { today, restrictions, links: ['BK-1'] } })
    expect(brief(schedule.receptions)).toEqual(['3 13 video BK-1 '])
    expect(leftOut).toHaveLength(1)
  })

  test('days before the restriction and days that have passed stay in person', () => {
    const before = propose({ links: ['L'] }, [WEEKLY])
    expect(brief(before.schedule.receptions)).toEqual(['3 05 in_person  303', '3 12 in_person  303', '3 19 video L '])
    const late = propose({ links: ['L'], today: PlainDate.parse('2026-10-20') }, [AKIM])
    expect(brief(late.schedule.receptions)).toEqual(['1 13 in_person  301'])
    expect(kinds(late.findings)).toEqual([])
  })

  test('a pattern offers video beside what stands, and lists what it leaves out', () => {
    const [pattern] = patternsOf([DEPUTY])
    const facts = { today, restrictions, links: ['BK-1'] }
    const preview = (rows: Parameters<typeof scheduleOf>[1]) =>
      previewPattern(pattern!, scheduleOf('2026-10', rows), OFFICIALS, SEED_CALENDAR, counting(), facts)
    expect(brief(preview([]).receptions)).toEqual(['2 13 video BK-1 '])
    const beside = preview([['a', '1', '2026-10-13', { mode: 'video', link: 'BK-1' }]])
    expect([beside.receptions, beside.leftOut.map(({ date }) => date)]).toEqual([[], ['2026-10-13']])
    // One by video with a link of its own is as it was typed.
    const typed = previewPattern(
      { ...pattern!, mode: 'video', link: 'X' },
      scheduleOf('2026-10', []),
      OFFICIALS,
      SEED_CALENDAR,
      counting(),
      facts,
    )
    expect(brief(typed.receptions)).toEqual(['2 13 video X '])
  })
})

describe('receptions in person within a restriction', () => {
  const drafted = scheduleOf('2026-10', [
    ['a', '1', '2026-10-12'],
    ['b', '1', '2026-10-13'],
    ['c', '2', '2026-10-13'],
    ['d', '2', '2026-10-20', { mode: 'video', link: 'OWN', room: '' }],
  ])
  const facts = { today, restrictions, links: ['BK-1'] }
  const found = (known: ScheduleFacts, schedule = drafted) =>
    findingsOf(schedule, OFFICIALS, SEED_CALENDAR, known).filter(one => one.kind.startsWith('restricted'))

  test('stand in the way of approval as main refuses them, whatever else is lost with them, and only in days to come', () => {
    expect(found(facts).map(one => [one.receptionIds.join(), one.severity])).toEqual([
      ['b', 'error'],
      ['c', 'error'],
    ])
    const lost = { ...facts, absences: [away('x', '1', '2026-10-13', '2026-10-13')] }
    expect(kinds(found(lost))).toEqual(['restricted error', 'restricted error'])
    expect(refusedReception(drafted, { before: null, ...facts })).toEqual({ code: 'restricted', date: '2026-10-13' })
    expect(found({ ...facts, today: PlainDate.parse('2026-10-14') })).toEqual([])
  })

  test('are all by video in one press: by the link of their official, else the first free one, else one is to be chosen', () => {
    const switched = allByVideo(drafted, SEED_CALENDAR, facts)
    expect(brief(switched.receptions)).toEqual([
      '1 12 in_person  301',
      '1 13 video BK-1 ',
      '2 13 video OWN ',
      '2 20 video OWN ',
    ])
    expect(switched.receptions.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(found(facts, switched)).toEqual([])
    expect(refusedReception(switched, { before: null, ...facts })).toBeNull()
    const none = allByVideo(drafted, SEED_CALENDAR, { ...facts, links: [] })
    expect(none.receptions.find(({ id }) => id === 'b')).toMatchObject({ mode: 'video', link: 'OWN' })
    expect(none.receptions.find(({ id }) => id === 'c')).toMatchObject({ mode: 'video', link: '' })
    expect(kinds(findingsOf(none, OFFICIALS, SEED_CALENDAR, { ...facts, profile: 'KZ-2026' }))).toEqual([
      'no_link warning',
    ])
    expect(allByVideo(switched, SEED_CALENDAR, facts)).toBe(switched)
  })

  test('a day that a person moved away is not told as left out', () => {
    const moved = { from: '2026-10-13', code: 'by_hand', day: '' }
    expect(
      found(
        facts,
        scheduleOf('2026-10', [
          ['a', '1', '2026-10-12', { moved }],
          ['c', '2', '2026-10-12'],
        ]),
      ),
    ).toMatchObject([{ kind: 'restricted_day', officialId: '2' }])
  })
})
