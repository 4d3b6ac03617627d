import { hintsOfIin, type IinFault, whyNotIin } from '../applicant/iin.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** What a document says of its holder. */
export interface Holder {
  readonly iin: string | null
  readonly birth: PlainDate | null
  readonly sex: 'male' | 'female' | null
}

/** What does not agree; `identity.about.<code>` says it. A wrong length or check digit stops, all else warns. */
export type IinFinding =
  | { readonly code: IinFault; readonly level: 'stop' }
  | { readonly code: 'iin_differs' | 'iin_birth_differs' | 'iin_sex_differs'; readonly level: 'warn' }

/**
 * How the IIN of a document agrees with what else the document says and with the IIN that was registered (empty: none).
 * Birth and sex only warn: since 26.08.2013 the number is not legally tied to either. Another person's number only warns
 * too: whether the document matches is the clerk's to say (clause 9).
 */
export function compareHolder({ iin, birth, sex }: Holder, registered: string): IinFinding[] {
  if (iin === null) return []
  const fault = whyNotIin(iin)
  if (fault !== null) return [{ code: fault, level: 'stop' }]
  const hints = hintsOfIin(iin)
  const found: IinFinding[] = []
  if (registered !== '' && registered !== iin) found.push({ code: 'iin_differs', level: 'warn' })
  if (birth !== null && hints.birth !== null && birth !== hints.birth) {
    found.push({ code: 'iin_birth_differs', level: 'warn' })
  }
  if (sex !== null && hints.sex !== null && sex !== hints.sex) found.push({ code: 'iin_sex_differs', level: 'warn' })
  return found
}
