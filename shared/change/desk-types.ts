import { z } from 'zod'
import { DeskLettered, DeskRestored, DeskRetired } from '../desk/model.ts'
import { DeskLetter } from '../office/model.ts'
import { InstallationId } from './action.ts'

/** A desk of the office: how it began, its letter, and its end. Part of `ACTION_TYPES`. */
export const DESK_TYPES = {
  'desk.opened': {
    noun: 'desk',
    version: 1,
    /** `replaces`: the desk whose data were put back on another computer and went on as this one. */
    body: z.strictObject({
      letter: DeskLetter,
      provisional: z.boolean(),
      publicKey: z.string(),
      replaces: InstallationId.optional(),
    }),
    personal: null,
  },
  /** It prints another letter from now on; what bears the one before stays as it is. */
  'desk.lettered': { noun: 'desk', version: 1, body: DeskLettered, personal: null },
  'desk.restored': { noun: 'desk', version: 1, body: DeskRestored, personal: null },
  /** Nobody works at it any more, and its letter is never given again. */
  'desk.retired': { noun: 'desk', version: 1, body: DeskRetired, personal: null },
} as const
