import { z } from 'zod'
import { Action, ActionId, EntityId } from '../change/action.ts'

const Nothing = z.strictObject({})

/** The calls around a reception: for help in danger, and the numbers of e-Otinish many at once. */
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
  /**
   * Opens the dialog and reads a list of our numbers and those of e-Otinish; nothing is written. Null: closed. Throws `table.*`,
   * `eotinish.no_columns`.
   */
  'eotinish.choose': {
    args: Nothing,
    result: z.strictObject({
      file: z
        .strictObject({
          name: z.string(),
          rows: z.array(z.strictObject({ row: z.int(), number: z.string(), eotinish: z.string() })),
          unread: z.array(z.int()),
        })
        .nullable(),
    }),
  },
  /** Notes numbers of e-Otinish, all in one flush or none. Throws `change.*`, `eotinish.erased`. */
  'eotinish.note': {
    args: z.strictObject({
      notes: z
        .array(z.strictObject({ entity: EntityId, basedOn: ActionId, eotinish: z.string().trim().min(1).max(60) }))
        .min(1)
        .max(5000),
    }),
    result: z.strictObject({ count: z.int(), last: ActionId }),
  },
} as const
