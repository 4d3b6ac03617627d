import type { Language } from '../application/model.ts'

/** How a text names the way to appeal, by the beginnings of words in lower case. */
export const APPEAL_WORDS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['шағым'],
  ru: ['жалоб', 'обжал'],
}
