import type { Language } from '#shared/application/model.ts'
import type { Official } from '#shared/official/model.ts'
import { joined } from '#shared/text/isolated.ts'

/** Surname, given name and patronymic as one line; where one language lacks a part, the other's stands in. */
export function officialName({ name }: Pick<Official, 'name'>, language: Language): string {
  const other = language === 'kk' ? 'ru' : 'kk'
  return joined(
    [name.surname, name.given, name.patronymic].map(part => part[language] || part[other]),
    ' ',
  )
}
