import { z } from 'zod'
import { RequestId } from '../application/registration.ts'
import { Action, ActionId, EntityId } from '../change/action.ts'
import { ProtocolNumber } from '../protocol/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/** The calls of protocols: what main numbers and appends together with their instructions. */
export const CONTROL_CHANNELS = {
  /**
   * Notes that the official has signed a protocol on a day, and gives its instructions. The same request twice is one number.
   * Throws `protocol.*`, `instruction.barred`, `instruction.earlier`, `subject.erased`, `change.*`.
   */
  'protocol.sign': {
    args: z.strictObject({
      entity: EntityId,
      basedOn: ActionId,
      request: RequestId,
      on: PlainDate,
      signedBy: z.string().min(1).max(80),
    }),
    result: z.strictObject({ action: Action, number: ProtocolNumber }),
  },
} as const
