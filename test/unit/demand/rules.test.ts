import { describe, expect, it } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { Demand } from '#shared/demand/model.ts'
import { demandFaults, proposedDue, standingOf } from '#shared/demand/rules.ts'
import { foldDemand, givenOn } from '#shared/demand/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { sampleAction } from '../change/sample-actions.ts'

const day = (text: string) => PlainDate.parse(text)
const due = (on: string, reception: string | null) =>
  proposedDue(day(on), reception === null ? null : { on: day(reception), profile: 'WKO-2020/2023' }, SEED_CALENDAR)

const DEMAND = {
  addressee: { unit: null, body: 'police', officialId: null },
  purpose: 'practice',
  application: null,
  reception: null,
  on: '2026-11-20',
  dueOn: '2026-11-25',
  way: 'letter',
  text: 'Құжаттар',
}

function made(...rest: readonly (readonly [string, string, object])[]) {
  const first = sampleAction(1, 'demand', 'd1', 'demand.made', { demand: DEMAND }, { date: day('2026-11-20') })
  const more = rest.map(([date, type, body], place) =>
    sampleAction(place + 2, 'demand', 'd1', `demand.${type}`, body as Record<string, unknown>, { date: day(date) }),
  )
  return foldDemand([first, ...more])
}

const answer = (outcome: string, on: string) =>
  [on, 'answered', { answer: { outcome, on, number: '', text: '' } }] as const
const basis = { on: '2026-11-24', number: '1', by: 'А. Серіков' }

describe('clause 31: the day materials are due', () => {
  it('is proposed before the briefing of the reception has to be written, while that is ahead', () => {
    // Five working days before the reception the briefing is written; the materials are there a working day earlier.
    expect(due('2026-11-10', '2026-11-27')).toBe('2026-11-19')
  })

  it('is never proposed before the day it is asked, nor after the reception', () => {
    expect(due('2026-11-24', '2026-11-27')).toBe('2026-11-26')
    expect(due('2026-11-26', '2026-11-27')).toBe('2026-11-26')
    expect(due('2026-11-27', '2026-11-27')).toBe('2026-11-27')
  })

  it('is the third working day where no reception is near', () => {
    expect(due('2026-11-20', null)).toBe('2026-11-25')
  })

  it('is stopped before the day of asking, and warned of on a day off or after the reception', () => {
    const codes = (dueOn: string, reception: string | null) =>
      demandFaults(
        { on: day('2026-11-20'), dueOn: day(dueOn) },
        reception === null ? null : day(reception),
        SEED_CALENDAR,
      ).map(({ level, code }) => `${level} ${code}`)
    expect(codes('2026-11-19', null)).toEqual(['stop due_before'])
    expect(codes('2026-11-21', null)).toEqual(['warning due_day_off'])
    expect(codes('2026-11-25', '2026-11-25')).toEqual(['warning after_reception'])
    expect(codes('2026-11-25', '2026-11-26')).toEqual([])
  })
})

describe('a demand', () => {
  it('is none without somebody asked, without words, or with open words about a person', () => {
    const fails = (change: object) => !Demand.safeParse({ ...DEMAND, ...change }).success
    expect(fails({})).toBe(false)
    expect(fails({ addressee: { unit: null, body: null, officialId: null } })).toBe(true)
    expect(fails({ text: '  ' })).toBe(true)
    expect(fails({ purpose: 'application', application: 'application:a1' })).toBe(true)
    expect(fails({ purpose: 'application', application: 'application:a1', text: '' })).toBe(false)
    expect(fails({ purpose: 'reception' })).toBe(true)
    expect(fails({ purpose: 'practice', application: 'application:a1', text: '' })).toBe(true)
  })

  it('answered in part is open, answered in full is not, and returned is open again', () => {
    expect(made(answer('part', '2026-11-23')).status).toBe('open')
    const full = made(answer('part', '2026-11-23'), answer('full', '2026-11-24'))
    expect([full.status, givenOn(full), full.answers.length]).toEqual(['answered', '2026-11-24', 2])
    const back = made(answer('full', '2026-11-24'), ['2026-11-25', 'returned', { ground: 'not_whole' }])
    expect([back.status, givenOn(back)]).toEqual(['open', null])
  })

  it('never comes due earlier by an extension, and owes nothing once withdrawn', () => {
    const later = made(
      ['2026-11-24', 'extended', { to: '2026-12-01', basis }],
      ['2026-11-24', 'extended', { to: '2026-11-27', basis }],
    )
    expect([later.dueOn, later.extensions.length]).toEqual(['2026-12-01', 1])
    const gone = made(['2026-11-24', 'withdrawn', { ground: 'not_needed' }], answer('full', '2026-11-24'))
    expect([gone.status, gone.answers]).toEqual(['withdrawn', []])
  })

  it('stands by its due day', () => {
    const on = (today: string) => standingOf(made(), day(today))
    expect(['2026-11-24', '2026-11-25', '2026-11-26'].map(on)).toEqual(['open', 'due_today', 'overdue'])
  })
})
