import { soundsAlike, weightOfNumber } from './compare.ts'
import { weightOf } from './kinds.ts'
import type { Prepared } from './model.ts'
import { scoreOf, scoreOfWords } from './score.ts'

/**
 * For one matter against many: a score that the likeness of an earlier one does not exceed, found without its reasons.
 * What is quick to say is exact; names told otherwise and words of one alone are left out.
 */
export function boundOf(matter: Prepared): (earlier: Prepared) => number {
  const known = new Map([...matter.known].map(([kind, marks]) => [kind, new Set(marks.map(({ value }) => value))]))
  const total = [...matter.known].reduce((sum, [kind, marks]) => sum + marks.length * weightOf(kind).same, 0)
  const spelled = spelledBound(matter)
  const numbers = new Set(matter.numbers.map(({ value }) => value))
  return earlier => {
    const filed = filedBound(matter, earlier)
    let [shared, other, rest] = [0, filed.other, 0]
    for (const [kind, marks] of earlier.known) {
      const weight = weightOf(kind)
      const values = known.get(kind)
      let count = 0
      for (const { value } of marks) if (values?.has(value)) count += 1
      shared += count * weight.same
      rest += (marks.length - count) * weight.same
      if (values && count === 0) other += weight.other
    }
    let same = shared + filed.same
    for (const mark of earlier.spelled) same += spelled(mark.kind, mark.value)
    for (const mark of earlier.numbers) if (numbers.has(mark.value)) same += Math.max(weightOfNumber(mark), NUMBER)
    return scoreOfWords(matter, earlier) ?? scoreOf({ same, other, known: Math.min(total - shared, rest), spelled: 0 })
  }
}

/** The most a number weighs: of two equal ones either kind may be told. */
const NUMBER = 2

/** What a word of an earlier matter weighs at the most beside one like it here; each distinct word is compared once. */
function spelledBound(matter: Prepared): (kind: string, value: string) => number {
  const known = new Map<string, number>()
  return (kind, value) => {
    let weight = known.get(value)
    if (weight === undefined) {
      const alike = matter.spelled.filter(one => soundsAlike(one.value, value))
      weight = Math.max(0, ...alike.map(one => weightOf(one.kind).same))
      known.set(value, weight)
    }
    return weight === 0 ? 0 : Math.max(weight, weightOf(kind).same)
  }
}

function filedBound(a: Prepared, b: Prepared): { same: number; other: number } {
  let [same, other] = [0, 0]
  for (const kind of FILED) {
    const [first, second] = [a.filed[kind], b.filed[kind]]
    if (first === '' || second === '') continue
    if (first === second) same += weightOf(kind).same
    else other += weightOf(kind).other
  }
  return { same, other }
}

const FILED = ['subtopic', 'topic', 'district'] as const
