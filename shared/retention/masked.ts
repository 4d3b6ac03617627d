import { maskIin } from '../applicant/mask.ts'

interface Named {
  readonly surname: string
  readonly given: string
  readonly organisation: string
  readonly iin: string
}

/** A person for a list of what is due: first letters, and the masked IIN. The letters are of whatever alphabet they are. */
export function maskedPerson({ surname, given, organisation, iin }: Named): string {
  const name = surname === '' && given === '' ? organisation : `${surname} ${given}`
  const initials = name.split(/\s+/).flatMap(word => [...word].slice(0, 1))
  const letters = initials.slice(0, 2).map(letter => `${letter.toUpperCase()}.`)
  return [letters.join(' '), maskIin(iin)].filter(part => part !== '').join(' ')
}
