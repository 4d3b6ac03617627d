import type { ProtocolStatus } from '#shared/protocol/transitions.ts'
import type { Tone } from '../../components/Badge.tsx'

/** How loud a state of a protocol is. */
export const PROTOCOL_TONES = {
  drafted: 'plain',
  signed: 'amber',
  sent: 'green',
  annulled: 'red',
} as const satisfies Record<Exclude<ProtocolStatus, 'absent'>, Tone>
