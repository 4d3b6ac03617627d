import { z } from 'zod'
import { Action, EntityId } from '../change/action.ts'

/** The calls around a reception: for help in danger. */
export const AROUND_CHANNELS = {
  /**
   * Calls for help from a room, on the day and the desk of whoever presses: main knows on what it is based, so that nothing
   * keeps it from being heard. Throws `journal.*` alone.
   */
  'help.call': {
    args: z.strictObject({ room: z.string().trim().max(40) }),
    result: z.strictObject({ action: Action }),
  },
  /** Help came. Of a call that was over before it answers null. */
  'help.end': {
    args: z.strictObject({ day: EntityId }),
    result: z.strictObject({ action: Action.nullable() }),
  },
} as const
