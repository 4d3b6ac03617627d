import { z } from 'zod'
import { PlainDate } from '../time/plain-date.ts'

/** Days on which reception is held by videoconference alone (clause 13, KZ-2026 rule 25). `to` null: until it is lifted. */
export const Restriction = z
  .strictObject({
    from: PlainDate,
    to: PlainDate.nullable(),
    ground: z.enum(['pandemic', 'safety', 'emergency']),
    /** The act by which it was introduced, as it is called. */
    act: z.string().trim().min(1).max(300),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], error: 'restriction.order' })
export type Restriction = z.infer<typeof Restriction>

/** Whether a day lies in a restriction. */
export function isRestricted(day: PlainDate, restrictions: readonly Restriction[]): boolean {
  return restrictions.some(({ from, to }) => from <= day && (to === null || day <= to))
}
