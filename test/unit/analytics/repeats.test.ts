import { describe, expect, test } from 'vitest'
import { daysOfPeriod } from '#shared/analytics/period.ts'
import { groundsOf, repeatsOf } from '#shared/analytics/repeats.ts'
import { heldBack } from '#shared/analytics/suppressed.ts'
import { analysed, sampleApplications } from '#test/fixtures/analytics.ts'
import { expectedJournal } from '#test/fixtures/import/expected.ts'

const quarter = daysOfPeriod('2026-Q3')

test('the sample: every cell is what a recount of the journals by hand of IIN and topic gives', () => {
  const [before, now] = [expectedJournal('2025-q3').records, expectedJournal('2026-q3').records]
  const again = now.filter((one, at) => {
    if (one.outcome === 'refused_repeat') return true
    if (one.iin === '' || one.badIin) return false
    const days = (other: { registered: string }) =>
      (Date.parse(one.registered) - Date.parse(other.registered)) / 86_400_000
    const isSame = (other: typeof one) =>
      !other.badIin && other.iin === one.iin && other.topic === one.topic && days(other) <= 365
    return [...before, ...now.slice(0, at).filter(other => days(other) >= 0)].some(isSame)
  })
  const repeats = repeatsOf(sampleApplications(), quarter)
  expect(repeats.applications).toBe(430)
  expect(repeats.byGround.refused).toBe(15)
  expect(repeats.repeats).toBe(again.length)
  expect(repeats.cells.reduce((sum, one) => sum + one.applications, 0)).toBe(430)
  for (const topic of new Set(now.map(one => one.topic))) {
    const cells = repeats.cells.filter(one => one.topic === topic)
    expect(cells.flatMap(one => one.repeats).length, topic).toBe(again.filter(one => one.topic === topic).length)
  }
  const people = new Set(again.map(({ iin, badIin, n }) => (iin === '' || badIin ? n : iin)))
  expect(repeats.persons).toBe(people.size)
})

describe('who is not told as one who came again', () => {
  const first = analysed('1', '2026-02-01', { person: 'p', topic: 'roads' })
  const again = analysed('2', '2026-08-01', { person: 'p', topic: 'roads' })

  test('one of whom a person decided that the matter is another', () => {
    expect([...groundsOf([first, again], quarter)]).toEqual([['2', 'topic']])
    const told = { ...again, compared: [{ earlier: '1', same: false }] }
    expect([...groundsOf([first, told], quarter)]).toEqual([])
    expect([...groundsOf([first, { ...told, alike: ['1'] }], quarter)]).toEqual([])
    expect([...groundsOf([first, { ...again, compared: [{ earlier: '1', same: true }] }], quarter)]).toEqual([
      ['2', 'decided'],
    ])
  })

  test('one on another topic, without a topic, of another person, or after more than a year', () => {
    for (const other of [{ topic: 'land' }, { topic: null }, { person: 'q' }])
      expect(groundsOf([first, { ...again, ...other }], quarter).size).toBe(0)
    expect(groundsOf([first, { ...again, topic: 'land', alike: ['1'] }], quarter).get('2')).toBe('alike')
    expect(groundsOf([analysed('1', '2025-07-31', { person: 'p', topic: 'roads' }), again], quarter).size).toBe(0)
    expect(groundsOf([analysed('1', '2025-08-01', { person: 'p', topic: 'roads' }), again], quarter).size).toBe(1)
  })

  test('the first of two of one day, and one of another quarter', () => {
    const twins = [analysed('1', '2026-08-01', { person: 'p', topic: 'roads' }), again]
    expect([...groundsOf(twins, quarter).keys()]).toEqual(['2'])
    expect(groundsOf([first, again], daysOfPeriod('2026-Q2')).size).toBe(0)
  })
})

test('one person with three applications in a cell is one person and two repeats', () => {
  const list = ['07-01', '07-02', '07-03'].map((day, at) =>
    analysed(`${at}`, `2026-${day}`, { person: 'p', topic: 'roads', district: 'd' }),
  )
  const [cell] = repeatsOf(list, quarter).cells
  expect(cell).toMatchObject({ topic: 'roads', district: 'd', persons: 1, applications: 3 })
  expect(cell?.repeats.map(({ id }) => id)).toEqual(['1', '2'])
})

describe('what leaves the office', () => {
  test('no count from 1 to 4 is told, nor can it be reckoned from the sums of its row and column', () => {
    const counts = [
      [3, 12, 9, 24],
      [7, 8, 20, 35],
      [10, 20, 29, 59],
    ]
    const held = heldBack(counts)
    expect(held[0]?.[0]).toBe(true)
    for (const row of held) expect(row.filter(Boolean).length).not.toBe(1)
    for (const column of [0, 1, 2, 3]) expect(held.filter(row => row[column]).length).not.toBe(1)
  })

  test('a zero tells of nobody, and a table without small counts is told whole', () => {
    expect(
      heldBack([
        [0, 5, 5],
        [6, 0, 6],
        [6, 5, 11],
      ])
        .flat()
        .some(Boolean),
    ).toBe(false)
  })
})
