import { z } from 'zod'

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
