/** One line of a table of measurements: the product beside its baseline, in the same run. */
export interface Line {
  readonly what: string
  readonly beside: string
  /** Milliseconds, one per repetition. */
  readonly product: readonly number[]
  readonly baseline: readonly number[]
  /** Greatest ratio of medians that is good enough; null: told, not judged. */
  readonly goal: number | null
}

/** The figure under which so great a part of them lies. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** Product over baseline, of medians. */
export function ratioOf({ product, baseline }: Line): number {
  return median(product) / median(baseline)
}

/** The table as text, widths fitted. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(line => [
    line.what,
    `${median(line.product).toFixed(2)} ms`,
    line.beside,
    `${median(line.baseline).toFixed(2)} ms`,
    ratioOf(line).toFixed(2),
    line.goal === null ? '' : `<= ${line.goal}`,
    spreadOf(line.product),
  ])
  const all = [['what', 'median', 'beside', 'median', 'ratio', 'goal', 'spread'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0))) ?? []
  return all.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

function spreadOf(figures: readonly number[]): string {
  return `${Math.min(...figures).toFixed(2)}..${Math.max(...figures).toFixed(2)}`
}
