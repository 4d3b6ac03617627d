import type { Language } from '../application/model.ts'

/** How a text names the way to appeal, by the beginnings of words in lower case. */
export const APPEAL_WORDS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['шағым'],
  ru: ['жалоб', 'обжал'],
}

/** How a text says on what a decision rests, by the beginnings of words in lower case. */
export const REASON_WORDS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['негіздеме', 'себебі', 'себептері', 'өйткені', 'дәлелдері'],
  ru: ['мотивы', 'основани', 'причин', 'поскольку', 'так как'],
}
