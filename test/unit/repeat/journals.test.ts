import { describe, expect, it } from 'vitest'
import { findRepeats, type Repeat } from '#shared/repeat/find-repeats.ts'
import type { Prepared } from '#shared/repeat/model.ts'
import { prepare } from '#shared/repeat/prepare.ts'
import { isSamePerson } from '#shared/text/person-words.ts'
import { type ExpectedRecord, expectedJournal, QUARTERS, type SampleQuarter } from '#test/fixtures/import/expected.ts'

type Row = Prepared & { readonly record: ExpectedRecord }

/**
 * Rows labelled as repeats whose earlier row of the same person names another matter of the same topic (a school bus and
 * a place in a kindergarten): what is labelled there is the topic. Of 273 the earlier essence is empty.
 */
const OTHER_MATTER: Readonly<Record<SampleQuarter, readonly number[]>> = {
  '2025-q3': [58, 68, 116, 155, 183, 196, 264, 266],
  '2026-q3': [37, 45, 197, 242, 257, 273, 276, 416, 418],
}

function rowsOf(quarter: SampleQuarter): Row[] {
  return expectedJournal(quarter).records.map(record => ({ ...prepare({ ...record, subtopic: '' }), record }))
}

function earlierOf(row: Row, rows: readonly Row[]): Row[] {
  return rows.filter(({ record }) => record.n < row.record.n)
}

function repeatsOf(row: Row, earlier: readonly Row[]): Repeat<Row>[] {
  return findRepeats(row, earlier, earlier.length)
}

const numbers = (rows: readonly Row[]) => rows.map(({ record }) => record.n)

function measure(quarter: SampleQuarter) {
  const rows = rowsOf(quarter)
  const labelled = rows.filter(({ record }) => record.outcome === 'refused_repeat')
  const own = (row: Row) => earlierOf(row, rows).filter(({ record }) => record.iin === row.record.iin)
  const namesakes = (row: Row) =>
    earlierOf(row, rows).filter(({ record }) => record.iin !== row.record.iin && isSamePerson(record, row.record))
  const found = labelled.filter(row => repeatsOf(row, own(row)).length > 0)
  return {
    labelled,
    found,
    missed: labelled.filter(row => !found.includes(row)),
    alarms: rows.filter(row => !labelled.includes(row) && repeatsOf(row, own(row)).length > 0),
    alone: rows.filter(row => !labelled.includes(row) && own(row).length > 0),
    namesakes: rows.flatMap(row => namesakes(row).map(one => ({ row, one }))),
    namesakesFound: rows.flatMap(row => repeatsOf(row, namesakes(row))),
    strangers: labelled.map(row => repeatsOf(row, earlierOf(row, rows)).length - repeatsOf(row, own(row)).length),
  }
}

describe.each(QUARTERS)('the repeats of the journal %s', quarter => {
  const measured = measure(quarter)
  const read = measured.labelled.filter(({ record }) => !OTHER_MATTER[quarter].includes(record.n))

  it('prints what is found, missed and taken for a repeat', () => {
    const { labelled, found, missed, alarms, alone, namesakes, namesakesFound, strangers } = measured
    const mean = strangers.reduce((sum, count) => sum + count, 0) / strangers.length
    console.log(
      [
        `${quarter}: labelled ${labelled.length}, of them by their texts ${read.length}, found ${found.length}`,
        `missed ${numbers(missed).join(' ')}; only of the same topic ${OTHER_MATTER[quarter].join(' ')}`,
        `rows of a person who came before and are not labelled ${alone.length}, of them found ${alarms.length}`,
        `earlier rows of namesakes ${namesakes.length}, of them found ${namesakesFound.length}`,
        `earlier rows of other persons found for a labelled row, on average ${mean.toFixed(1)}`,
      ].join('\n'),
    )
    expect(labelled.length).toBeGreaterThan(0)
  })

  it('are found where the texts say the same matter, all but one', () => {
    const lost = read.filter(row => !measured.found.includes(row))
    expect(numbers(lost)).toEqual(quarter === '2026-q3' ? [78] : [])
  })

  it('are not found where only the topic is the same', () => {
    const wrong = measured.found.filter(({ record }) => OTHER_MATTER[quarter].includes(record.n))
    expect(numbers(wrong)).toEqual([])
    expect(numbers(measured.alarms)).toEqual([])
  })
})
