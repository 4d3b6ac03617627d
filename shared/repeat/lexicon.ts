import { foldWords } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'
import { isEnding } from './endings.ts'
import { PEOPLE_CONCEPTS } from './seed-concepts-people.ts'
import { PLACE_CONCEPTS } from './seed-concepts-place.ts'
import { TROUBLE_CONCEPTS } from './seed-concepts-trouble.ts'
import { PLACES } from './seed-places.ts'
import { linesOf } from './tables.ts'
import type { Token } from './tokens.ts'

interface Concept {
  readonly kind: string
  readonly code: string
}

interface Form extends Concept {
  readonly words: readonly string[]
  readonly language: 'kk' | 'ru'
  readonly length: number
}

/** What stands at a place of a text: its concepts and how many words it took. */
export interface Found {
  readonly concepts: readonly Concept[]
  readonly words: number
}

/** The words of a form; a word may end with a sign: `*` begins so, `=` no other form. */
const SIGN = /[*=]$/

const FORMS: readonly Form[] = [PLACE_CONCEPTS, PEOPLE_CONCEPTS, TROUBLE_CONCEPTS, { place: PLACES }]
  .flatMap(table => Object.entries(table))
  .flatMap(([kind, lines]) => readKind(kind, lines))
  .sort((a, b) => b.length - a.length)

/** Forms by the letters they begin with: all that may begin with a word. */
const KEY = 2
const BY_KEY = Map.groupBy(FORMS, ({ words }) => words[0]?.slice(0, KEY) ?? '')

const beginningWith = remembering(word =>
  (BY_KEY.get(word.slice(0, KEY)) ?? []).filter(form => fitsWord(form, 0, word, false)),
)

/** The concepts the words from a place on stand for, by the longest form that fits; null where none does. */
export function findConcepts(tokens: readonly Token[], at: number): Found | null {
  const fitting = beginningWith(tokens[at]?.folded ?? '').filter(form => fits(form, tokens, at))
  const [first] = fitting
  if (first === undefined) return null
  return { concepts: fitting.filter(({ length }) => length === first.length), words: first.words.length }
}

function fits(form: Form, tokens: readonly Token[], at: number): boolean {
  return form.words.every((_, index) => {
    const token = tokens[at + index]
    if (token === undefined || (token.quoted && form.kind !== 'place')) return false
    return fitsWord(form, index, token.folded, token.large)
  })
}

/** Whether a folded word is one of a form; of a word written large no letters but known endings may follow. */
function fitsWord({ words, language }: Form, index: number, typed: string, large: boolean): boolean {
  const word = words[index] ?? ''
  const bare = word.replace(SIGN, '')
  if (!typed.startsWith(bare)) return false
  if (typed === bare || (word.endsWith('*') && !large)) return true
  return !word.endsWith('=') && isEnding(typed.slice(bare.length), language)
}

function readKind(kind: string, lines: string): Form[] {
  return linesOf(lines).flatMap(([code, forms]) => {
    const [kazakh = '', russian = ''] = forms.split('/')
    return [...readForms({ kind, code }, 'kk', kazakh), ...readForms({ kind, code }, 'ru', russian)]
  })
}

function readForms(concept: Concept, language: Form['language'], forms: string): Form[] {
  return forms
    .split(',')
    .map(form => form.trim())
    .filter(form => form !== '')
    .map(form => {
      const words = form.split(/[\s-]+/).map(word => foldWords(word.replace(SIGN, '')) + (SIGN.exec(word)?.[0] ?? ''))
      return { ...concept, language, words, length: words.join(' ').replaceAll(/[*=]/g, '').length }
    })
}
