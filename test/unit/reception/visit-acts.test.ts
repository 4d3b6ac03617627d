import { describe, expect, it } from 'vitest'
import { ACT_KEYS, RECEPTION_KEYS } from '#renderer/features/reception/reception-keys.ts'
import { actsOf, nextActOf, overOf, TYPE_OF_ACT, undoSecondsLeft } from '#renderer/features/reception/visit-acts.ts'
import { VISIT_ACTS, type VisitStatus } from '#shared/visit/transitions.ts'

const STATUSES = Object.keys(VISIT_ACTS) as VisitStatus[]

describe('what is offered with a visitor', () => {
  it('is what the table allows, all of it and nothing else but what a sheet of the emergency pack says', () => {
    for (const status of STATUSES.filter(one => one !== 'absent')) {
      const types = new Set(actsOf(status).map(act => TYPE_OF_ACT[act]))
      const lawful = VISIT_ACTS[status].filter(type => type !== 'visit.served_on_paper')
      expect([status, [...types].sort()]).toEqual([status, [...lawful].sort()])
    }
  })

  it('begins with what the Enter key does', () => {
    for (const status of STATUSES) {
      const next = nextActOf(status)
      if (next !== null) expect(actsOf(status)[0]).toBe(next)
    }
  })

  it('stands so for each status', () => {
    expect(Object.fromEntries(STATUSES.map(status => [status, actsOf(status)]))).toEqual({
      absent: [],
      arrived: ['check', 'left'],
      stopped: ['check', 'admit', 'left'],
      barred: ['check', 'left'],
      waiting: ['call', 'check', 'forward', 'park', 'left'],
      parked: ['return', 'forward', 'left'],
      called: ['start', 'recall', 'missed', 'undo', 'park', 'left'],
      served: ['finish', 'return', 'forward'],
      missed: ['recall', 'return', 'forward', 'left'],
      finished: ['unfinish'],
      left: ['return'],
    })
  })

  it('is on a day that is over only what ends the visit; the Enter key ends nobody who has gone', () => {
    expect(Object.fromEntries(STATUSES.map(status => [status, actsOf(status, true)]))).toEqual({
      ...{ absent: [], finished: [], left: [], served: ['finish'] },
      ...{
        arrived: ['left'],
        stopped: ['left'],
        barred: ['left'],
        waiting: ['left'],
        parked: ['left'],
        called: ['left'],
        missed: ['left'],
      },
    })
    expect(STATUSES.filter(status => nextActOf(status, true) !== null)).toEqual(
      STATUSES.filter(status => !['absent', 'missed', 'finished', 'left'].includes(status)),
    )
  })

  it('is on a day that is over also the check of who came on paper: the sheet says it, and without it nothing held is entered', () => {
    const paper = { at: '2026-11-23T05:05:00.000Z' }
    const over = overOf(true, { checkIn: { paper } as never })
    expect(overOf(false, { checkIn: { paper } as never })).toBe(false)
    expect(overOf(true, { checkIn: { paper: null } as never })).toBe(true)
    expect(actsOf('arrived', over)).toEqual(['check', 'left'])
    expect([nextActOf('stopped', over), nextActOf('waiting', over)]).toEqual(['check', 'left'])
    expect(['called', 'parked', 'missed', 'finished', 'left'].map(one => actsOf(one as never, over))).toEqual(
      ['called', 'parked', 'missed', 'finished', 'left'].map(one => actsOf(one as never, true)),
    )
  })

  it('never takes the end of a reception back by the Enter key alone', () => {
    expect(nextActOf('finished')).toBeNull()
  })
})

describe('calling again', () => {
  const last = (seconds: number) => ({ answer: 'most', seconds }) as const

  it('after the last call is offered no more: who does not come in its seconds is given up first', () => {
    expect(actsOf('called', false, last(5))).toEqual(['start', 'missed', 'undo', 'park', 'left'])
    expect(actsOf('called', false, last(0))).toEqual(['missed', 'start', 'undo', 'park', 'left'])
    expect(actsOf('missed', false, last(0))).toEqual(['return', 'forward', 'left'])
    expect(actsOf('called', true, last(0))).toEqual(['left'])
  })

  it('stays among the acts while its seconds run: the button says how many', () => {
    expect(actsOf('called', false, { answer: 'early', seconds: 9 })).toContain('recall')
  })
})

describe('taking a call back', () => {
  const at = '2026-11-23T05:00:00.000Z'
  const leftAfter = (milliseconds: number) => undoSecondsLeft(at, Date.parse(at) + milliseconds)

  it('is offered for ten seconds, whatever the clocks say', () => {
    expect([
      leftAfter(0),
      leftAfter(1),
      leftAfter(9_001),
      leftAfter(9_999),
      leftAfter(10_000),
      leftAfter(60_000),
    ]).toEqual([10, 10, 1, 1, 0, 0])
    expect(leftAfter(-3_600_000)).toBe(10)
    expect(undoSecondsLeft(null, 0)).toBe(0)
  })
})

describe('keys of the screen', () => {
  it('do one thing each', () => {
    const codes = Object.values(ACT_KEYS).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    const keys = RECEPTION_KEYS.map(({ keys }) => keys)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
