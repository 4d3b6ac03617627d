import { foldWords } from '../text/fold.ts'
import { KAZAKH_ENDINGS, RUSSIAN_ENDINGS } from './seed-endings.ts'

const ALL = [...new Set(`${KAZAKH_ENDINGS} ${RUSSIAN_ENDINGS}`.split(' ').map(foldWords))].sort(
  (a, b) => b.length - a.length,
)
const KAZAKH = new RegExp(`^(?:${folded(KAZAKH_ENDINGS)})*$`)
const RUSSIAN = new RegExp(`^(?:${folded(RUSSIAN_ENDINGS)})?$`)

/** Letters that stay of a word at the least, and letters its endings have at the most. */
const LEAST = 4
const MOST = 16

/** Whether what follows a folded word is endings of its language: Kazakh ones follow each other, Russian has one. */
export function isEnding(rest: string, language: 'kk' | 'ru'): boolean {
  return rest.length <= MOST && (language === 'kk' ? KAZAKH : RUSSIAN).test(rest)
}

/** A folded word of either language without its endings, coarsely: the same for most forms of one word. */
export function stemOf(word: string): string {
  let stem = word
  for (;;) {
    const ending = ALL.find(one => stem.length - one.length >= LEAST && stem.endsWith(one))
    if (ending === undefined || word.length - stem.length > MOST) return stem
    stem = stem.slice(0, -ending.length)
  }
}

function folded(endings: string): string {
  return endings.split(' ').map(foldWords).join('|')
}
