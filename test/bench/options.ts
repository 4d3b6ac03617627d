import { tmpdir } from 'node:os'
import path from 'node:path'

/** What a run measures: `npm run bench -- --only S3,S5 --size 20000 --rounds 5 --growth 3000,30000 --out table.json`. */
export interface BenchOptions {
  /** The whole form; the other guards `npm test`: small, once, limits wide. */
  readonly isWhole: boolean
  /** Rows by their names; null: all. */
  readonly only: readonly string[] | null
  /** Applications of ten years that are stored, one run of the rows for each. */
  readonly sizes: readonly number[]
  readonly rounds: number
  /** File the figures go to beside the table. */
  readonly out: string | null
  /** Where stores that were made lie, to be used again by the next run. */
  readonly cache: string
}

const WHOLE = { sizes: [20_000], rounds: 5 }
const SHORT = { sizes: [1_500], rounds: 1 }

/** The options of this run, from what `tools/bench.mjs` put into the surroundings. */
export function benchOptions(env: NodeJS.ProcessEnv = process.env): BenchOptions {
  const isWhole = env.QABYLDAU_FULL === '1'
  const usual = isWhole ? WHOLE : SHORT
  const list = (text: string | undefined) => text?.split(',').filter(one => one !== '')
  return {
    isWhole,
    only: list(env.QABYLDAU_BENCH_ONLY) ?? null,
    sizes: list(env.QABYLDAU_BENCH_SIZES)?.map(Number) ?? usual.sizes,
    rounds: Number(env.QABYLDAU_BENCH_ROUNDS ?? usual.rounds),
    out: env.QABYLDAU_BENCH_OUT ?? null,
    cache: env.QABYLDAU_BENCH_CACHE ?? path.join(tmpdir(), 'qabyldau-bench'),
  }
}
