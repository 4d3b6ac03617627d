import { z } from 'zod'
import type { EntityId } from '../change/action.ts'

/** The first serial of a ticket on paper; a day at the desk never comes so far. */
export const FIRST_ON_PAPER = 9001
/** The last serial there is. */
export const LAST_ON_PAPER = 9999

/**
 * Blank talons and register sheets printed for hours without a desk. Serials are used on one day only, so after the last the
 * next pack begins anew at the first.
 */
export const Pack = z
  .strictObject({
    from: z.int().min(FIRST_ON_PAPER).max(LAST_ON_PAPER),
    to: z.int().min(FIRST_ON_PAPER).max(LAST_ON_PAPER),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] })
export type Pack = z.infer<typeof Pack>

/** Whether a ticket's serial is one of the emergency pack. */
export function isOnPaper(serial: number): boolean {
  return serial >= FIRST_ON_PAPER
}

/** Whether a visit came on a talon of the emergency pack, by its entity: the serial ends its key. Null: none is known. */
export function isPaperVisit(visit: EntityId | null): boolean {
  return isOnPaper(Number(/-(\d{4})$/.exec(visit ?? '')?.[1] ?? 0))
}
