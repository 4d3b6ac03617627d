import { z } from 'zod'
import { ReprintReason, RequestId } from '../application/registration.ts'
import { Action, ActionId, EntityId } from '../change/action.ts'
import { ProtocolNumber } from '../protocol/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { Saved } from './documents.ts'

/** Protocols printed together at most: a mass day. */
export const MOST_PROTOCOLS = 60

/** The calls of protocols: what main numbers and appends together with their instructions. */
export const CONTROL_CHANNELS = {
  /**
   * Notes that the official has signed a protocol on a day, and gives its instructions. The same request twice is one number.
   * A joint protocol is signed as one. Throws `protocol.*`, `instruction.barred`, `instruction.earlier`, `subject.erased`, `change.*`.
   */
  'protocol.sign': {
    args: z.strictObject({
      entity: EntityId,
      basedOn: ActionId,
      request: RequestId,
      on: PlainDate,
      signedBy: z.string().min(1).max(80),
      /** The other protocols of a joint one: signed by the same hand under the same number, in the same flush. */
      together: z
        .array(z.strictObject({ entity: EntityId, basedOn: ActionId }))
        .max(MOST_PROTOCOLS - 1)
        .default([]),
    }),
    result: z.strictObject({ action: Action, number: ProtocolNumber }),
  },
  /**
   * Makes the sheets of protocols, or the slips of their executors, as the journal has them, into one file, those of one batch on one sheet, saved where the person
   * says; signed ones on paper are counted: `actions`. Throws `protocol.needs_reason`, `protocol.no_sheet`, `sheet.*`, `save.*`.
   */
  'protocol.print': {
    args: z.strictObject({
      protocols: z.array(EntityId).min(1).max(MOST_PROTOCOLS),
      what: z.enum(['protocol', 'slips']),
      form: z.enum(['pdf', 'docx']),
      reprint: ReprintReason.nullable(),
    }),
    result: z.strictObject({ saved: Saved, actions: z.array(Action) }),
  },
  /** Chooses a scan of the signed sheet and keeps it sealed with the protocol; null: the dialog was closed. Throws `paper.*`. */
  'protocol.scan': {
    args: z.strictObject({ entity: EntityId, basedOn: ActionId }),
    result: z.strictObject({ action: Action.nullable() }),
  },
} as const
