import { z } from 'zod'
import { RequestId } from '../application/registration.ts'
import { LeftOpen } from '../day/model.ts'
import { Pack } from '../pack/model.ts'

/** The day of a desk, and the talons for hours without one. Part of `ACTION_TYPES`. */
export const DAY_TYPES = {
  /** The desk's day is over: what stood open then. It may be closed again, later. */
  'day.closed': {
    noun: 'day',
    version: 1,
    body: z.strictObject({ open: z.array(LeftOpen).max(5000) }),
    personal: null,
  },
  /** Somebody at the desk or in a room is in danger. */
  'day.help_called': {
    noun: 'day',
    version: 1,
    body: z.strictObject({ room: z.string().trim().max(40) }),
    personal: null,
  },
  'day.help_ended': { noun: 'day', version: 1, body: z.strictObject({}), personal: null },
  /** Blank talons and register sheets were printed for hours without a desk, numbered on after the last. */
  'pack.printed': {
    noun: 'pack',
    version: 1,
    body: z.strictObject({ request: RequestId, pack: Pack }),
    personal: null,
  },
} as const
