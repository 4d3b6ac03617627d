import type { LetterState } from '../letter/transitions.ts'
import { type Contribution, happened } from './contribution.ts'

/** What a letter adds: that it was signed off, and that it went out. An annulled one adds nothing. */
export function contributionsOfLetter({ status, letter, signed, sent }: LetterState): Contribution[] {
  if (letter === null || status === 'annulled') return []
  const { kind } = letter
  return [
    ...(signed === null ? [] : happened('letter_signed', signed.on, { kind })),
    ...(sent === null ? [] : happened('letter_sent', sent.on, { kind, channel: sent.channel })),
  ]
}
