import { z } from 'zod'
import { writeAtomically } from './atomic-file.ts'
import type { Chain } from './chain.ts'
import type { FileSystem } from './file-system.ts'
import type { JournalKeys } from './record.ts'
import { type Verified, type VerifiedSegment, type Verifying, verifyChains } from './verify.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

const VerifiedSegments = z.record(
  z.string(),
  z.strictObject({
    bytes: Hash,
    publicKey: z.string(),
    previous: Hash,
    last: z.int().nonnegative(),
    lastHash: Hash,
  }),
)

/** `verified`, sealed: the closed segments that were verified, by name. */
const VerifiedFile = z.strictObject({ format: z.literal(1), segments: VerifiedSegments })

const CONTEXT = 'verified|1'

/** Segments that are verified between two writings of what was: a kill costs their checks. */
const KEEP_EVERY = 16

type Place = { readonly files: FileSystem; readonly folder: string; readonly keys: Pick<JournalKeys, 'seal' | 'open'> }

/**
 * Checks what was never checked, and of closed segments that were that each has the bytes it had then: they never change, and every signature
 * of ten years would take minutes of two processors at each start.
 */
export async function verifyUnverified(
  chains: readonly Chain[],
  place: Place & Pick<Verifying, 'publicKeyOf'>,
): Promise<Verified> {
  const { files, publicKeyOf } = place
  const known = await readVerified(place)
  let fresh = 0
  const keep = async () => {
    fresh = 0
    await writeVerified(place, known)
  }
  const checked = async (name: string, segment: VerifiedSegment) => {
    known.set(name, segment)
    fresh += 1
    if (fresh >= KEEP_EVERY) await keep()
  }
  const found = await verifyChains(chains, { files, publicKeyOf, known, checked })
  if (fresh > 0) await keep()
  return found
}

/** What was verified before; nothing where that is missing or does not open: then all is verified again. */
async function readVerified({ files, folder, keys }: Place): Promise<Map<string, VerifiedSegment>> {
  const sealed = await files.readFile(`${folder}/verified`)
  const plain = sealed && keys.open(sealed, CONTEXT)
  if (plain === null) return new Map()
  try {
    return new Map(Object.entries(VerifiedFile.parse(JSON.parse(plain.toString('utf8'))).segments))
  } catch {
    return new Map()
  }
}

/** A failure is no harm: it is verified again. */
async function writeVerified(
  { files, folder, keys }: Place,
  known: ReadonlyMap<string, VerifiedSegment>,
): Promise<void> {
  const value: z.infer<typeof VerifiedFile> = { format: 1, segments: Object.fromEntries(known) }
  const sealed = keys.seal(Buffer.from(JSON.stringify(value)), CONTEXT)
  await writeAtomically(files, `${folder}/verified`, sealed).catch(() => undefined)
}
