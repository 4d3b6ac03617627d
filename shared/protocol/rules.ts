import type { ReceptionResult } from '../application/model.ts'
import type { WorkCalendar } from '../calendar/model.ts'
import { type InstructionFault, instructionFaults } from '../instruction/rules.ts'
import { profileOf } from '../regulation/profile.ts'
import { type ExplainedTerm, findTerm } from '../regulation/terms.ts'
import type { Protocol, ProtocolPersonal } from './model.ts'
import type { ProtocolState } from './transitions.ts'

/** Codes of what is wrong with a protocol as a whole; the sentence of each is `protocol.fault.<code>`. */
export const PROTOCOL_FAULTS = [
  'essence_empty',
  'decision_empty',
  'official_missing',
  'end_missing',
  'no_instruction',
  'no_recording',
] as const

/** What is wrong with a protocol: a `stop` keeps it from being signed. `key`: of which instruction, null: of the whole. */
export interface ProtocolFault {
  readonly level: 'stop' | 'warning'
  readonly code: (typeof PROTOCOL_FAULTS)[number] | InstructionFault['code']
  readonly key: string | null
  readonly said: string
}

/**
 * Looks at a protocol before it is signed (clause 23; KZ-2026 rules 21, 35 and annex 2). `result`: how the reception of its
 * application ended, null: not ended; one that ended with an instruction names it with its date.
 */
export function protocolFaults(
  protocol: Protocol,
  personal: ProtocolPersonal,
  { result, calendar }: { readonly result: ReceptionResult | null; readonly calendar: WorkCalendar },
): ProtocolFault[] {
  const { officialId, to, instructions, media, profile, on } = protocol
  const whole = (is: boolean, code: (typeof PROTOCOL_FAULTS)[number], level: ProtocolFault['level'] = 'stop') =>
    is ? [{ level, code, key: null, said: '' }] : []
  return [
    ...whole(personal.essence === '', 'essence_empty'),
    ...whole(personal.decision === '', 'decision_empty'),
    ...whole(officialId === null, 'official_missing'),
    ...whole(to === null, 'end_missing'),
    ...whole(result === 'instruction' && instructions.length === 0, 'no_instruction'),
    ...whole(profileOf(profile).recording !== null && media === null, 'no_recording', 'warning'),
    ...instructions.flatMap(one =>
      instructionFaults(one, actionOf(personal, one.key), on, calendar).map(fault => ({ ...fault, key: one.key })),
    ),
  ]
}

/** What is to be done by an instruction of a protocol; empty where nothing was written. */
export function actionOf({ actions }: ProtocolPersonal, key: string): string {
  return actions.find(one => one.key === key)?.text ?? ''
}

/** By when a signed protocol has to be sent to the applicant (KZ-2026 rule 37); null where the act sets no such term. */
export function protocolTerm({ protocol, signed }: ProtocolState, calendar: WorkCalendar): ExplainedTerm | null {
  if (protocol === null || signed === null) return null
  return findTerm('protocol_sent', protocol.profile, signed.on, calendar)
}
