import type { Language } from '#shared/application/model.ts'
import type { Entry } from '#shared/directory/model.ts'
import type { Official } from '#shared/official/model.ts'
import { foldWords } from '#shared/text/fold.ts'
import { officialName } from '../../components/official-name.ts'

/** Something that is chosen by typing a part of any of its texts. */
export interface Choice {
  readonly code: string
  readonly label: string
  /** A second line: the topic above, the post. */
  readonly detail: string
  /** Folded words by which it is found, the surest texts first. */
  readonly texts: readonly string[]
}

/**
 * The choices a typed text fits, the best first: each typed word begins a word of the choice. Both languages, synonyms,
 * letters of the other keyboard and capitals do not matter. Nothing typed: all of them, as they stand.
 */
export function seek(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = foldWords(typed)
  if (wanted === '') return [...choices]
  const ranked = choices.flatMap((choice, index) => {
    const rank = rankOf(choice, wanted)
    return rank === null ? [] : [{ choice, rank, index }]
  })
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ choice }) => choice)
}

/** The very text; the beginning of a text; words begun in one text; words begun somewhere. Null: does not fit. */
function rankOf({ texts }: Choice, wanted: string): number | null {
  if (texts.includes(wanted)) return 0
  if (texts.some(text => text.startsWith(wanted))) return 1
  const words = wanted.split(' ')
  const begins = (text: string) => words.every(word => ` ${text}`.includes(` ${word}`))
  if (texts.some(begins)) return 2
  return begins(texts.join(' ')) ? 3 : null
}

/** Topics of both levels: each of the first, and under it those of the second, which are found by their parent too. */
export function topicChoices(topics: readonly Entry[], language: Language): Choice[] {
  const top = topics.filter(one => one.parent === null)
  return top.flatMap(parent => [
    choiceOf(parent, null, language),
    ...topics.filter(one => one.parent === parent.code).map(one => choiceOf(one, parent, language)),
  ])
}

function choiceOf(entry: Entry, parent: Entry | null, language: Language): Choice {
  const texts = [
    entry.kk,
    entry.ru,
    ...entry.synonyms,
    ...(parent === null ? [] : [parent.kk, parent.ru, ...parent.synonyms]),
  ]
  return {
    code: entry.code,
    label: entry[language],
    detail: parent?.[language] ?? '',
    texts: texts.map(foldWords),
  }
}

/** Officials by name, post and unit in both languages. */
export function officialChoices(officials: readonly Official[], language: Language): Choice[] {
  return officials.map(one => {
    const texts = [
      officialName(one, 'kk'),
      officialName(one, 'ru'),
      one.position.kk,
      one.position.ru,
      one.unit.kk,
      one.unit.ru,
    ]
    return {
      code: one.id,
      label: officialName(one, language),
      detail: one.position[language] || one.position.kk || one.position.ru,
      texts: texts.map(foldWords).filter(text => text !== ''),
    }
  })
}
