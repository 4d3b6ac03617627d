/**
 * P(X >= at least) for X of Binomial(trials, chance): exact, summed term by term from the greatest. What stands behind the
 * comparison of two Poisson counts: given their sum, either is binomial (Przyborowski and Wilenski, 1940).
 */
export function atLeast(least: number, trials: number, chance: number): number {
  if (least <= 0) return 1
  if (least > trials || chance <= 0) return 0
  if (chance >= 1) return 1
  let term = Math.exp(
    logFactorial(trials) -
      logFactorial(least) -
      logFactorial(trials - least) +
      least * Math.log(chance) +
      (trials - least) * Math.log1p(-chance),
  )
  let sum = 0
  for (let count = least; count <= trials && term > 0; count += 1) {
    sum += term
    term *= ((trials - count) / (count + 1)) * (chance / (1 - chance))
  }
  return Math.min(1, sum)
}

/**
 * Which of many comparisons stand out when at most a share `rate` of those told may be false on average (Benjamini and Hochberg,
 * 1995): for each probability whether it does, in the order given.
 */
export function standOut(probabilities: readonly number[], rate: number): boolean[] {
  const sorted = [...probabilities].sort((a, b) => a - b)
  const last = sorted.findLastIndex((one, at) => one <= (rate * (at + 1)) / sorted.length)
  const limit = last < 0 ? -1 : (sorted[last] ?? -1)
  return probabilities.map(one => one <= limit)
}

/** The value below which a share of the values lies (nearest rank), of how often each value came; null of nothing. */
export function quantile(measured: ReadonlyMap<number, number>, share: number): number | null {
  const sorted = [...measured].sort(([a], [b]) => a - b)
  let left = Math.max(1, Math.ceil(share * countOf(measured)))
  for (const [value, count] of sorted) {
    left -= count
    if (left <= 0) return value
  }
  return null
}

/** How many values there are. */
export function countOf(measured: ReadonlyMap<number, number>): number {
  return [...measured.values()].reduce((sum, count) => sum + count, 0)
}

const FACTORIALS: number[] = [0]

/** The logarithm of n!; each is reckoned once. */
function logFactorial(n: number): number {
  for (let at = FACTORIALS.length; at <= n; at += 1) FACTORIALS.push((FACTORIALS[at - 1] ?? 0) + Math.log(at))
  return FACTORIALS[n] ?? 0
}
