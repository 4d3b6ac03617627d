import type { i18n } from 'i18next'
import { bothTexts } from '../both-texts.ts'
import type { Pair } from './blocks.ts'

/** What a test page says, the state language first. */
export interface TestTexts {
  readonly titles: readonly string[]
  readonly samples: readonly Pair[]
  readonly shades: string
  readonly ruler: string
  readonly frame: readonly string[]
}

/** Figures and the signs that stand in numbers, addresses and e-mail. */
const SIGNS =
  '0123456789 \u2116 % . , : ; ! ? ( ) \u00ab \u00bb \u201c \u201d \u2013 \u2014 - / + @ # & * \u00a7 \u20b8'

/** Both languages on one page: every letter must be there, whatever the applicant's language. */
export function testTexts(words: i18n): TestTexts {
  const both = bothTexts(words)
  const joined = (key: Parameters<typeof both>[0]) => {
    const { kk, ru } = both(key)
    return `${kk} / ${ru}`
  }
  const label = both('talon.test.letters_label')
  const letters = both('talon.test.letters')
  const title = both('talon.test.title')
  const frame = both('talon.test.frame')
  return {
    titles: [title.kk, title.ru],
    samples: [
      { label: label.kk, text: letters.kk },
      { label: label.ru, text: letters.ru },
      { label: joined('talon.test.signs'), text: SIGNS },
    ],
    shades: joined('talon.test.shades'),
    ruler: joined('talon.test.ruler'),
    frame: [frame.kk, frame.ru],
  }
}
