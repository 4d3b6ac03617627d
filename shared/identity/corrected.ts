/** What of a machine-readable zone a finding is about. */
export type MrzField =
  | 'kind'
  | 'issuer'
  | 'number'
  | 'nationality'
  | 'birth'
  | 'sex'
  | 'valid_to'
  | 'iin'
  | 'names'
  | 'whole'

/** A sign that was read as another it looks like, and was put right because only the other may stand there. */
export interface Correction {
  readonly field: MrzField
  readonly from: string
  readonly to: string
}

const AS_DIGIT: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', Z: '2', S: '5', G: '6', B: '8' }
const AS_LETTER: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' }

/** A reading of signs: as put right, and what was put right. */
export interface Reading {
  readonly text: string
  readonly corrected: readonly Correction[]
}

/**
 * Signs where only digits (`d`) or only letters (`l`) may stand, put right by what they look like. `shape` has a letter for
 * each sign. What looks like nothing that may stand there stays: the check digit or the shape refuses it.
 */
export function putRight(field: MrzField, signs: string, shape: string): Reading {
  const corrected: Correction[] = []
  const text = [...signs].map((from, place) => {
    const to = (shape[place] === 'd' ? AS_DIGIT : AS_LETTER)[from] ?? from
    if (to !== from) corrected.push({ field, from, to })
    return to
  })
  return { text: text.join(''), corrected }
}

/** Signs where only digits may stand. */
export function asDigits(field: MrzField, signs: string): Reading {
  return /[A-Z]/.test(signs) ? putRight(field, signs, 'd'.repeat(signs.length)) : { text: signs, corrected: [] }
}

/** Signs where only letters may stand. */
export function asLetters(field: MrzField, signs: string): Reading {
  return /\d/.test(signs) ? putRight(field, signs, 'l'.repeat(signs.length)) : { text: signs, corrected: [] }
}
