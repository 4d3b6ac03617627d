import { describe, expect, it } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { type CallCentreFacts, callCentreFigures, minutesOfInterruption } from '#shared/callcentre/figures.ts'
import { foldCallCentre, holdsOn, isOverrun } from '#shared/callcentre/transitions.ts'
import { WorkingHours } from '#shared/office/model.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { sampleAction } from '../change/sample-actions.ts'

const day = (text: string) => PlainDate.parse(text)
const at = (on: string, time: string) => ({ on: day(on), at: PlainTime.parse(time) })
const hours = WorkingHours.parse({ from: '09:00', to: '18:30', lunchFrom: '13:00', lunchTo: '14:30' })

let keys = 0
function stateOf(...acts: readonly (readonly [string, object])[]) {
  keys += 1
  return foldCallCentre(
    acts.map(([type, body], place) =>
      sampleAction(place + 1, 'callcentre', `c${keys}`, `callcentre.${type}`, body as Record<string, unknown>),
    ),
  )
}

const mode = (from: string, to: string | null) =>
  stateOf(['declared', { mode: { ground: 'quarantine', act: { number: '47', on: from }, from, to } }])
const cut = (from: object, to: object | null, way = '') =>
  stateOf(
    ['interrupted', { interruption: { from, cause: 'line', way } }],
    ...(to === null ? [] : [['restored', { to }] as const]),
  )

function figures(given: Partial<CallCentreFacts>, from = '2026-11-23', to = '2026-11-24') {
  const facts = {
    states: [],
    calls: [],
    work: { hours, calendar: SEED_CALENDAR },
    now: at('2026-12-01', '09:00'),
    ...given,
  }
  return callCentreFigures(facts, { from: day(from), to: day(to) })
}

describe('clause 37(4): what the work of the call centre comes to', () => {
  it('is whole where nothing was interrupted, and nothing where there was no working time', () => {
    expect(figures({})).toMatchObject({ interruptions: 0, minutes: 0, openShare: 100 })
    expect(figures({}, '2026-11-21', '2026-11-22').openShare).toBeNull()
  })

  it('counts a minute once however many interruptions hold it, and the lunch break not as working time', () => {
    const states = [
      cut(at('2026-11-23', '12:00'), at('2026-11-23', '13:30')),
      cut(at('2026-11-23', '12:30'), at('2026-11-23', '14:30')),
    ]
    // 150 minutes by the clock, of which one hour in the 960 working minutes of two days.
    expect(figures({ states })).toMatchObject({ interruptions: 2, minutes: 150, openShare: 93.8 })
  })

  it('goes over midnight, and lasts until now while calls are not taken', () => {
    const states = [cut(at('2026-11-23', '18:00'), null)]
    expect(figures({ states, now: at('2026-11-24', '09:30') })).toMatchObject({ minutes: 930, openShare: 88.2 })
    expect(minutesOfInterruption(states[0]!, at('2026-11-24', '09:30'))).toBe(930)
  })

  it('tells calls and minutes of a mode from others, on its first and its last day too', () => {
    const states = [mode('2026-11-24', '2026-11-24'), cut(at('2026-11-23', '23:00'), at('2026-11-24', '01:00'))]
    const calls = ['2026-11-23', '2026-11-24', '2026-11-24', '2026-11-25'].map(on => ({ on: day(on) }))
    expect(figures({ states, calls })).toMatchObject({
      ...{ modes: 1, modeDays: 1, calls: 3, callsInMode: 2, minutes: 120, minutesInMode: 60 },
    })
  })

  it('leaves out what was taken back, and days of a mode that have not come', () => {
    const back = stateOf(
      ['interrupted', { interruption: { from: at('2026-11-23', '10:00'), cause: 'line', way: '' } }],
      ['taken_back', {}],
    )
    const states = [back, mode('2026-11-24', null)]
    expect(figures({ states, now: at('2026-11-24', '12:00') }, '2026-11-23', '2026-11-30')).toMatchObject({
      ...{ interruptions: 0, minutes: 0, modeDays: 1 },
    })
  })

  it('ends no mode before it began', () => {
    const ended = stateOf(
      [
        'declared',
        { mode: { ground: 'quarantine', act: { number: '1', on: '2026-11-20' }, from: '2026-11-23', to: null } },
      ],
      ['ended', { to: '2026-11-20' }],
    )
    expect([ended.status, holdsOn(ended, day('2026-11-23'))]).toEqual(['mode', true])
  })
})

describe('clause 37(4): a mode whose planned end is over', () => {
  const declared = [
    'declared',
    { mode: { ground: 'quarantine', act: { number: '47', on: '2026-11-02' }, from: '2026-11-02', to: '2026-11-10' } },
  ] as const
  const daysOf = (state: ReturnType<typeof stateOf>) =>
    figures({ states: [state] }, '2026-11-01', '2026-11-30').modeDays

  it('is told from the next day on until somebody ends it, and then no more', () => {
    const planned = stateOf(declared)
    expect([isOverrun(planned, day('2026-11-10')), isOverrun(planned, day('2026-11-11'))]).toEqual([false, true])
    expect(isOverrun(stateOf(declared, ['ended', { to: '2026-11-10' }]), day('2026-11-11'))).toBe(false)
    expect(isOverrun(mode('2026-11-02', null), day('2026-12-31'))).toBe(false)
  })

  it('is counted up to its real end, before the planned day or after it', () => {
    expect(daysOf(stateOf(declared))).toBe(9)
    expect(daysOf(stateOf(declared, ['ended', { to: '2026-11-05' }]))).toBe(4)
    expect(daysOf(stateOf(declared, ['ended', { to: '2026-11-15' }]))).toBe(14)
  })
})
