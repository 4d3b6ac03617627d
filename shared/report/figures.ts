import type { FigureUnit } from './quarterly-model.ts'

const WHOLE = new Intl.NumberFormat('ru', { maximumFractionDigits: 0 })
const SIGNED = new Intl.NumberFormat('ru', { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
const PERCENT = new Intl.NumberFormat('ru', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const SIGNED_PERCENT = new Intl.NumberFormat('ru', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})

/** Stands where a figure cannot be given. */
export const NO_FIGURE = '\u2013'

/** A count in groups of three parted by a no-break space, the same in Kazakh and Russian; a dash for null. */
export function countText(count: number | null): string {
  return count === null ? NO_FIGURE : WHOLE.format(count)
}

/** A figure in its unit: a count whole, days and minutes with one decimal, per cent with its sign; a dash for null. */
export function figureText(figure: number | null, unit: FigureUnit): string {
  if (unit === 'count') return countText(figure)
  if (unit === 'percent') return shareText(figure)
  return figure === null ? NO_FIGURE : PERCENT.format(figure)
}

/** A difference of two figures in their unit, with its sign; a dash for null. */
export function figureDifference(difference: number | null, unit: FigureUnit): string {
  if (unit === 'count' || difference === null) return differenceText(difference)
  return withMinus(SIGNED_PERCENT.format(difference))
}

/** A difference with its sign, `+42` or, with the true minus, `−14`; `0` without one; a dash for null. */
export function differenceText(difference: number | null): string {
  return difference === null ? NO_FIGURE : withMinus(SIGNED.format(difference))
}

/** Per cent with one decimal after a comma, `61,4 %`; a dash for null. */
export function shareText(share: number | null): string {
  return share === null ? NO_FIGURE : `${PERCENT.format(share)}\u00a0%`
}

/** A change in per cent with its sign, `+10,8 %`; a dash for null. */
export function percentText(percent: number | null): string {
  return percent === null ? NO_FIGURE : `${withMinus(SIGNED_PERCENT.format(percent))}\u00a0%`
}

function withMinus(text: string): string {
  return text.replace('-', '\u2212')
}

/** The number of a quarter as official papers write it: I, II, III, IV. */
export function romanQuarter(quarter: string): string {
  return ['I', 'II', 'III', 'IV'][Number(quarter.slice(6)) - 1] ?? ''
}
