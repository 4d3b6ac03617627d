/** The letter a letter turns into at the press of one key, for typing Kazakh on a Russian layout; the last turns back. */
const RINGS: readonly (readonly string[])[] = [
  ['а', 'ә'],
  ['г', 'ғ'],
  ['и', 'і'],
  ['к', 'қ'],
  ['н', 'ң'],
  ['о', 'ө'],
  ['у', 'ұ', 'ү'],
  ['х', 'һ'],
]

/** A letter, small or capital -> the next of its ring, in the same case. Letters without a Kazakh sibling are not in it. */
export const NEXT_LETTER: ReadonlyMap<string, string> = new Map(
  RINGS.flatMap(ring =>
    ring.flatMap((letter, index): [string, string][] => {
      const next = ring[(index + 1) % ring.length] ?? letter
      return [
        [letter, next],
        [letter.toUpperCase(), next.toUpperCase()],
      ]
    }),
  ),
)

/** The nine letters Kazakh has beside the Russian ones, in the order of the alphabet. */
export const KAZAKH_LETTERS: readonly string[] = ['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і']
