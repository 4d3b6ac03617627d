import { expect, it } from 'vitest'
import type { ApplicationListRow } from '#renderer/db/query-types.ts'
import { ALL, ANYONE } from '#renderer/features/reception/line.ts'
import { byTime, talonsOf } from '#renderer/features/reception/talons-of.ts'

function row(id: string, time: string | null, officialId: string | null = null): ApplicationListRow {
  const part = {
    id: `application:${id}`,
    booking: { date: '2026-11-23', time, officialId },
    facts: { officialId: null },
  }
  return part as unknown as ApplicationListRow
}
const idsOf = (rows: readonly ApplicationListRow[]) => rows.map(({ id }) => id.replace('application:', ''))

it('they are printed in the order of their times, who was given none last', () => {
  expect(idsOf(byTime([row('late', '15:00'), row('none', null), row('early', '09:00')]))).toEqual([
    'early',
    'late',
    'none',
  ])
})

it('who has a talon is left out, and so is who is of another line', () => {
  const booked = [row('a', '09:00', 'akim'), row('b', '09:15', 'deputy'), row('c', '09:30', 'akim'), row('d', '10:00')]
  const without = [booked[0], booked[1], booked[3], row('other-day', '09:00', 'akim')] as ApplicationListRow[]
  const of = (line: string) => {
    const { own, due } = talonsOf(booked, without, line)
    return [own.length, idsOf(due)]
  }
  expect(of(ALL)).toEqual([4, ['a', 'b', 'd']])
  expect(of('akim')).toEqual([2, ['a']])
  expect(of(ANYONE)).toEqual([1, ['d']])
})
