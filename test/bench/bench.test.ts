import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { Bench } from './bench.ts'
import { benchOptions } from './options.ts'
import { type Measured, measured } from './row.ts'
import { rowsNamed } from './rows/rows.ts'
import { growthOf, outcomeOf, tableOf } from './table.ts'

const options = benchOptions()
const rows = rowsNamed(options.only)
const tables: { size: number; rows: Measured[]; beside: Record<string, unknown> }[] = []
/** The guard of the short form against falling back: what is small and busy comes to many times the goal of ten years. */
const WIDE = { times: 20, ratio: 40, more: 60, tasks: 100 }

describe.each(options.sizes.map((size, place) => ({ size, isFirst: place === 0 })))(
  '$size applications of ten years',
  ({ size, isFirst }) => {
    const bench = new Bench(options, size)
    const table: (typeof tables)[number] = { size, rows: [], beside: {} }
    tables.push(table)

    afterAll(async () => {
      Object.assign(table.beside, Object.fromEntries(bench.kept))
      await bench.close()
      process.stdout.write(`\n${size} applications, load ${loadavg()[0]?.toFixed(1)}\n${tableOf(table.rows)}\n`)
      process.stdout.write(`${JSON.stringify(table.beside)}\n`)
    }, 600_000)

    const own = rows.filter(
      row => (isFirst || row.sizeless !== true) && (options.isWhole || options.only !== null || row.wholeOnly !== true),
    )
    test.each(own.map(row => ({ row, title: `${row.name} ${row.what}` })))(
      '$title',
      async ({ row }) => {
        const done = await measured(row, bench)
        table.rows.push(done)
        expect(outcomeOf(done)).not.toBeNaN()
        // By the best of each side: few figures of a busy machine have a median of anything.
        if (!options.isWhole) expect(outcomeOf({ ...done, part: 0 })).toBeLessThanOrEqual(widest(done))
      },
      options.isWhole ? 6 * 3_600_000 : 300_000,
    )
  },
)

afterAll(() => {
  if (tables.length > 1) process.stdout.write(`\n${growthOf(tables)}\n`)
  if (options.out !== null) writeFileSync(options.out, JSON.stringify({ load: loadavg(), tables }, null, 2))
})

function widest({ goal }: Measured): number {
  if (goal.as === 'ratio') return Math.max(WIDE.ratio, WIDE.times * (goal.most ?? 0))
  return goal.as === 'more' ? goal.most + WIDE.more : WIDE.tasks
}
