import type { Language } from '../application/model.ts'
import type { Bilingual, Official } from '../official/model.ts'
import type { BothDateWords } from './fill.ts'
import type { Letter, LetterKind, LetterPersonal } from './model.ts'
import { type TwinFault, twinFaults } from './parity.ts'
import { APPEAL_WORDS, REASON_WORDS } from './seed-appeal.ts'

/** Letters that tell of a decision against the applicant: they say how it is appealed against (Code art. 80(5), 89(2), 92). */
export const NEEDS_APPEAL: readonly LetterKind[] = [
  'left',
  'returned',
  'forwarded_notice',
  'refusal',
  'extension',
  'final_answer',
]

/** Letters that give the reasons of what was decided (clause 33: the answer is a reasoned one). */
export const NEEDS_REASONS: readonly LetterKind[] = ['final_answer']

/** A paragraph that only announces reasons is shorter. */
const LEAST_REASON = 40

/** Codes of what keeps a letter from being signed off. Its sentence is `letter.fault.<code>`. */
export const SIGN_FAULTS = [
  'part_empty',
  'place_left',
  'no_appeal',
  'no_reasons',
  'date_differs',
  'number_differs',
  'name_differs',
] as const

/** What keeps a letter from being signed off: where (as `TwinFault`, -5: the text as a whole), in which sheet (null: both). */
export interface SignFault {
  readonly part: number
  readonly code: (typeof SIGN_FAULTS)[number]
  readonly language: Language | null
  /** What differs; of a place that is left, its fact. */
  readonly kk: string
  readonly ru: string
}

/** All that keeps a letter from being signed off; none: it may be. */
export function signFaults(
  { kind, languages }: Pick<Letter, 'kind' | 'languages'>,
  personal: LetterPersonal,
  names: readonly Bilingual[],
  words: BothDateWords,
): SignFault[] {
  const own = languages.flatMap(language => [
    ...emptyParts(personal, language),
    ...placesLeft(personal, language),
    ...(NEEDS_APPEAL.includes(kind) && !namesAppeal(personal, language) ? [fault(-5, 'no_appeal', language)] : []),
    ...(NEEDS_REASONS.includes(kind) && !givesReasons(personal, language) ? [fault(-5, 'no_reasons', language)] : []),
  ])
  const twins = languages.length < 2 ? [] : twinFaults(personal, names, words).filter(isNotTold(own)).map(ofTwin)
  return [...own, ...twins].sort((a, b) => a.part - b.part)
}

/** Names that both sheets must give alike. */
export function namesOf(officials: readonly Official[]): Bilingual[] {
  return officials.map(({ name: { surname, given } }) => ({
    kk: `${surname.kk} ${given.kk}`.trim(),
    ru: `${surname.ru} ${given.ru}`.trim(),
  }))
}

function fault(part: number, code: SignFault['code'], language: Language | null, said = ''): SignFault {
  return { part, code, language, kk: said, ru: said }
}

function emptyParts({ addressee, paragraphs, signer }: LetterPersonal, language: Language): SignFault[] {
  const isEmpty = (text: string | undefined) => (text ?? '').trim() === ''
  return [
    ...(addressee[language].every(isEmpty) ? [fault(-2, 'part_empty', language)] : []),
    ...(paragraphs.every(one => isEmpty(one[language])) ? [fault(0, 'part_empty', language)] : []),
    ...(isEmpty(signer.position[language]) || isEmpty(signer.name[language])
      ? [fault(-3, 'part_empty', language)]
      : []),
  ]
}

function placesLeft({ heading, paragraphs, addressee }: LetterPersonal, language: Language): SignFault[] {
  const parts: readonly (readonly [number, string])[] = [
    [-2, addressee[language].join('\n')],
    [-1, heading[language]],
    ...paragraphs.map((one, at) => [at, one[language]] as const),
  ]
  return parts.flatMap(([part, text]) =>
    [...text.matchAll(/\{\{([^{}|]*)(?:\|[^{}]*)?\}\}/g)].map(([, name = '']) =>
      fault(part, 'place_left', language, name.trim()),
    ),
  )
}

function namesAppeal({ paragraphs }: LetterPersonal, language: Language): boolean {
  const text = paragraphs.map(one => one[language].toLowerCase()).join('\n')
  return APPEAL_WORDS[language].some(word => text.includes(word))
}

function givesReasons({ paragraphs }: LetterPersonal, language: Language): boolean {
  return paragraphs.some(one => {
    const text = one[language].trim().toLowerCase()
    return text.length >= LEAST_REASON && REASON_WORDS[language].some(word => text.includes(word))
  })
}

/** A sheet of which a whole part is missing is not compared there word by word. */
function isNotTold(own: readonly SignFault[]): (twin: TwinFault) => boolean {
  return twin => !(twin.code === 'part_empty' && own.some(one => one.part === twin.part && one.code === 'part_empty'))
}

function ofTwin({ part, code, kk, ru }: TwinFault): SignFault {
  const language = code === 'part_empty' ? (kk.trim() === '' ? 'kk' : 'ru') : null
  return code === 'part_empty' ? fault(part, code, language) : { part, code, language, kk, ru }
}
