import { hkdfSync } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import type { Random } from './seal.ts'

/** How a password was made into a key: argon2id with its cost (KiB, rounds) and salt. Kept beside what it opens. */
export const Derivation = z.strictObject({
  name: z.literal('argon2id'),
  memory: z.int().min(1024).max(1_048_576),
  rounds: z.int().min(1).max(20),
  salt: z.base64(),
})
export type Derivation = z.infer<typeof Derivation>

/** Cost of today: 64 MiB and three rounds, about 0.3 s on an office PC. A later program may ask for more. */
export const COST = { memory: 65_536, rounds: 3 }

export type Cost = typeof COST

/** A derivation for a new password. */
export function newDerivation(random: Random, cost: Cost = COST): Derivation {
  return { name: 'argon2id', ...cost, salt: random(16).toString('base64') }
}

/**
 * The key (32 bytes) of a password. A password alone is never enough: the secret of this desk's machine goes in, so that files
 * that were carried away are not guessed at elsewhere. Text is compared as NFC: the same letters on any keyboard.
 */
export async function keyOfPassword(password: string, machine: Uint8Array, derivation: Derivation): Promise<Buffer> {
  const hashed = await argon2id({
    password: password.normalize('NFC'),
    salt: Buffer.from(derivation.salt, 'base64'),
    memorySize: derivation.memory,
    iterations: derivation.rounds,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.concat([hashed, machine]), Buffer.alloc(0), 'qabyldau/password', 32),
  )
  hashed.fill(0)
  return key
}
