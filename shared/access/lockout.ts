import { z } from 'zod'

/** Wrong passwords of one person in a row, and how long the next try still waits (milliseconds of this program's own running). */
export const Tries = z.strictObject({ wrong: z.int().nonnegative(), wait: z.int().nonnegative() })
export type Tries = z.infer<typeof Tries>

export const NO_TRIES: Tries = { wrong: 0, wait: 0 }

/** Wrong ones that cost nothing but the time of trying. */
const FREE = 4
const MINUTE = 60_000
const LONGEST = 60 * MINUTE

/** What stands for a record that is lost: who removes it gains nothing. */
export const UNKNOWN_TRIES: Tries = { wrong: FREE + 7, wait: LONGEST }

/**
 * After one more try, counted before it is made: the fifth wrong one waits a minute, each after it twice as long, at most an
 * hour. A right one forgets all (`NO_TRIES`).
 */
export function counted({ wrong }: Tries): Tries {
  const next = wrong + 1
  const wait = next <= FREE ? 0 : Math.min(MINUTE * 2 ** Math.min(next - FREE - 1, 10), LONGEST)
  return { wrong: next, wait }
}

/** After the program has run for so long (milliseconds). A clock that is moved and a restart take nothing off. */
export function waited(tries: Tries, milliseconds: number): Tries {
  return { ...tries, wait: Math.max(0, Math.round(tries.wait - Math.max(0, milliseconds))) }
}
