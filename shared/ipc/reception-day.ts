import { z } from 'zod'
import { Registration, RegistrationPersonal, RequestId } from '../application/registration.ts'
import { Action, ActionId, EntityId } from '../change/action.ts'
import { LeftOpen } from '../day/model.ts'
import { FilledTalon, HeldOnPaper } from '../pack/entry.ts'
import { FIRST_ON_PAPER, LAST_ON_PAPER, Pack } from '../pack/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { AdmissionPersonal, CheckInPersonal, IdentityCheck, IdentityCheckPersonal } from '../visit/model.ts'

/** The check of one person's document as the register sheet has it. */
const CheckOnPaper = z.strictObject({ check: IdentityCheck, personal: IdentityCheckPersonal })

/** The calls of a reception day that came without a desk, and of its end. */
export const RECEPTION_DAY_CHANNELS = {
  /** Gives the serials of the next emergency pack. The same request twice is one pack. */
  'pack.print': {
    args: z.strictObject({
      request: RequestId,
      size: z
        .int()
        .min(1)
        .max(LAST_ON_PAPER - FIRST_ON_PAPER + 1),
    }),
    result: z.strictObject({ pack: Pack, action: Action }),
  },
  /**
   * Enters a talon of the pack afterwards: registers the application where it is new, checks the visitor in as they came, the
   * documents as they were looked at, the lead's written admission, and the reception that was held. The same request goes on where the one before was cut
   * short, and is answered alike. Throws `paper.*` before anything is recorded, and what registering and checking in throw.
   */
  'paper.enter': {
    args: z.strictObject({
      request: RequestId,
      talon: FilledTalon,
      who: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('application'), application: EntityId }),
        z.strictObject({ kind: z.literal('new'), registration: Registration, personal: RegistrationPersonal }),
      ]),
      officialId: z.string().max(80).nullable(),
      outOfTurn: z.boolean(),
      note: CheckInPersonal.shape.note.optional(),
      /** Of each of those who came of whom one is written; a person once. */
      checks: z.array(CheckOnPaper).max(50),
      /** Why the lead let in whoever did not pass: the lead's alone to enter. Null: nothing of it is written. */
      admitted: AdmissionPersonal.shape.reason.nullable(),
      held: HeldOnPaper.nullable(),
      draft: z
        .string()
        .regex(/^[a-z0-9.-]{1,60}$/)
        .nullable(),
    }),
    /** `last`: the action after which lists show all of it. */
    result: z.strictObject({ visit: EntityId, last: ActionId }),
  },
  /** Enters of a visitor who is entered already what was held on paper. Throws `paper.*`, `change.*`. */
  'paper.serve': {
    args: z.strictObject({ entity: EntityId, basedOn: ActionId, held: HeldOnPaper }),
    result: z.strictObject({ action: Action }),
  },
  /**
   * Closes a desk's day with all that stands open. Main finds it in the journal; `seen` is what the person has seen, and
   * another list is refused: `day.open_differs` (count).
   */
  'day.close': {
    args: z.strictObject({ day: PlainDate, seen: z.array(LeftOpen).max(5000) }),
    result: z.strictObject({ action: Action }),
  },
} as const
