import type { Result } from '#shared/result/result.ts'
import { correctedKey } from '../register/corrected-key.ts'
import { decodeDraft } from '../register/register-draft.ts'

/** What main answered for the name of a draft. */
export interface Answered {
  readonly name: string
  readonly answer: Result<{ readonly value: string | null }>
}

/** What was begun at a desk and left. */
export interface Begun {
  readonly registrations: number
  /** Keys of the applications whose correction was begun. */
  readonly corrections: readonly string[]
  /** How many could not be read and were set aside. */
  readonly unreadable: number
}

const REGISTRATION = /^register(\.|$)/
const CORRECTION = /^correct\.(.+)$/

/** Whether under this name a registration or its correction is kept. */
export function isOfRegister(name: string): boolean {
  return REGISTRATION.test(name) || CORRECTION.test(name)
}

/** What of the kept drafts was begun. What holds nothing a person typed is no beginning. */
export function begunOf(all: readonly Answered[], newRequest: () => string): Begun {
  const isBegun = ({ answer }: Answered) => answer.ok && decodeDraft(answer.value.value, newRequest()) !== null
  return {
    registrations: all.filter(one => REGISTRATION.test(one.name) && isBegun(one)).length,
    corrections: all.filter(isBegun).flatMap(({ name }) => correctedKey(CORRECTION.exec(name)?.[1]) ?? []),
    unreadable: all.filter(({ answer }) => !answer.ok && answer.error.code === 'draft.unreadable').length,
  }
}
