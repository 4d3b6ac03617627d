import { z } from 'zod'
import { Language } from '../application/model.ts'
import { KeyReason, User } from '../office/model.ts'
import { UserRole } from '../user/model.ts'

const Nothing = z.strictObject({})
/** The key of a person's entity. */
const UserId = z.string().regex(/^[0-9A-Za-z_-]{1,80}$/)

/** The longest a password may be: a sentence. */
const LONGEST = 200

/** A password as typed where it is asked for. */
const Typed = z.string().min(1).max(LONGEST)

/** A new password: at least ten letters, any of them. Length is what counts; no rule of kinds of letters. */
export const NewPassword = z.string().min(10).max(LONGEST)

/** Six digits of an authenticator, as typed. */
const TypedCode = z.string().min(6).max(12)

/** Who enters by another office key only once somebody else has opened the desk: their envelope is of an earlier program. */
export const LatePeople = z.array(User.pick({ id: true, name: true, position: true }))
export type LatePeople = z.infer<typeof LatePeople>

/** The paper key as typed. */
const TypedPaper = z.string().min(1).max(120)

const Facts = { name: User.shape.name, position: User.shape.position, role: UserRole }

/** Whether the desk is entered by passwords; who may, where nobody has entered yet. Part of `StartState`. */
export const WHO_MAY = {
  guarded: z.boolean(),
  /** `pin`: whether a PIN unlocks for this person now. */
  people: z.array(z.strictObject({ ...User.pick({ id: true, name: true, position: true }).shape, pin: z.boolean() })),
}

/** Somebody of the desk, as the administrator sees them. `enters`: whether there is a password. */
export const DeskPerson = z.strictObject({
  user: User,
  suspended: z.boolean(),
  enters: z.boolean(),
  /** Milliseconds this person still waits after wrong passwords. */
  waits: z.int().nonnegative(),
  /** Whether a code is asked of them for what an administrator does. */
  second: z.boolean(),
})
export type DeskPerson = z.infer<typeof DeskPerson>

/** Who may enter, and by what. Part of `CHANNELS`; whatever changes who stands at the desk, the page begins anew after. */
export const ACCESS_CHANNELS = {
  /** Throws `access.wrong` (left), `access.wait` (seconds). */
  'access.enter': { args: z.strictObject({ user: UserId, password: Typed }), result: Nothing },
  /** Opens the desk by the paper key and gives one of its administrators a new password. Throws `access.wrong_paper`, `access.wait`. */
  'access.byPaper': {
    args: z.strictObject({ user: UserId, paper: TypedPaper, password: NewPassword }),
    result: Nothing,
  },
  /** Unlocks by the PIN of this run. Throws `access.wrong_pin`, `access.pin_over`, `access.wait`. */
  'access.byPin': { args: z.strictObject({ user: UserId, pin: z.string().regex(/^\d{6}$/) }), result: Nothing },
  /** One's PIN until the program ends, by the password; null: none any more. Throws as `access.enter`. */
  'access.givePin': {
    args: z.strictObject({
      password: Typed,
      pin: z
        .string()
        .regex(/^\d{6}$/)
        .nullable(),
    }),
    result: Nothing,
  },
  /** Locks the desk: whoever comes next enters by a password. What is typed is kept. */
  'access.leave': { args: Nothing, result: Nothing },
  /** Somebody is at the keys: the desk does not lock itself yet. */
  'access.alive': { args: Nothing, result: Nothing },
  /**
   * The password once more, for what asks for it (`access.confirm`), and with it a code of the second factor
   * (`access.confirm_code`). Throws as `access.enter`, `access.wrong_code`.
   */
  'access.confirm': { args: z.strictObject({ password: Typed, code: TypedCode.optional() }), result: Nothing },
  /** One's own password. Throws as `access.enter`. */
  'access.password': { args: z.strictObject({ password: Typed, next: NewPassword }), result: Nothing },
  'access.people': {
    args: Nothing,
    result: z.strictObject({ people: z.array(DeskPerson), guarded: z.boolean(), paper: z.boolean() }),
  },
  /** Draws a secret for one's own second factor and tells it once, to be typed into an authenticator. */
  'access.drawFactor': { args: Nothing, result: z.strictObject({ text: z.string() }) },
  /** From now on a code is asked of the person here too. Throws as `access.enter`, `access.wrong_code`. */
  'access.saveFactor': { args: z.strictObject({ password: Typed, code: TypedCode }), result: Nothing },
  /** For somebody who lost their telephone. The paper key does it too (`access.byPaper`). */
  'access.dropFactor': { args: z.strictObject({ user: UserId }), result: Nothing },
  /** Draws a new paper key and tells it once: it is written down only after it was typed back (`access.savePaper`). */
  'access.drawPaper': { args: Nothing, result: z.strictObject({ text: z.string() }) },
  /** Prints the key just drawn, on a printer alone: no file of it is made. False: it was not taken. Throws `sheet.*`, `access.no_paper`. */
  'access.printPaper': {
    args: z.strictObject({ printer: z.string().min(1).max(400), language: Language }),
    result: z.strictObject({ printed: z.boolean() }),
  },
  /** Throws `access.wrong_paper` where what is typed is not the key just drawn. */
  'access.savePaper': { args: z.strictObject({ paper: TypedPaper }), result: Nothing },
  /**
   * Draws another office key with its paper key, told once as `access.drawPaper` tells it; nothing is changed yet. `late`: who
   * enters by it only once somebody else has opened the desk.
   */
  'access.drawKey': {
    args: Nothing,
    result: z.strictObject({
      text: z.string(),
      late: LatePeople,
    }),
  },
  /**
   * Puts the office key just drawn in force: what is sealed from now on opens by it alone, what was sealed before stays as it
   * is. `copied`: whether a copy of the data was made. Throws `access.wrong_paper` where what is typed is not its paper, `file.*`.
   */
  'access.changeKey': {
    args: z.strictObject({ paper: TypedPaper, reason: KeyReason }),
    result: z.strictObject({ copied: z.boolean() }),
  },
  /** From now on the desk is entered by passwords: the first is that of the person here, who is its administrator. */
  'access.protect': { args: z.strictObject({ password: NewPassword }), result: Nothing },
  'access.add': { args: z.strictObject({ ...Facts, password: NewPassword }), result: z.strictObject({ user: UserId }) },
  'access.change': { args: z.strictObject({ user: UserId, ...Facts }), result: Nothing },
  /** A new password for somebody who forgot theirs; their waits are forgiven. Who was suspended enters again. */
  'access.reset': { args: z.strictObject({ user: UserId, password: NewPassword }), result: Nothing },
  'access.suspend': { args: z.strictObject({ user: UserId }), result: Nothing },
} as const
