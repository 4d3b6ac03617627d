import { type Compared, compareFiled, compareKind, compareNumbers, compareSpelled, type Weighed } from './compare.ts'
import type { Likeness, Matter, Prepared, Reason } from './model.ts'
import { prepare } from './prepare.ts'
import { scoreOf, scoreOfWords } from './score.ts'

/** How alike two matters are, and why; the order does not matter. For many comparisons see `findRepeats`. */
export function likenessOf(a: Matter, b: Matter): Likeness {
  return likenessOfPrepared(prepare(a), prepare(b))
}

/** The same of matters made ready. */
export function likenessOfPrepared(a: Prepared, b: Prepared): Likeness {
  return a.words <= b.words ? compare(a, b) : mirrored(compare(b, a))
}

function compare(a: Prepared, b: Prepared): Likeness {
  const known = all(
    [...new Set([...a.known.keys(), ...b.known.keys()])].map(kind =>
      compareKind(kind, a.known.get(kind) ?? [], b.known.get(kind) ?? []),
    ),
  )
  const spelled = compareSpelled(a.spelled, b.spelled)
  const { shared, differs } = all([
    known,
    spelled,
    compareNumbers(a.numbers, b.numbers),
    compareFiled(a.filed, b.filed),
  ])
  const score = scoreOf({
    same: sum(shared),
    other: sum(differs),
    known: leastRest(known),
    spelled: a.language === b.language ? leastRest(spelled) : 0,
  })
  return { score: scoreOfWords(a, b) ?? score, shared: reasons(shared), differs: reasons(differs) }
}

function mirrored({ score, shared, differs }: Likeness): Likeness {
  const turn = ({ kind, first, second }: Reason): Reason => ({ kind, first: second, second: first })
  return { score, shared: shared.map(turn), differs: differs.map(turn) }
}

function all(compared: readonly Compared[]): Compared {
  return {
    shared: compared.flatMap(one => one.shared),
    differs: compared.flatMap(one => one.differs),
    restA: compared.reduce((total, one) => total + one.restA, 0),
    restB: compared.reduce((total, one) => total + one.restB, 0),
  }
}

function leastRest({ restA, restB }: Compared): number {
  return Math.min(restA, restB)
}

function sum(weighed: readonly Weighed[]): number {
  return weighed.reduce((total, { weight }) => total + weight, 0)
}

function reasons(weighed: readonly Weighed[]): Reason[] {
  return weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ kind, first, second }) => ({ kind, first, second }))
}
