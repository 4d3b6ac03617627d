import { z } from 'zod'
import { Language } from '../application/model.ts'
import { ReprintReason, RequestId } from '../application/registration.ts'
import {
  Basis,
  Executor,
  FinalAnswer,
  Instruction,
  InstructionReport,
  InstructionReturnGround,
  InstructionWords,
  Looked,
  ReassignGround,
  TelephoneReminder,
} from '../instruction/model.ts'
import { Dispatch } from '../letter/model.ts'
import { Protocol, ProtocolAnnulGround, ProtocolNumber, ProtocolPersonal } from '../protocol/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { EntityId } from './action.ts'

/** Protocols of receptions and the control of their instructions (clauses 23, 32, 33; KZ-2026 rules 35, 37). Part of `ACTION_TYPES`. */
export const CONTROL_TYPES = {
  'protocol.drafted': {
    noun: 'protocol',
    version: 1,
    body: z.strictObject({ protocol: Protocol }),
    personal: ProtocolPersonal,
  },
  /** The official has signed. Appended together with `instruction.given` of each of its instructions. */
  'protocol.signed': {
    noun: 'protocol',
    version: 1,
    body: z.strictObject({
      request: RequestId,
      number: ProtocolNumber,
      on: PlainDate,
      signedBy: z.string().min(1).max(80),
    }),
    personal: null,
  },
  'protocol.printed': {
    noun: 'protocol',
    version: 1,
    body: z.strictObject({ language: Language, copies: z.int().min(1).max(99), reprint: ReprintReason.nullable() }),
    personal: null,
  },
  /** A scan of the signed sheet is kept as `papers/<subject>.<paper>`. */
  'protocol.scanned': {
    noun: 'protocol',
    version: 1,
    body: z.strictObject({
      paper: RequestId,
      kind: z.enum(['pdf', 'jpeg', 'png']),
      bytes: z.int().positive(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    personal: null,
  },
  'protocol.sent': { noun: 'protocol', version: 1, body: z.strictObject({ dispatch: Dispatch }), personal: null },
  /** Its instructions stay on control until the one written anew is signed. */
  'protocol.annulled': {
    noun: 'protocol',
    version: 1,
    body: z.strictObject({ ground: ProtocolAnnulGround }),
    personal: null,
  },
  'instruction.given': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ instruction: Instruction }),
    personal: InstructionWords,
  },
  'instruction.extended': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ to: PlainDate, basis: Basis }),
    personal: null,
  },
  'instruction.reassigned': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ executor: Executor, ground: ReassignGround, earlier: Looked }),
    personal: null,
  },
  /** The applicant was told how it stands. It is never the final answer. */
  'instruction.interim': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ on: PlainDate, letter: EntityId.nullable() }),
    personal: InstructionReport,
  },
  /** Whoever executes was reminded by telephone, or it was tried: control goes on (clause 32). */
  'instruction.reminded': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ reminder: TelephoneReminder }),
    personal: null,
  },
  'instruction.executed': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ on: PlainDate }),
    personal: InstructionReport,
  },
  'instruction.answered': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ answer: FinalAnswer }),
    personal: null,
  },
  'instruction.returned': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ ground: InstructionReturnGround }),
    personal: null,
  },
  /** Off control (clause 33). */
  'instruction.closed': { noun: 'instruction', version: 1, body: z.strictObject({}), personal: null },
  /** Appended together with `protocol.signed` of the protocol written in place of its own. */
  'instruction.replaced': {
    noun: 'instruction',
    version: 1,
    body: z.strictObject({ by: EntityId }),
    personal: null,
  },
} as const
