import { joined } from '#shared/text/isolated.ts'
/** Surname, given name and patronymic as they were written; never inflected. */
export function applicantName(person: { surname: string; given: string; patronymic: string }): string {
  return joined([person.surname, person.given, person.patronymic], ' ')
}
