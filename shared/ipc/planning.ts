import { z } from 'zod'
import { RequestId } from '../application/registration.ts'
import { ActionId, EntityId, Intent } from '../change/action.ts'

/** The calls by which receptions are planned. Each is looked at once more as things will stand after all of its acts. */
export const PLAN_CHANNELS = {
  /**
   * Does acts of planning, all in one flush or none; the same request twice is done once and answered alike. `last`: the
   * action after which lists show all of it. Throws `plan.*`, `schedule.*`, `application.slot_taken`, `change.*`.
   */
  'plan.apply': {
    args: z.strictObject({ request: RequestId, acts: z.array(Intent).min(1).max(2000) }),
    result: z.strictObject({ count: z.int(), last: ActionId }),
  },
  /**
   * Takes an absence or a restriction back with what it moved: `restored` stand as before it; `kept` were changed by a person
   * since, or cannot be put back, and stay. Throws `plan.letters_out` (count) where a letter about a moved time is signed.
   */
  'plan.undo': {
    args: z.strictObject({ entity: EntityId }),
    result: z.strictObject({ restored: z.array(EntityId), kept: z.array(EntityId), last: ActionId }),
  },
} as const
