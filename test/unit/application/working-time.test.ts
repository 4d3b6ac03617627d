import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countedFrom, findAsOf, lastWorkingMoment, partOfDay } from '#shared/application/working-time.ts'
import { isWorkingDay } from '#shared/calendar/rules.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { addDays, PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { momentOf, WORK } from '#test/fixtures/work-time.ts'

it.each([
  ['a Friday evening', '2026-11-20', '18:31', '2026-11-23'],
  ['a Sunday', '2026-11-22', '11:00', '2026-11-23'],
  ['the evening before a holiday', '2026-12-15', '19:00', '2026-12-17'],
  ['a Monday evening', '2026-11-23', '23:59', '2026-11-24'],
])('what comes on %s is of the next working day', (_, on, at, asOf) => {
  expect(findAsOf(momentOf(on, at), WORK)).toBe(asOf)
})

it.each([
  ['in the hours', '11:00'],
  ['in the break', '13:30'],
  ['before the door opens', '07:00'],
])('what comes on a working day %s is of that day', (_, at) => {
  expect(findAsOf(momentOf('2026-11-23', at), WORK)).toBeNull()
})

it('the term is counted from the day it is as of, else from the day it came, else from the day it was entered', () => {
  const [entered, came, asOf] = ['2026-11-25', '2026-11-21', '2026-11-23'].map(day => PlainDate.parse(day))
  const catchUp = { on: came!, at: PlainTime.parse('12:00') }
  expect(countedFrom({ asOf: asOf!, catchUp }, entered!)).toBe(asOf)
  expect(countedFrom({ asOf: null, catchUp }, entered!)).toBe(came)
  expect(countedFrom({ asOf: null, catchUp: null }, entered!)).toBe(entered)
})

it('whatever the minute: it is counted from a working day or its own, never earlier than it came, and the last working minute lies before it', () => {
  const moments = fc.record({
    on: fc.integer({ min: 0, max: 700 }).map(days => addDays(PlainDate.parse('2025-01-01'), days)),
    at: fc.integer({ min: 0, max: 1439 }).map(all => {
      const part = (value: number) => String(value).padStart(2, '0')
      return PlainTime.parse(`${part(Math.floor(all / 60))}:${part(all % 60)}`)
    }),
  })
  fc.assert(
    fc.property(moments, came => {
      const from = countedFrom({ asOf: findAsOf(came, WORK), catchUp: null }, came.on)
      expect(from >= came.on && isWorkingDay(from, WORK.calendar)).toBe(true)
      const last = lastWorkingMoment(came, WORK)
      expect(['working', 'lunch']).toContain(partOfDay(last, WORK))
      expect(`${last.on} ${last.at}` <= `${came.on} ${came.at}`).toBe(true)
      expect(getTerm('answer', 'KZ-2026', from, WORK.calendar).by > from).toBe(true)
    }),
    { seed: 20261122, numRuns: 500 },
  )
})
