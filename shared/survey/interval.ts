/** The normal deviate of 95 % of confidence. */
const Z = 1.96

/** Bounds of a share, 0 to 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Wilson's 95 % interval of the share `count` of `of`. Throws where nothing was counted. Source: E. B. Wilson, 1927. */
export function wilson(count: number, of: number): Interval {
  if (of < 1 || count < 0 || count > of) throw new RangeError('share of nothing')
  const share = count / of
  const square = Z * Z
  const middle = (share + square / (2 * of)) / (1 + square / of)
  const half = (Z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  return { low: count === 0 ? 0 : Math.max(0, middle - half), high: count === of ? 1 : Math.min(1, middle + half) }
}

/**
 * The margin (0 to 1) of a share of one half that `size` answers out of `frame` people give with 95 % of confidence; 0 where
 * everybody answers. With the correction for a finite frame.
 */
export function marginOf(size: number, frame: number): number {
  if (size < 1) return 1
  if (size >= frame) return 0
  return Z * Math.sqrt((0.25 / size) * ((frame - size) / (frame - 1)))
}

/** How many answers out of `frame` give a margin of at most `margin` (0 to 1). */
export function sizeFor(margin: number, frame: number): number {
  if (frame < 1) return 0
  const endless = (Z * Z * 0.25) / (margin * margin)
  return Math.min(frame, Math.ceil(endless / (1 + (endless - 1) / frame)))
}
