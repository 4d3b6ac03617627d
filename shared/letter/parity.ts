import type { Language } from '../application/model.ts'
import type { Bilingual } from '../official/model.ts'
import type { DateWords, MonthForm } from '../time/official-date.ts'
import { findPlainDate } from '../time/plain-date.ts'
import type { LetterPersonal } from './model.ts'

/** Where two sheets of one letter say different things: the part of the text, what differs, and it in each language. */
export interface TwinFault {
  /** Paragraph, -1 for the heading, -2 for the addressee, -3 for the signer, -4 for the attachment. */
  readonly part: number
  readonly code: 'part_empty' | 'date_differs' | 'number_differs' | 'name_differs'
  readonly kk: string
  readonly ru: string
}

const FORMS: readonly MonthForm[] = ['day', 'on', 'from', 'to', 'of']

/**
 * Compares the two sheets part by part: a part empty in one language only, dates (in words or digits, in any case), all other
 * numbers, those of clauses and acts among them, and the names given, each in its own spelling of the language. A sheet whose
 * twin says something else is not printed.
 */
export function twinFaults(
  letter: LetterPersonal,
  names: readonly Bilingual[],
  words: Readonly<Record<Language, DateWords>>,
): TwinFault[] {
  const joined = (both: { kk: readonly string[]; ru: readonly string[] }): Bilingual => ({
    kk: both.kk.join('\n'),
    ru: both.ru.join('\n'),
  })
  const signer: Bilingual = {
    kk: `${letter.signer.position.kk}\n${letter.signer.name.kk}`.trim(),
    ru: `${letter.signer.position.ru}\n${letter.signer.name.ru}`.trim(),
  }
  const parts: readonly (readonly [number, Bilingual])[] = [
    [-2, joined(letter.addressee)],
    [-1, letter.heading],
    ...letter.paragraphs.map((one, at) => [at, one] as const),
    [-3, signer],
    [-4, letter.attachment],
  ]
  return parts.flatMap(([part, texts]) => [...partFaults(part, texts, words), ...nameFaults(part, texts, names)])
}

function nameFaults(part: number, texts: Bilingual, names: readonly Bilingual[]): TwinFault[] {
  if (texts.kk.trim() === '' || texts.ru.trim() === '') return []
  return names
    .filter(name => name.kk !== '' && name.ru !== '' && texts.kk.includes(name.kk) !== texts.ru.includes(name.ru))
    .map(({ kk, ru }) => ({ part, code: 'name_differs', kk, ru }))
}

/** The same of one text: it is empty in one language only, its dates differ, its numbers do. */
export function partFaults(part: number, texts: Bilingual, words: Readonly<Record<Language, DateWords>>): TwinFault[] {
  const [kk, ru] = [texts.kk.trim(), texts.ru.trim()]
  if (kk === '' && ru === '') return []
  if (kk === '' || ru === '') return [{ part, code: 'part_empty', kk, ru }]
  const [inKk, inRu] = [figuresOf(kk, words.kk), figuresOf(ru, words.ru)]
  const faults: TwinFault[] = []
  for (const [code, of] of [
    ['date_differs', 'dates'],
    ['number_differs', 'numbers'],
  ] as const) {
    const [left, right] = [inKk[of].join(', '), inRu[of].join(', ')]
    if (left !== right) faults.push({ part, code, kk: left, ru: right })
  }
  return faults
}

/** The dates of a text as ISO, and the numbers that are left without them. Both sorted: languages order them differently. */
function figuresOf(text: string, words: DateWords): { dates: string[]; numbers: string[] } {
  const dates: string[] = []
  let rest = text.toLowerCase()
  for (const { pattern, month } of datePatterns(words)) {
    rest = rest.replace(pattern, (whole, ...found) => {
      const { day = '', year = '', numeric = '' } = (found.at(-1) ?? {}) as Record<string, string>
      const date = findPlainDate(Number(year), month ?? Number(numeric), Number(day))
      if (date === null) return whole
      dates.push(date)
      return ' '
    })
  }
  return { dates: dates.sort(), numbers: (rest.match(/\d+/g) ?? []).map(one => one.replace(/^0+(?=\d)/, '')).sort() }
}

interface DatePattern {
  readonly pattern: RegExp
  /** Null: the month is written in digits. */
  readonly month: number | null
}

function datePatterns({ months, patterns }: DateWords): DatePattern[] {
  const inDigits = { pattern: /(?<day>\d{1,2})\.(?<numeric>\d{2})\.(?<year>\d{4})/g, month: null }
  const inWords = months.day.flatMap((_name, index) => {
    // The longest first: a case ending is part of the date.
    const names = [...new Set(FORMS.map(form => (months[form][index] ?? '').toLowerCase()))]
    const month = `(?:${names.sort((a, b) => b.length - a.length).join('|')})`
    return [patterns.official, patterns.screen].map(text => ({ pattern: dateIn(text, month), month: index + 1 }))
  })
  return [inDigits, ...inWords]
}

/** A pattern such as `{day} {month} {year}` as it is met in a text, any white space between its words. */
function dateIn(text: string, month: string): RegExp {
  const source = text
    .toLowerCase()
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\s/g, '\\s+')
    .replace('{day}', '(?<day>\\d{1,2})')
    .replace('{month}', month)
    .replace('{year}', '(?<year>\\d{4})')
  return new RegExp(source, 'g')
}
