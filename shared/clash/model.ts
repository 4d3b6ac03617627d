import { z } from 'zod'
import { ActionId, EntityId } from '../change/action.ts'

/** On what a person settled what desks did apart: codes, never a word about a person. */
export const SettleGround = z.enum(['paper', 'asked', 'agreed', 'decided', 'mistake'])
export type SettleGround = z.infer<typeof SettleGround>

/**
 * What two desks did apart was looked at, and this became of it. `stands` and `aside` are all acts of the clash as they were
 * shown; with nothing aside both sides stand as they are. `beside`: other entities this one stands beside, where both hold what
 * seemed to be one.
 */
export const Settlement = z
  .strictObject({
    stands: z.array(ActionId).max(400),
    aside: z.array(ActionId).max(400),
    beside: z.array(EntityId).max(50),
    ground: SettleGround,
  })
  .refine(({ stands, beside }) => stands.length + beside.length > 0, { path: ['stands'] })
export type Settlement = z.infer<typeof Settlement>

/** The type of the act that settles, on an entity of any noun. */
export const SETTLED = 'clash.settled'
