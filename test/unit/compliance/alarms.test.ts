import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partOfDay } from '#shared/application/working-time.ts'
import { alarmNow, type DueThing, type Told } from '#shared/compliance/alarms.ts'
import { addDays, PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { momentOf, WORK } from '#test/fixtures/work-time.ts'

const SEED = 20261122
const thing = (key: string, day: string): DueThing => ({ key, day: PlainDate.parse(day) })
const opened = (on: string | null): Told => ({ last: on === null ? null : momentOf(on, '18:00'), keys: null })
const told = (things: readonly DueThing[], before: Told, on: string, at: string) =>
  alarmNow(things, before, momentOf(on, at), WORK)

describe('alarms', () => {
  it('nothing at night, on a holiday, on a day off or in the lunch break, and nothing is taken as told by it', () => {
    const things = [thing('a', '2026-11-20')]
    const before = opened('2026-11-19')
    for (const [on, at] of [
      ['2026-11-20', '03:00'],
      ['2026-11-20', '08:59'],
      ['2026-11-20', '13:30'],
      ['2026-11-20', '18:31'],
      ['2026-11-22', '11:00'],
      ['2026-12-16', '11:00'],
    ] as const)
      expect(told(things, before, on, at)).toEqual({ alarm: null, told: before })
    expect(told(things, before, '2026-11-23', '09:00').alarm).toEqual({ kind: 'while_off', keys: ['a'] })
  })

  it('after a week off one sum of what fell due meanwhile; what had been told before stays told', () => {
    const things = [
      thing('old', '2026-11-12'),
      thing('of the last day', '2026-11-13'),
      thing('b', '2026-11-16'),
      thing('c', '2026-11-20'),
    ]
    const next = told(things, opened('2026-11-13'), '2026-11-23', '09:05')
    expect(next.alarm).toEqual({ kind: 'while_off', keys: ['b', 'c'] })
    expect(told(things, next.told, '2026-11-23', '09:10').alarm).toBe(null)
  })

  it('the first time ever all that is late is told at once', () => {
    expect(
      told([thing('a', '2026-01-05'), thing('b', '2026-11-20')], opened(null), '2026-11-20', '10:00').alarm,
    ).toEqual({
      kind: 'while_off',
      keys: ['a', 'b'],
    })
  })

  it('what falls due while the desk stands open is told once, what is not due yet is not', () => {
    const first = told([], opened('2026-11-20'), '2026-11-20', '10:00')
    const things = [thing('a', '2026-11-20'), thing('later', '2026-11-23')]
    const second = told(things, first.told, '2026-11-20', '10:05')
    expect(second.alarm).toEqual({ kind: 'now', keys: ['a'] })
    expect(told(things, second.told, '2026-11-20', '17:00').alarm).toBe(null)
    expect(told(things, second.told, '2026-11-23', '09:00').alarm).toEqual({ kind: 'now', keys: ['later'] })
  })

  it(`never outside working time and no key twice while the desk stands open, seed ${SEED}`, () => {
    const moment = fc.record({ days: fc.nat(40), minutes: fc.nat(1439) })
    const due = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), days: fc.nat(40) }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, due), { maxLength: 12 }), looks => {
        let before = opened('2026-10-01')
        const seen: string[] = []
        const ordered = looks.toSorted(([a], [b]) => a.days - b.days || a.minutes - b.minutes)
        for (const [{ days, minutes }, things] of ordered) {
          const two = (value: number) => String(value).padStart(2, '0')
          const at = PlainTime.parse(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)
          const now = { on: addDays(PlainDate.parse('2026-12-01'), days), at }
          const dated = things.map(one => ({ key: one.key, day: addDays(PlainDate.parse('2026-12-01'), one.days) }))
          const next = alarmNow(dated, before, now, WORK)
          if (partOfDay(now, WORK) !== 'working') expect(next).toEqual({ alarm: null, told: before })
          for (const key of next.alarm?.keys ?? []) {
            expect(dated.some(one => one.key === key && one.day <= now.on)).toBe(true)
            seen.push(key)
          }
          before = next.told
        }
        expect(new Set(seen).size).toBe(seen.length)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})
