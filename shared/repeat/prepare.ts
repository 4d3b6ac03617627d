import { STOP_WORDS } from '../text/alphabet-stop-words.ts'
import { foldWords } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'
import { soundsOf } from '../text/sounds.ts'
import { stemOf } from './endings.ts'
import { findConcepts } from './lexicon.ts'
import type { Mark, Matter, NumberMark, Prepared } from './model.ts'
import { isNameSign, kindOfName } from './names.ts'
import { numbersAt } from './numbers.ts'
import { EMPTY_WORDS } from './seed-name-signs.ts'
import { foldedSet } from './tables.ts'
import { type Token, tokensOf } from './tokens.ts'

const EMPTY: ReadonlySet<string> = new Set([...STOP_WORDS.map(foldWords), ...foldedSet(EMPTY_WORDS)])

const spelledOf = remembering(word => soundsOf(stemOf(word)))

/** Letters a word has at the least to tell something. */
const LEAST = 3

interface Marks {
  readonly known: Mark[]
  readonly spelled: Mark[]
  readonly numbers: NumberMark[]
}

/** Reads a matter once for many comparisons: what it names, in a form that both languages share. */
export function prepare(matter: Matter): Prepared {
  const { topic, subtopic, district, language } = matter
  const { known, spelled, numbers } = marksOf(tokensOf(matter.essence))
  return {
    words: foldWords(matter.essence),
    language,
    known: Map.groupBy(distinct(known), ({ kind }) => kind),
    spelled: distinct(spelled),
    numbers: distinct(numbers),
    filed: { topic, subtopic, district },
  }
}

function marksOf(tokens: readonly Token[]): Marks {
  const marks: Marks = { known: [], spelled: [], numbers: [] }
  /** What stood last before a number, and the numbers that wait for what stands next. */
  let last = ''
  let waiting: NumberMark[] = []
  const meet = (beside: string) => {
    for (const number of waiting) marks.numbers.push({ ...number, beside: [...number.beside, beside] })
    waiting = []
    last = beside
  }
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const found = findConcepts(tokens, at)
    const numbers = numbersAt(tokens, at)
    if (found !== null) {
      const text = tokens.slice(at, at + found.words).map(one => one.text)
      meet(found.concepts[0]?.code ?? '')
      marks.known.push(...found.concepts.map(({ kind, code }) => ({ kind, value: code, text: text.join(' ') })))
    } else if (numbers.length > 0) {
      const before = last
      meet('')
      waiting = numbers.map(number => ({ ...number, beside: [...number.beside, before] }))
    } else if (token.folded.length >= LEAST && !EMPTY.has(token.folded) && !isNameSign(token)) {
      const kind = kindOfName(tokens, at)
      meet(kind === 'street' ? 'house' : '')
      marks.spelled.push({ kind, value: spelledOf(token.folded), text: token.text })
    }
    at += found?.words ?? 1
  }
  meet('')
  return marks
}

function distinct<T extends Mark>(marks: readonly T[]): T[] {
  return [...new Map(marks.map(mark => [`${mark.kind} ${mark.value}`, mark])).values()]
}
