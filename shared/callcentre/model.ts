import { z } from 'zod'
import { Moment } from '../application/working-time.ts'
import { PlainDate } from '../time/plain-date.ts'

/** What obliges to unbroken work of the call centre (clause 37(4)). */
export const ModeGround = z.enum(['state_of_emergency', 'emergency', 'quarantine', 'accident', 'other'])
export type ModeGround = z.infer<typeof ModeGround>

/** A mode as it was declared: its act, and the days it holds, both included; `to` null: until it is ended. */
export const CallCentreMode = z
  .strictObject({
    ground: ModeGround,
    act: z.strictObject({ number: z.string().trim().min(1).max(60), on: PlainDate }),
    from: PlainDate,
    to: PlainDate.nullable(),
  })
  .refine(({ from, to }) => to === null || to >= from, { path: ['to'] })
export type CallCentreMode = z.infer<typeof CallCentreMode>

/** Why calls are not taken. */
export const InterruptionCause = z.enum(['line', 'power', 'equipment', 'staff', 'other'])
export type InterruptionCause = z.infer<typeof InterruptionCause>

/** Calls are not taken from a minute on; `way` is another number or way while it lasts, or empty. */
export const Interruption = z.strictObject({
  from: Moment,
  cause: InterruptionCause,
  way: z.string().trim().max(200),
})
export type Interruption = z.infer<typeof Interruption>
