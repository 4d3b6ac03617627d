import type { Bench } from './bench.ts'

/** How product and baseline of a row are held beside each other, and which is good enough. */
export type Goal =
  /** Product over baseline, at most. */
  | { readonly as: 'ratio'; readonly most: number | null }
  /** Product less baseline, at most. */
  | { readonly as: 'more'; readonly most: number }
  /** The product alone, at most; the baseline is nothing. */
  | { readonly as: 'alone'; readonly most: number }

/** Two sides that are measured in turn, so that what else the machine does falls on both. One figure or several a call. */
export interface Sides {
  readonly product: (n: number) => Promise<number | readonly number[]>
  readonly baseline: (n: number) => Promise<number | readonly number[]>
  readonly close?: () => Promise<unknown>
}

/** One line of what is measured. */
export interface Row {
  /** As the table of goals names it. */
  readonly name: string
  readonly what: string
  readonly beside: string
  readonly unit: 'ms' | 'MB' | 'tasks'
  readonly goal: Goal
  /** The part of the figures that is compared: the median where not said. */
  readonly part?: number
  /** Repetitions of each round; 1: each costs seconds. */
  readonly samples: number
  /** Measured once however many rounds there are: a minute and more each time. */
  readonly once?: boolean
  /** Another size than ten years' applications would say nothing more: not measured anew as they grow. */
  readonly sizeless?: boolean
  /** Not in the short form, unless asked for: it starts the program too often for every `npm test`. */
  readonly wholeOnly?: boolean
  readonly open: (bench: Bench) => Promise<Sides>
}

/** A row with its figures. */
export interface Measured extends Pick<Row, 'name' | 'what' | 'beside' | 'unit' | 'goal'> {
  readonly part: number
  readonly product: readonly number[]
  readonly baseline: readonly number[]
}

/** Takes all figures of a row, product and baseline in turn. */
export async function measured(row: Row, bench: Bench): Promise<Measured> {
  const { name, what, beside, unit, goal, part = 0.5 } = row
  const sides = await row.open(bench)
  const product: number[] = []
  const baseline: number[] = []
  const times = (row.once === true ? 1 : bench.rounds) * (bench.isWhole ? row.samples : Math.min(row.samples, 5))
  try {
    for (let n = 0; n < times; n += 1) {
      product.push(...[await sides.product(n)].flat())
      baseline.push(...[await sides.baseline(n)].flat())
    }
  } finally {
    await sides.close?.()
  }
  return { name, what, beside, unit, goal, part, product, baseline }
}
