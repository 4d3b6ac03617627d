/**
 * Sounds of folded Cyrillic letters in coarse Latin. Letters that the ways of writing Kazakh and Russian names in Latin
 * do not tell apart have one sound; `C` is ch, `S` sh. The signs have none.
 */
export const CYRILLIC_SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'j',
    з: 'z',
    и: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'C',
    ш: 'S',
    щ: 'S',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
  }),
)

/**
 * The same sounds of Latin letters, the longest first: the passport's way, the older ones, and the Kazakh Latin alphabets
 * of 2018 and 2021.
 */
export const LATIN_SOUNDS: readonly (readonly [string, string])[] = [
  ['shch', 'S'],
  ['dzh', 'j'],
  ['sch', 'S'],
  ['tch', 'C'],
  ['zh', 'j'],
  ['dj', 'j'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['sh', 'S'],
  ['ch', 'C'],
  ['ts', 'c'],
  ['yu', 'iu'],
  ['ya', 'ia'],
  ['ye', 'e'],
  ['yo', 'e'],
  ['\u015f', 'S'],
  ['\u00e7', 'C'],
  ['\u0131', 'i'],
  ['\u0259', 'a'],
  ['\u014b', 'n'],
  ['q', 'k'],
  ['w', 'v'],
  ['x', 'ks'],
  ['y', 'i'],
]
