/** A key that typed one sign, or `\n` for Enter and `\t` for Tab, and when: milliseconds of any steady clock. */
export interface Stroke {
  readonly sign: string
  readonly at: number
}

/** A pause after which the next key begins something new, ms. */
export const BURST_PAUSE = 250

/** The mean pause between keys of a scanner, ms, at most. Hands on a row of digits need about three times as long. */
const MEAN_PAUSE = 40

/** A ticket number is the shortest thing a scanner types. */
const LEAST_SIGNS = 5

/**
 * Who typed these keys: a scanner, at a pace no hand keeps up, or a person. What belongs together is for the caller to
 * gather: keys with no pause of `BURST_PAUSE` between them. A held key is no scanner.
 */
export function handOf(strokes: readonly Stroke[]): 'typed' | 'scan' {
  const signs = strokes.filter(({ sign }) => sign !== '\n' && sign !== '\t')
  const [first, last] = [signs[0], signs.at(-1)]
  if (first === undefined || last === undefined || signs.length < LEAST_SIGNS) return 'typed'
  if (signs.every(({ sign }) => sign === first.sign)) return 'typed'
  const pauses = signs.slice(1).map(({ at }, index) => at - (signs[index]?.at ?? at))
  if (pauses.some(pause => !(pause >= 0 && pause < BURST_PAUSE))) return 'typed'
  return (last.at - first.at) / pauses.length <= MEAN_PAUSE ? 'scan' : 'typed'
}

/** The text of strokes, the ends of lines in it. */
export function textOf(strokes: readonly Stroke[]): string {
  return strokes.map(({ sign }) => sign).join('')
}
