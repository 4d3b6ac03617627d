import {
  KAZAKH_DIGIT_LETTERS,
  KAZAKH_DIGITS,
  KAZAKH_TO_LATIN_KEY,
  RUSSIAN_TO_LATIN_KEY,
} from '../text/alphabet-layouts.ts'

/** The layout that was on while a scanner typed: it presses keys, and the layout makes letters of them. */
export type Layout = 'latin' | 'russian' | 'kazakh'

const LATIN = /[a-z]/i
const CYRILLIC = /\p{Script=Cyrillic}/u

/** The layout a scanned text was typed in. Latin and Cyrillic letters side by side are a text that means its letters. */
export function layoutOf(text: string): Layout {
  if (LATIN.test(text)) return 'latin'
  const signs = [...text.replace(/\s/g, '')]
  if (signs.some(sign => KAZAKH_DIGIT_LETTERS.has(sign))) return 'kazakh'
  if (signs.length > 0 && signs.every(sign => KAZAKH_DIGITS.has(sign))) return 'kazakh'
  return CYRILLIC.test(text) ? 'russian' : 'latin'
}

/** What a scanner meant: the keys it pressed, as the Latin layout has them. */
export function asScanned(text: string): { readonly text: string; readonly layout: Layout } {
  const layout = layoutOf(text)
  if (layout === 'latin') return { text, layout }
  const keys = layout === 'russian' ? RUSSIAN_TO_LATIN_KEY : KAZAKH_TO_LATIN_KEY
  return { text: [...text].map(sign => keys.get(sign) ?? sign).join(''), layout }
}
