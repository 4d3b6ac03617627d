import { createHash, timingSafeEqual } from 'node:crypto'
import { type Cost, type Derivation, keyOfPassword, newDerivation } from '../security/password.ts'
import type { Random } from '../security/seal.ts'
import type { Elapsed } from './tries.ts'

/** For how long after the password a PIN unlocks, in milliseconds of the program's own running time. */
const GOOD_FOR = 8 * 60 * 60_000

/** Wrong ones after which only the password unlocks. */
const MOST_WRONG = 3

/**
 * PINs of one run of the program, in memory alone: a PIN is no key and opens nothing on the disk. It shortens the way back to
 * a desk that the same person has opened by the password in this run.
 */
export interface Pins {
  has(user: string): boolean
  /** Sets a person's PIN: their password was right just now. */
  give(user: string, pin: string): Promise<void>
  /** Their password was right just now: the PIN they have is good for as long again. */
  renew(user: string): void
  /** Whether it is the PIN. Counted before it is looked at; the third wrong one forgets it. */
  passes(user: string, pin: string): Promise<boolean>
  /** Forgets one, or all where nobody is named: the machine slept, the program is somebody else's now. */
  drop(user?: string): void
}

interface Given {
  readonly derivation: Derivation
  readonly hash: Buffer
  passwordAt: number
  left: number
}

/** No PIN yet. `random` also makes the secret of this run, without which a PIN of six digits were soon guessed. */
export function createPins({ elapsed, random, cost }: { elapsed: Elapsed; random: Random; cost?: Cost }): Pins {
  const given = new Map<string, Given>()
  const secret = random(32)

  const hashOf = async (pin: string, derivation: Derivation) =>
    createHash('sha256')
      .update(await keyOfPassword(pin, secret, derivation))
      .digest()

  function standing(user: string): Given | null {
    const one = given.get(user)
    if (one === undefined) return null
    if (one.left > 0 && elapsed() - one.passwordAt < GOOD_FOR) return one
    given.delete(user)
    return null
  }

  return {
    has: user => standing(user) !== null,
    async give(user, pin) {
      const derivation = newDerivation(random, cost)
      const hash = await hashOf(pin, derivation)
      given.set(user, { derivation, hash, passwordAt: elapsed(), left: MOST_WRONG })
    },
    renew(user) {
      const one = standing(user)
      if (one !== null) Object.assign(one, { passwordAt: elapsed(), left: MOST_WRONG })
    },
    async passes(user, pin) {
      const one = standing(user)
      if (one === null) return false
      one.left -= 1
      const isRight = timingSafeEqual(await hashOf(pin, one.derivation), one.hash)
      if (isRight) one.left = MOST_WRONG
      else if (one.left <= 0) given.delete(user)
      return isRight
    },
    drop(user) {
      if (user === undefined) given.clear()
      else given.delete(user)
    },
  }
}
