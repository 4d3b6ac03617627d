/** Keys of the Latin keyboard and the letters on them in the Russian layout and, on the upper row, in the Kazakh one. */
const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`234589-=0"
const LETTERS = 'йцукенгшщзхъфывапролджэячсмитьбюёәіңғүұөһқ'
/** The same with the shift key held, where it is another sign and not a capital. */
const SHIFTED_KEYS = '{}:"<>~@#$%*(_+)'
const SHIFTED_LETTERS = 'хъжэбюёәіңғүұөһқ'

/** The letter a person meant who typed this key while the Latin layout was on. */
export const LETTER_OF_KEY: ReadonlyMap<string, string> = new Map(
  [...(KEYS + SHIFTED_KEYS)].map((key, place) => [key, [...(LETTERS + SHIFTED_LETTERS)][place] ?? key]),
)
