import { z } from 'zod'

/**
 * Figures of a day, or the sum over a period: by `measure` the whole, and by `measure|dimension|code` its part under a
 * code. A key with zero is absent.
 */
export const Figures = z.record(z.string().max(300), z.int())
export type Figures = z.infer<typeof Figures>

/** The figures by event of the quarter of a report, and of the same quarter a year before (null: the store has nothing of it). */
export const QuarterlyFigures = z.strictObject({ current: Figures, previous: Figures.nullable() })
export type QuarterlyFigures = z.infer<typeof QuarterlyFigures>
