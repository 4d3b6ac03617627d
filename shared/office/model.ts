import { z } from 'zod'
import { InstallationId } from '../change/action.ts'
import { Bilingual } from '../official/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'
import { UserRole } from '../user/model.ts'

/** Letter of a desk: one capital of the Kazakh alphabet (a display attribute, not the desk's identity). */
export const DeskLetter = z
  .string()
  .regex(/^[\u0410-\u042F\u04D8\u0492\u049A\u04A2\u04E8\u04B0\u04AE\u04BA\u0406]$/)
  .brand<'DeskLetter'>()
export type DeskLetter = z.infer<typeof DeskLetter>

/** Letters that are read for another one, or for a digit, are not proposed (ZE, short I, O, the signs and YERY). */
const UNCLEAR = new Set([0x0417, 0x0419, 0x041e, 0x042a, 0x042b, 0x042c])

/** The letters of the alphabet no desk has that are read for no other, in its order. */
export function freeLetters(taken: Iterable<DeskLetter>): DeskLetter[] {
  const known = new Set<string>(taken)
  const codes = Array.from({ length: 0x0430 - 0x0410 }, (_, at) => 0x0410 + at).filter(code => !UNCLEAR.has(code))
  return codes.map(code => String.fromCharCode(code)).flatMap(one => (known.has(one) ? [] : [DeskLetter.parse(one)]))
}

/** The first of them; null: all are taken. */
export function freeLetter(taken: Iterable<DeskLetter>): DeskLetter | null {
  return freeLetters(taken)[0] ?? null
}

/** Working hours with the lunch break (clause 4). */
export const WorkingHours = z
  .strictObject({ from: PlainTime, to: PlainTime, lunchFrom: PlainTime, lunchTo: PlainTime })
  .refine(h => h.from < h.lunchFrom && h.lunchFrom < h.lunchTo && h.lunchTo < h.to, 'office.hours_order')
export type WorkingHours = z.infer<typeof WorkingHours>

/** Regulation profiles the product holds. */
export const ProfileId = z.enum(['WKO-2020/2023', 'KZ-2026'])
export type ProfileId = z.infer<typeof ProfileId>

/** The regulation the office works by from a date on. */
export const ProfilePeriod = z.strictObject({ profile: ProfileId, from: PlainDate })
export type ProfilePeriod = z.infer<typeof ProfilePeriod>

/** Minutes within which whoever came is to be called, where the office has set no others. */
export const PROMISE = 90

/** Seconds between two calls of one visitor, and the most calls in a row, where the office has set no others. */
export const RECALL = { recallAfter: 60, recallTimes: 3 }

/** Working days after a quarter by which its report is due, where the office has set no others. */
export const REPORT_DUE_DAY = 10

/**
 * Why the office key was changed: by the office's own plan; who knew the key on paper works here no more; the paper was lost
 * or seen; a copy of the data was lost.
 */
export const KeyReason = z.enum(['planned', 'person_left', 'paper_lost', 'copy_lost'])
export type KeyReason = z.infer<typeof KeyReason>

/** Id of an office key: the first 8 hex digits of its SHA-256. */
export const KeyId = z.string().regex(/^[0-9a-f]{8}$/)

/** The office key was changed: ids of the one before and of the one from now on, never a key. */
export const KeyChanged = z.strictObject({ from: KeyId, to: KeyId, reason: KeyReason })
export type KeyChanged = z.infer<typeof KeyChanged>

/** The office key of this id was handed on: `desk` is whom it was given to, or from whom it was taken. */
export const KeyHanded = z.strictObject({ desk: InstallationId, key: KeyId })
export type KeyHanded = z.infer<typeof KeyHanded>

/** The office of this reception room, as it prints on sheets. */
export const Office = z.strictObject({
  name: Bilingual,
  region: Bilingual,
  room: z.string().trim().min(1).max(40),
  address: Bilingual,
  phone: z.string().max(40),
  /** Electronic address of the office: column 6 of annex 1 of the rules of 2026, and the site. */
  email: z.string().max(120).default(''),
  hours: WorkingHours,
  /** Each in force from its date until the next; the first also for what was before. */
  profiles: z
    .array(ProfilePeriod)
    .min(1)
    .max(20)
    .refine(
      periods => periods.every((one, at) => at === 0 || (periods[at - 1]?.from ?? '') < one.from),
      'office.profiles_order',
    ),
  /** A refusal is approved by another person than the one who proposes it: the office's own rule. */
  secondPerson: z.boolean().default(false),
  /** Index of outgoing letters by the office's nomenclature of files. */
  letterIndex: z.string().trim().min(1).max(20).default('1'),
  /** Minutes within which whoever came is to be called: the office's promise, which orders the line. */
  promise: z.int().min(15).max(480).default(PROMISE),
  /** Seconds after a call before the same visitor may be called again. */
  recallAfter: z.int().min(0).max(1800).default(RECALL.recallAfter),
  /** How often a visitor is called in a row; after the last one who does not come is missed. */
  recallTimes: z.int().min(1).max(20).default(RECALL.recallTimes),
  /** Those who are received out of turn get their times first as well (clause 11; clause 28 leaves it open). */
  timesOutOfTurn: z.boolean().default(false),
  /** By which working day after a quarter its report goes out: the office's own day, the acts set none. Absent: the tenth. */
  reportDueDay: z.int().min(1).max(60).optional(),
})
export type Office = z.infer<typeof Office>

/** A person who works at a desk. */
export const User = z.strictObject({
  id: z.string(),
  name: z.string().trim().min(1).max(120),
  position: Bilingual,
  role: UserRole,
})
export type User = z.infer<typeof User>
