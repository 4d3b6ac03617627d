import { isOneSlipFromStart } from '../text/near.ts'
import { weightOf } from './kinds.ts'
import type { Mark, NumberMark, Prepared, Reason } from './model.ts'

/** A reason and what it weighs. */
export interface Weighed extends Reason {
  readonly weight: number
}

/** What two matters both name, what they name otherwise, and the weight of what one of them alone names. */
export interface Compared {
  readonly shared: readonly Weighed[]
  readonly differs: readonly Weighed[]
  readonly restA: number
  readonly restB: number
}

/** Compares the things of one kind that both languages have words for. */
export function compareKind(kind: string, a: readonly Mark[], b: readonly Mark[]): Compared {
  const { same } = weightOf(kind)
  const shared: Weighed[] = []
  for (const mark of a) {
    const twin = b.find(one => one.value === mark.value)
    if (twin) shared.push(reason(kind, mark, twin, same))
  }
  const differs = shared.length > 0 ? [] : against(kind, a, b)
  return { shared, differs, restA: (a.length - shared.length) * same, restB: (b.length - shared.length) * same }
}

/** Kinds of names that tell matters apart; a name of no known kind only among its like. */
const NAMES = ['street', 'settlement', 'organisation', 'name']

/** Compares names and other words by their sounds: a word may be a name in the other text. */
export function compareSpelled(a: readonly Mark[], b: readonly Mark[]): Compared {
  const { pairs, aloneA, aloneB } = match(a, b, (one, other) => soundsAlike(one.value, other.value))
  const shared = pairs.map(([one, other]) => {
    const kind = weightOf(one.kind).same >= weightOf(other.kind).same ? one.kind : other.kind
    return reason(kind, one, other, weightOf(kind).same)
  })
  const differs = NAMES.filter(kind => !shared.some(one => one.kind === kind)).flatMap(kind =>
    against(
      kind,
      aloneA.filter(one => one.kind === kind),
      aloneB.filter(one => one.kind === kind),
    ),
  )
  return { shared, differs, restA: weightOfAll(aloneA), restB: weightOfAll(aloneB) }
}

/** A greater number is a rarer one: what sharing it weighs, up to a value. */
const SIZES: readonly (readonly [number, number])[] = [
  [3, 0.3],
  [9, 0.7],
  [99, 1.3],
]

/** Compares numbers: equal ones by value, others where they number the same thing. */
export function compareNumbers(a: readonly NumberMark[], b: readonly NumberMark[]): Compared {
  const { pairs, aloneA, aloneB } = match(
    a,
    b,
    (one, other) =>
      one.value === other.value && (one.kind === other.kind || one.kind === 'number' || other.kind === 'number'),
  )
  const shared = pairs.map(([one, other]) => reason(one.kind, one, other, weightOfNumber(one)))
  const taken = new Set(pairs.flat().flatMap(thingsOf))
  const free = (mark: NumberMark) => thingsOf(mark).filter(thing => !taken.has(thing))
  const differs = (['number', 'year', 'date'] as const).flatMap(kind => {
    const ofKind = aloneA.filter(one => one.kind === kind)
    const first = ofKind.find(one => aloneB.some(other => isSameThing(free(one), free(other))))
    const second = first && aloneB.find(other => isSameThing(free(first), free(other)))
    return first && second ? [reason(kind, first, second, weightOf(kind).other)] : []
  })
  return { shared, differs, restA: 0, restB: 0 }
}

/** Compares what the register says of two matters. */
export function compareFiled(a: Prepared['filed'], b: Prepared['filed']): Compared {
  const shared: Weighed[] = []
  const differs: Weighed[] = []
  for (const kind of ['subtopic', 'topic', 'district'] as const) {
    const [first, second] = [a[kind], b[kind]]
    if (first === '' || second === '') continue
    const { same, other } = weightOf(kind)
    if (first === second) shared.push({ kind, first, second, weight: same })
    else differs.push({ kind, first, second, weight: other })
  }
  return { shared, differs, restA: 0, restB: 0 }
}

/** What a number tells apart: years by years, others by what stands beside them. */
function thingsOf({ kind, beside }: NumberMark): string[] {
  if (kind === 'span') return []
  return kind === 'number' ? beside.filter(thing => thing !== '') : [kind]
}

function isSameThing(a: readonly string[], b: readonly string[]): boolean {
  return a.some(thing => b.includes(thing))
}

/** What sharing a number weighs. */
export function weightOfNumber({ kind, value }: NumberMark): number {
  const size = kind === 'number' ? SIZES.find(([most]) => Number(value) <= most) : undefined
  return size?.[1] ?? weightOf(kind).same
}

interface Matched<T> {
  readonly pairs: [T, T][]
  readonly aloneA: T[]
  readonly aloneB: T[]
}

function match<T>(a: readonly T[], b: readonly T[], alike: (one: T, other: T) => boolean): Matched<T> {
  const aloneB = [...b]
  const matched: Matched<T> = { pairs: [], aloneA: [], aloneB }
  for (const one of a) {
    const at = aloneB.findIndex(other => alike(one, other))
    const [twin] = at < 0 ? [] : aloneB.splice(at, 1)
    if (twin === undefined) matched.aloneA.push(one)
    else matched.pairs.push([one, twin])
  }
  return matched
}

function against(kind: string, a: readonly Mark[], b: readonly Mark[]): Weighed[] {
  const [first, second] = [a[0], b[0]]
  return first && second ? [reason(kind, first, second, weightOf(kind).other)] : []
}

function reason(kind: string, first: Mark, second: Mark, weight: number): Weighed {
  return { kind, first: first.text, second: second.text, weight }
}

function weightOfAll(marks: readonly Mark[]): number {
  return marks.reduce((total, { kind }) => total + weightOf(kind).same, 0)
}

/** Letters that must be there before an ending that was not known, and before a slip, is forgiven; and its letters. */
const LEAST = { ending: 4, slip: 5 }
const ENDING = 4

/** Whether two words without endings are the same, up to a slip and to an ending that was not known. */
export function soundsAlike(a: string, b: string): boolean {
  if (a === b) return true
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (longer.length - shorter.length > ENDING) return false
  if (shorter.length >= LEAST.ending && longer.startsWith(shorter)) return true
  return shorter.length >= LEAST.slip && isOneSlipFromStart(shorter, longer)
}
