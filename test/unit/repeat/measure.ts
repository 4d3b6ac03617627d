import type { Pair } from '#test/fixtures/repeat/pairs.ts'

/** What a finder makes of labelled pairs: shares of 1, the ids of pairs it missed and of those it took for the same. */
export interface Figures {
  readonly pairs: number
  readonly precision: number
  readonly recall: number
  readonly missed: readonly number[]
  readonly alarms: readonly number[]
}

/** Measures a finder by labelled pairs. */
export function measure(pairs: readonly Pair[], finds: (pair: Pair) => boolean): Figures {
  const same = pairs.filter(({ label }) => label === 'same')
  const found = pairs.filter(finds)
  const right = found.filter(({ label }) => label === 'same').length
  return {
    pairs: pairs.length,
    precision: right / found.length,
    recall: right / same.length,
    missed: same.filter(pair => !found.includes(pair)).map(({ id }) => id),
    alarms: found.filter(({ label }) => label === 'other').map(({ id }) => id),
  }
}

/** A line of a table of figures. */
export function lineOf(name: string, { pairs, precision, recall, missed, alarms }: Figures): string {
  const figures = `pairs ${pairs}  precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}`
  return `${name.padEnd(24)} ${figures}  missed ${missed.join(' ') || '-'}  alarms ${alarms.join(' ') || '-'}`
}
