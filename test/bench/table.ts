import type { Measured } from './row.ts'

/** The figure under which so great a part of them lies. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** What a row comes to: product over baseline, less baseline, or alone. */
export function outcomeOf({ goal, part, product, baseline }: Measured): number {
  const own = quantile(product, part)
  if (goal.as === 'alone') return own
  return goal.as === 'ratio' ? own / quantile(baseline, part) : own - quantile(baseline, part)
}

/** Whether a row is as it should be; null: it is told and not judged. */
export function isGood(row: Measured): boolean | null {
  return row.goal.most === null ? null : outcomeOf(row) <= row.goal.most
}

/** The table as text, widths fitted. */
export function tableOf(rows: readonly Measured[]): string {
  const lines = rows.map(row => [
    row.name,
    row.what,
    figure(row, quantile(row.product, row.part)),
    row.goal.as === 'alone' ? '' : row.beside,
    row.goal.as === 'alone' ? '' : figure(row, quantile(row.baseline, row.part)),
    outcomeText(row),
    row.goal.most === null ? '' : `<= ${row.goal.most}`,
    { true: 'good', false: 'SHORT', null: '' }[String(isGood(row)) as 'true' | 'false' | 'null'],
    `${row.product.length}`,
    spreadOf(row.product),
  ])
  return fitted([['row', 'what', 'figure', 'beside', 'figure', 'comes to', 'goal', '', 'times', 'spread'], ...lines])
}

/** One line a row, a column a size: what grows with what is stored. */
export function growthOf(tables: readonly { readonly size: number; readonly rows: readonly Measured[] }[]): string {
  const named = (row: Measured) => `${row.name} ${row.what}`
  const names = [...new Set(tables.flatMap(({ rows }) => rows.map(named)))]
  const lines = names.map(name => [
    name,
    ...tables.flatMap(({ rows }) => {
      const row = rows.find(one => named(one) === name)
      return row === undefined ? ['', ''] : [figure(row, quantile(row.product, row.part)), outcomeText(row)]
    }),
  ])
  return fitted([['row', ...tables.flatMap(({ size }) => [`${size}`, 'comes to'])], ...lines])
}

function fitted(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0))) ?? []
  return lines
    .map(line =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function outcomeText(row: Measured): string {
  const value = outcomeOf(row)
  if (row.goal.as === 'ratio') return `x ${value.toFixed(2)}`
  return row.goal.as === 'more' ? `${value < 0 ? '-' : '+'} ${figure(row, Math.abs(value))}` : figure(row, value)
}

function figure({ unit }: Measured, value: number): string {
  if (unit === 'tasks') return `${value}`
  return `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`
}

function spreadOf(figures: readonly number[]): string {
  const text = (value: number) => value.toFixed(value < 100 ? 2 : 0)
  return `${text(Math.min(...figures))}..${text(Math.max(...figures))}`
}
