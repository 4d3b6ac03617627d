import type { RegistrationNumber } from './registration.ts'

/** A registration number as it is printed and said: letter, year, six digits, and the suffix of an unclaimed letter. */
export function numberText({ letter, year, serial, suffix }: RegistrationNumber): string {
  const text = `${letter}-${year}-${String(serial).padStart(6, '0')}`
  return suffix === null ? text : `${text}/${suffix}`
}

/** Two digits by which a desk is told apart while its letter is not claimed: of its installation id, stable for ever. */
export function suffixOf(installation: string): number {
  let sum = 0
  for (const letter of installation) sum = (sum * 36 + Number.parseInt(letter, 36)) % 90
  return 10 + sum
}

/** Key of the application with this number: the number cannot be given twice, since an entity is begun only once. */
export function registrationKey(installation: string, year: number, serial: number): string {
  return `${installation}-${year}-${String(serial).padStart(6, '0')}`
}

/** Year and serial in the key of an application of this desk, or null for another's or an imported one. */
export function serialOfKey(installation: string, key: string): { year: number; serial: number } | null {
  const match = /^([0-9a-z]{16})-(\d{4})-(\d{6})$/.exec(key)
  return match?.[1] === installation ? { year: Number(match[2]), serial: Number(match[3]) } : null
}
