import { z } from 'zod'

/**
 * What a person waits for at a desk: an act until it is safe on the disk, bare writing with its flush, a page of a list, a search
 * by name, the figures of a quarter, and the lists from the loading of the page until they open.
 */
export const SPEED_CODES = ['act', 'flush', 'list', 'search', 'report', 'start'] as const
export type SpeedCode = (typeof SPEED_CODES)[number]

/** Milliseconds up to which nobody waits. */
const QUICK: Record<SpeedCode, number> = { act: 150, flush: 50, list: 150, search: 150, report: 500, start: 4000 }

/** What may slow a desk down, and so what is to be done. */
export const SLOW_BY = ['disk', 'computer'] as const

const CAUSE: Record<SpeedCode, (typeof SLOW_BY)[number]> = {
  act: 'disk',
  flush: 'disk',
  list: 'computer',
  search: 'computer',
  report: 'computer',
  start: 'computer',
}

const Milliseconds = z.number().nonnegative().max(3_600_000)

/** Measured in the page: milliseconds, each a median. `start` is null where the lists were not opened by this page. */
export const PageSpeed = z.strictObject({
  list: Milliseconds,
  search: Milliseconds,
  report: Milliseconds,
  start: Milliseconds.nullable(),
})
export type PageSpeed = z.infer<typeof PageSpeed>

/** One figure as it is shown and written; `milliseconds` null: nothing of it was done since the start. */
export const SpeedFigure = z.strictObject({
  code: z.enum(SPEED_CODES),
  milliseconds: Milliseconds.nullable(),
  quick: Milliseconds,
  slow: z.enum(SLOW_BY).nullable(),
})
export type SpeedFigure = z.infer<typeof SpeedFigure>

/** Milliseconds of the last appends and of bare writings, one each. */
export interface DiskSpeed {
  readonly appends: readonly number[]
  readonly flushes: readonly number[]
}

/** The middle of some figures; null: there are none. */
export function median(figures: readonly number[]): number | null {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** Judges what was measured: every figure once, in the order of `SPEED_CODES`. */
export function judgeSpeed({ appends, flushes }: DiskSpeed, page: PageSpeed): SpeedFigure[] {
  const measured: Record<SpeedCode, number | null> = { act: median(appends), flush: median(flushes), ...page }
  return SPEED_CODES.map(code => {
    const milliseconds = measured[code]
    const quick = QUICK[code]
    const isSlow = milliseconds !== null && milliseconds > quick
    return { code, milliseconds, quick, slow: isSlow ? CAUSE[code] : null }
  })
}
