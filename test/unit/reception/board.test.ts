import { describe, expect, it } from 'vitest'
import type { VisitRow } from '#renderer/db/query-types.ts'
import { absentOn, boardOf, NAMED_NEXT, peopleInHouse } from '#renderer/features/reception/board.ts'
import { ALL } from '#renderer/features/reception/line.ts'
import { receivingOf, shortestOf, standsFor, standsOf } from '#renderer/features/reception/stands.ts'
import type { ReceptionDay } from '#renderer/features/reception/use-reception-day.ts'
import type { Absence } from '#shared/absence/model.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { standingWaits, waitOfNewcomer } from '#shared/visit/line-waits.ts'
import { foldVisit, type VisitState, type VisitStatus } from '#shared/visit/transitions.ts'
import { official } from '#test/fixtures/schedule.ts'

const TODAY = PlainDate.parse('2026-11-23')
const NOW = PlainTime.parse('12:00')
const OFFICIALS = Array.from({ length: 19 }, (_, at) => official(`o${at}`, 'deputy_akim', null))

/** Minutes of the day at the office as an instant. */
const instantOf = (minute: number) => new Date(Date.UTC(2026, 10, 22, 19, minute)).toISOString()

function seeded(seed: number): (most: number) => number {
  let state = seed
  return most => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const ENDS: readonly VisitStatus[] = [
  'waiting',
  'waiting',
  'waiting',
  'finished',
  'left',
  'parked',
  'missed',
  'arrived',
]

/** Six hundred visitors of nineteen officials and the helpers at noon: in each line one is inside at most. */
function massDay(): VisitRow[] {
  const random = seeded(20261123)
  return Array.from({ length: 600 }, (_, at) => {
    const line = at % 20
    const came = 500 + random(220)
    const status = at < 20 ? (['called', 'served', 'waiting'] as const)[at % 3]! : ENDS[random(ENDS.length)]!
    const isInside = status === 'called' || status === 'served'
    const checkIn = {
      ...{ ticket: { letter: 'А', serial: at + 1 }, officialId: line === 19 ? null : `o${line}`, keptFrom: null },
      ...{ booked: random(3) === 0 ? PlainTime.parse(`${10 + random(3)}:20`) : null, outOfTurn: random(10) === 0 },
    } as unknown as VisitState['checkIn']
    const call = isInside ? { room: `${300 + line}`, reason: 'arrival', at: instantOf(690), note: null } : null
    const state = {
      ...{ ...foldVisit([]), status, checkIn, arrivedAt: instantOf(came), call },
      startedAt: status === 'served' ? instantOf(700) : null,
    }
    return { id: `visit:v${String(at).padStart(3, '0')}`, state, application: null } as unknown as VisitRow
  })
}

function dayOf(visits: readonly VisitRow[]): ReceptionDay {
  const rule = { now: NOW, promise: 90 }
  const slots = new Map(OFFICIALS.map(({ id }) => [id as string | null, 15]))
  return {
    ...{ isOver: false, today: TODAY, now: NOW, rule, slots, visits, shown: visits, line: ALL, officials: OFFICIALS },
    ...{ waits: standingWaits(visits, rule, slots), newcomer: waitOfNewcomer(visits, rule, slots), helpers: [] },
    ...{ recall: { recallAfter: 60, recallTimes: 3 }, next: null, setLine: () => undefined, setRoom: () => undefined },
    roomFor: () => '',
    ownerOf: () => null,
  }
}

describe('a day of six hundred visitors and twenty lines', () => {
  const visits = massDay()
  const lines = boardOf(dayOf(visits), new Set(['o2']))
  const of = (line: number) => visits.filter((_, at) => at % 20 === line)

  it('stands on the board whole: every line once, each with those of its own who wait, and who is inside since when', () => {
    expect(lines.map(({ line }) => line)).toEqual([...OFFICIALS.map(({ id }) => id), 'anyone'])
    const waiting = (line: number) => of(line).filter(({ state }) => state.status === 'waiting').length
    expect(lines.map(line => line.waiting)).toEqual(lines.map((_, at) => waiting(at)))
    expect(lines.slice(0, 3).map(({ state, minutes }) => [state, minutes])).toEqual([
      ['called', 30],
      ['served', 20],
      ['absent', null],
    ])
    expect(lines[0]?.act).toMatchObject({ act: 'start', visit: { id: 'visit:v000' } })
    expect(lines[1]?.act).toMatchObject({ act: 'finish', visit: { id: 'visit:v001' } })
    expect(lines[2]?.act?.act).toBe('call')
  })

  it('gives a runner the next five of each line: those out of turn by arrival before all others', () => {
    for (const [at, { next, act }] of lines.entries()) {
      const waiting = of(at).filter(({ state }) => state.status === 'waiting')
      expect(next).toHaveLength(Math.min(NAMED_NEXT, waiting.length))
      expect(new Set(next.map(({ id }) => id)).size).toBe(next.length)
      expect(next.every(one => waiting.includes(one))).toBe(true)
      const privileged = waiting
        .filter(({ state }) => state.checkIn?.outOfTurn)
        .sort((a, b) => (`${a.state.arrivedAt} ${a.id}` < `${b.state.arrivedAt} ${b.id}` ? -1 : 1))
      expect(next.slice(0, privileged.length)).toEqual(privileged.slice(0, NAMED_NEXT))
      if (act?.act === 'call') expect(act.visit).toBe(next[0])
    }
  })

  it('names the line in which one waits the shortest, and never one that nobody receives in', () => {
    const day = dayOf(visits)
    const stands = standsOf(day)
    const shortest = shortestOf(stands, receivingOf(day))
    expect(Math.min(...stands.map(({ wait }) => wait.range.to))).toBe(shortest?.wait.range.to)
    const quiet = { ...day, slots: new Map(), visits: visits.filter((_, at) => at % 20 < 2) }
    expect(['o0', 'o1']).toContain(shortestOf(standsOf(quiet), receivingOf(quiet))?.value)
    expect(shortestOf(standsOf(day).slice(0, 1), receivingOf(day))).toBeNull()
  })

  it('offers a visitor every line but the one they stand in', () => {
    const offered = standsFor(visits[3] as VisitRow, dayOf(visits)).map(({ value }) => value)
    expect(offered).toEqual(['anyone', ...OFFICIALS.map(({ id }) => id).filter(id => id !== 'o3')])
  })

  it('counts in the building everybody who came and neither left nor was received, in the order of coming', () => {
    const here = peopleInHouse(visits)
    expect(here).toHaveLength(visits.filter(({ state }) => !['finished', 'left'].includes(state.status)).length)
    const arrivals = here.map(({ state }) => state.arrivedAt ?? '')
    expect(arrivals).toEqual([...arrivals].sort())
  })
})

it('an official is absent on the days that were told and stand', () => {
  const absence = (from: string, to: string, missing: object = { kind: 'official', id: 'o1' }) =>
    ({ from, to, missing }) as unknown as Absence
  const told = (status: string, one: Absence) => [{ status, absence: one }]
  expect([...absentOn(TODAY, told('standing', absence('2026-11-20', '2026-11-23')))]).toEqual(['o1'])
  expect([...absentOn(TODAY, told('undone', absence('2026-11-20', '2026-11-23')))]).toEqual([])
  expect([...absentOn(TODAY, told('standing', absence('2026-11-24', '2026-11-24')))]).toEqual([])
  const room = absence('2026-11-23', '2026-11-23', { kind: 'room', room: '301' })
  expect([...absentOn(TODAY, told('standing', room))]).toEqual([])
})
