import type { LetterStatus } from '#shared/letter/transitions.ts'
import type { Tone } from '../../components/Badge.tsx'

/** How loud a state of a letter is. */
export const STATUS_TONES = {
  drafted: 'plain',
  signed: 'amber',
  sent: 'green',
  annulled: 'red',
} as const satisfies Record<Exclude<LetterStatus, 'absent'>, Tone>
