import type kk from '#locales/kk.json'

/** Every key of the words: the compiler takes them from the Kazakh file, so that the union is never stale. */
export type LocaleKey = keyof typeof kk
