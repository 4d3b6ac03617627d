import type { ProtocolState } from '../protocol/transitions.ts'
import { type Contribution, happened } from './contribution.ts'

/** What a protocol adds on the day it was signed. An annulled one adds nothing. */
export function contributionsOfProtocol({ status, signed }: ProtocolState): Contribution[] {
  if (status === 'annulled' || signed === null) return []
  return happened('protocol_signed', signed.on, { official: signed.officialId })
}
