import { z } from 'zod'

/**
 * Order stamp of an action, a hybrid logical clock: `<milliseconds, 15 digits>.<counter, 6 digits>.<installation>`.
 * Compared as text. It orders; it is not the legal date, which stands in the action as `date`.
 * Source: Kulkarni et al., Logical Physical Clocks (2014), with the installation id as the last tie-breaker.
 */
export const Stamp = z
  .string()
  .regex(/^\d{15}\.\d{6}\.[0-9a-z]{16}$/)
  .brand<'Stamp'>()
export type Stamp = z.infer<typeof Stamp>

/** How far the wall clock may be from what is expected, either way, before a person has to confirm it: 6 hours, in milliseconds. */
export const CLOCK_JUMP_LIMIT = 6 * 60 * 60 * 1000

/** Milliseconds part of a stamp. */
export function millisecondsOf(stamp: Stamp): number {
  return Number(stamp.slice(0, 15))
}

/** The next stamp after `last`: the wall clock where it is ahead, else `last` with its counter moved on. */
export function nextStamp(last: Stamp | null, wall: number, installation: string): Stamp {
  if (last === null || wall > millisecondsOf(last)) return format(wall, 0, installation)
  const counter = Number(last.slice(16, 22)) + 1
  return counter > 999_999
    ? format(millisecondsOf(last) + 1, 0, installation)
    : format(millisecondsOf(last), counter, installation)
}

/** Compares two stamps: negative when `a` is earlier. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function format(milliseconds: number, counter: number, installation: string): Stamp {
  return Stamp.parse(`${String(milliseconds).padStart(15, '0')}.${String(counter).padStart(6, '0')}.${installation}`)
}
