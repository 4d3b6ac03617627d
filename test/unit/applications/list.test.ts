import { describe, expect, it } from 'vitest'
import { placesOf } from '#renderer/print/list/list-columns.ts'
import { MOST_LISTED, SheetJob } from '#shared/ipc/documents.ts'

const columns = [
  { title: 'a', under: false },
  { title: 'b', under: true },
  { title: 'c', under: false },
  { title: 'd', under: false },
  { title: 'e', under: true },
]

describe('a list on paper', () => {
  it('puts a column under the one before it, and gives no room to a place that is empty throughout', () => {
    const rows = [
      ['1', '', '', '', 'x'],
      ['2', '', '', '', ''],
    ]
    expect(placesOf(columns, rows)).toEqual([
      [0, 1],
      [3, 4],
    ])
    expect(placesOf(columns, [])).toEqual([])
  })

  it('is on A4, and of no more lines than the sheet can take', () => {
    const job = {
      ...{ kind: 'list', paper: 'A4', language: 'kk', title: 't', columns, narrowed: [] },
      ...{ printedOn: '2026-11-22', printedBy: 'n' },
    }
    expect(SheetJob.safeParse({ ...job, rows: [['1']] }).success).toBe(true)
    expect(SheetJob.safeParse({ ...job, rows: [], paper: 'A3' }).success).toBe(false)
    expect(SheetJob.safeParse({ ...job, rows: Array.from({ length: MOST_LISTED + 1 }, () => ['1']) }).success).toBe(
      false,
    )
  })
})
