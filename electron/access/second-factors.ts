import { z } from 'zod'
import { ExpectedError } from '#shared/result/result.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { DeskKeys } from '../security/key-store.ts'
import type { OfficeKeyPlace } from '../security/office-key.ts'
import { secretText, stepOfCode } from '../security/totp.ts'

/** Of each person: the secret shared with their telephone, and the last step a code was taken of. */
const FactorFile = z.record(z.string(), z.strictObject({ secret: z.base64(), used: z.int() }))
type FactorFile = z.infer<typeof FactorFile>

const CONTEXT = 'keys/second|1'
const SECRET = 20

/** The second factors of this desk's people, sealed under the office key. */
export interface SecondFactors {
  /** Whether a code is asked of this person. Of everybody where the file is damaged: the paper key leads out. */
  has(user: string): boolean
  /** A new secret for a person, told once: it counts when a code of it was given (`save`). */
  draw(user: string): string
  /** Throws ExpectedError `access.wrong_code` where the code is not of the secret just drawn. */
  save(user: string, code: string, now: number): Promise<void>
  /** Whether the code is right and was never used; its step is flushed as used before it resolves. */
  passes(user: string, code: string, now: number): Promise<boolean>
  /** Forgets a person's telephone. */
  drop(user: string): Promise<void>
}

type Place = Pick<OfficeKeyPlace, 'folder' | 'files' | 'random'>

/** Reads the second factors of a desk whose keys are open. */
export async function openSecondFactors(keys: Pick<DeskKeys, 'seal' | 'open'>, place: Place): Promise<SecondFactors> {
  const path = `${place.folder}/keys/second`
  const bytes = await place.files.readFile(path)
  let factors = bytes === null ? {} : parsed(keys.open(bytes, CONTEXT))
  let drawn: { readonly user: string; readonly secret: Buffer } | null = null

  async function write(next: FactorFile): Promise<void> {
    await writeAtomically(place.files, path, keys.seal(Buffer.from(JSON.stringify(next)), CONTEXT))
    factors = next
  }

  return {
    has: user => factors === null || factors[user] !== undefined,
    draw(user) {
      drawn = { user, secret: place.random(SECRET) }
      return secretText(drawn.secret)
    },
    async save(user, code, now) {
      const step = drawn?.user === user ? stepOfCode(drawn.secret, code, now, -1) : null
      if (drawn === null || step === null) throw new ExpectedError('access.wrong_code')
      await write({ ...factors, [user]: { secret: drawn.secret.toString('base64'), used: step } })
      drawn = null
    },
    async passes(user, code, now) {
      const own = factors?.[user]
      if (own === undefined) return factors !== null
      const step = stepOfCode(Buffer.from(own.secret, 'base64'), code, now, own.used)
      if (step === null) return false
      await write({ ...factors, [user]: { ...own, used: step } })
      return true
    },
    async drop(user) {
      const { [user]: _, ...others } = factors ?? {}
      await write(others)
    },
  }
}

/** Who enters by the key on paper is asked for no code of a telephone any more. Answers whether they were. */
export async function forgetTelephone(
  keys: Pick<DeskKeys, 'seal' | 'open'>,
  place: Place,
  user: string,
): Promise<boolean> {
  const factors = await openSecondFactors(keys, place)
  if (!factors.has(user)) return false
  await factors.drop(user)
  return true
}

/** Null: damaged, or sealed by another key. */
function parsed(plain: Buffer | null): FactorFile | null {
  try {
    return plain && FactorFile.parse(JSON.parse(plain.toString()))
  } catch {
    return null
  }
}
