/**
 * Capital Latin letters that look like a Cyrillic one. `H` is the twin of Cyrillic en, lower-case `h` of Kazakh shha.
 * Source: Unicode confusables, cut down to what stands on one keyboard.
 */
export const LATIN_TO_CYRILLIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    A: 'А',
    B: 'В',
    C: 'С',
    E: 'Е',
    H: 'Н',
    I: 'І',
    K: 'К',
    M: 'М',
    O: 'О',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
    a: 'а',
    c: 'с',
    e: 'е',
    h: 'һ',
    i: 'і',
    k: 'к',
    o: 'о',
    p: 'р',
    x: 'х',
    y: 'у',
  }),
)

/** Cyrillic letters that look like a Latin one: the inverse of `LATIN_TO_CYRILLIC`. */
export const CYRILLIC_TO_LATIN: ReadonlyMap<string, string> = new Map(
  [...LATIN_TO_CYRILLIC].map(([latin, cyrillic]) => [cyrillic, latin]),
)

/** Latin letters outside the keyboard that stand for a Kazakh letter and never for themselves in an office file. */
export const KAZAKH_LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({ Ə: 'Ә', ə: 'ә', Ɵ: 'Ө', ɵ: 'ө' }),
)

/**
 * Folding of lower-case letters for search: Kazakh letters to what is typed without a Kazakh keyboard, Latin look-alikes
 * to Cyrillic. Marks are taken off before, so й and ё need no entry.
 */
export const FOLDED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ә: 'а',
    ғ: 'г',
    қ: 'к',
    ң: 'н',
    ө: 'о',
    ұ: 'у',
    ү: 'у',
    һ: 'х',
    і: 'и',
    a: 'а',
    b: 'в',
    c: 'с',
    e: 'е',
    h: 'х',
    i: 'и',
    k: 'к',
    m: 'м',
    o: 'о',
    p: 'р',
    t: 'т',
    x: 'х',
    y: 'у',
    ə: 'а',
    ɵ: 'о',
  }),
)
