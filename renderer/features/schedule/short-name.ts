import type { Language } from '#shared/application/model.ts'
import type { Official } from '#shared/official/model.ts'
import { joined } from '#shared/text/isolated.ts'

/** Surname and initials, for narrow places; where one language lacks a part, the other's stands in. */
export function shortName({ name }: Pick<Official, 'name'>, language: Language): string {
  const other = language === 'kk' ? 'ru' : 'kk'
  const part = (one: keyof Official['name']) => name[one][language] || name[one][other]
  const initial = (text: string) => (text === '' ? '' : `${[...text][0]}.`)
  return joined([part('surname'), `${initial(part('given'))}${initial(part('patronymic'))}`], ' ')
}
