import type { Language } from '../application/model.ts'
import type { Directories } from '../directory/model.ts'
import type { Bilingual, Official } from '../official/model.ts'
import type { Fact } from './fill.ts'

/** The position and the full name of an official, as a paper names them. */
export function officialInFull({ position, name }: Official): Bilingual {
  const full = (language: Language) =>
    [position, name.surname, name.given, name.patronymic]
      .map(part => part[language])
      .filter(part => part !== '')
      .join(' ')
  return { kk: full('kk'), ru: full('ru') }
}

/** What a body is called. */
export function bodyName({ body: entries }: Pick<Directories, 'body'>, code: string): Fact {
  const entry = entries.find(one => one.code === code)
  return {
    kind: 'both',
    texts: { kk: entry?.kk ?? '', ru: entry?.ru ?? '' },
  }
}

/** A text that stands in the middle of a sentence. */
export function unended(text: string): string {
  return text.trim().replace(/(?<![.;])[.;]+$/, '')
}
