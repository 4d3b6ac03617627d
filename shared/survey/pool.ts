import { type Answer, LEAST_TOLD } from './model.ts'

/** An answer that waits for others, under the random key it will have in the journal. */
export interface Pooled {
  readonly key: string
  readonly answer: Answer
}

/** A random whole number from 0 to below `n`. */
export type Pick = (n: number) => number

/**
 * Which of the answers that wait may go into the journal now, in an order that says nothing of when they were given. While
 * a survey is open: five random ones of ten alike in stratum and language, so that any of ten may be any of them. At its end
 * all, those of fewer than five alike without language, then without stratum.
 */
export function released(pool: readonly Pooled[], isEnd: boolean, pick: Pick): Pooled[] {
  if (isEnd) return shuffled(coarsened(pool), pick)
  const groups = groupsOf(pool, ({ answer }) => `${answer.stratum}|${answer.language}`)
  const ready = groups.filter(group => group.length >= 2 * LEAST_TOLD)
  return shuffled(
    ready.flatMap(group => shuffled(group, pick).slice(0, LEAST_TOLD)),
    pick,
  )
}

/** The answers with nothing in them that fewer than five of them share. */
export function coarsened(pool: readonly Pooled[]): Pooled[] {
  const whole = groupsOf(pool, ({ answer }) => `${answer.stratum}|${answer.language}`)
  const alike = whole.filter(isEnough)
  const noLanguage = whole.filter(group => !isEnough(group)).flatMap(group => group.map(one => without(one, false)))
  const byStratum = groupsOf(noLanguage, ({ answer }) => `${answer.stratum}`)
  const enough = byStratum.filter(isEnough)
  const rest = byStratum.filter(group => !isEnough(group)).flatMap(group => group.map(one => without(one, true)))
  const kept = [...alike, ...enough].sort((a, b) => a.length - b.length)
  // Fewer than five without anything would be told by it: the smallest group joins them.
  const joined = rest.length > 0 && !isEnough(rest) ? (kept.shift() ?? []).map(one => without(one, true)) : []
  return [...kept.flat(), ...joined, ...rest]
}

function isEnough(group: readonly unknown[]): boolean {
  return group.length >= LEAST_TOLD
}

function without({ key, answer }: Pooled, stratum: boolean): Pooled {
  return { key, answer: { ...answer, language: null, stratum: stratum ? null : answer.stratum } }
}

function groupsOf(pool: readonly Pooled[], of: (one: Pooled) => string): Pooled[][] {
  const groups = new Map<string, Pooled[]>()
  for (const one of pool) groups.set(of(one), [...(groups.get(of(one)) ?? []), one])
  return [...groups.values()]
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], pick: Pick): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = pick(at + 1)
    const held = mixed[at] as T
    mixed[at] = mixed[other] as T
    mixed[other] = held
  }
  return mixed
}
