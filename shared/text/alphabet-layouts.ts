/** Keys of the Latin (US) layout, row by row: as they are, and with Shift. */
const LATIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
const LATIN_SHIFTED = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
/** What the same keys type in the Russian layout. */
const RUSSIAN = 'ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.'
const RUSSIAN_SHIFTED = 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
/** And in the Kazakh one, whose letters take the place of the digits. */
const KAZAKH = '("әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№'
const KAZAKH_SHIFTED = ')!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?'

function keysOf(typed: string, shifted: string): ReadonlyMap<string, string> {
  const keys = [...(LATIN + LATIN_SHIFTED)]
  return new Map([...(typed + shifted)].map((sign, place) => [sign, keys[place] ?? sign]))
}

/** Sign of the Russian layout -> what the same key types in the Latin one. */
export const RUSSIAN_TO_LATIN_KEY: ReadonlyMap<string, string> = keysOf(RUSSIAN, RUSSIAN_SHIFTED)

/** Sign of the Kazakh layout -> what the same key types in the Latin one. */
export const KAZAKH_TO_LATIN_KEY: ReadonlyMap<string, string> = keysOf(KAZAKH, KAZAKH_SHIFTED)

/** Signs that stand where the Latin layout has its digits; only the Kazakh layout has letters there. */
export const KAZAKH_DIGIT_LETTERS: ReadonlySet<string> = new Set('әіңғүұқөһӘІҢҒҮҰҚӨҺ')

/** Every sign the ten digit keys type in the Kazakh layout. */
export const KAZAKH_DIGITS: ReadonlySet<string> = new Set('"әіңғ,.үұқ')
