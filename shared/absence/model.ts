import { z } from 'zod'
import { PlainDate } from '../time/plain-date.ts'

/** Who or what drops out: an official, a room or a video link, by the name it has in schedules. */
export const Missing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('official'), id: z.string().max(80) }),
  z.strictObject({ kind: z.literal('room'), room: z.string().trim().min(1).max(40) }),
  z.strictObject({ kind: z.literal('link'), link: z.string().trim().min(1).max(60) }),
])
export type Missing = z.infer<typeof Missing>

/** Why: of an official illness, a business trip or another case (clause 15); of a room or a link a fault or other use. */
export const AbsenceGround = z.enum(['illness', 'trip', 'leave', 'other', 'fault', 'taken'])
export type AbsenceGround = z.infer<typeof AbsenceGround>

/** An official, a room or a link that is not there from a day to a day, both included. */
export const Absence = z
  .strictObject({
    missing: Missing,
    from: PlainDate,
    to: PlainDate,
    ground: AbsenceGround,
    /** The day the responsible worker was told (clause 15: two working days before, or the day itself). */
    toldOn: PlainDate,
    /** Who acts for the official; null: nobody. */
    acting: z.string().max(80).nullable(),
    note: z.string().trim().max(300),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'absence.order' })
export type Absence = z.infer<typeof Absence>
