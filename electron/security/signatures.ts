import { type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'

/** Signatures made at once beside the main thread: what is read from the disk meanwhile waits for a few milliseconds at most. */
const AT_ONCE = 128

const signBeside = promisify(sign) as unknown as (algorithm: null, bytes: Uint8Array, key: KeyObject) => Promise<Buffer>

/** So few are made at once, some tenths of a millisecond: beside the main thread an act would wait behind whatever is read and checked there. */
const FEW = 4

/** Ed25519 signatures (64 bytes) over each of these bytes, in their order; many are made beside the main thread. */
export async function signEach(many: readonly Uint8Array[], key: KeyObject): Promise<Buffer[]> {
  if (many.length <= FEW) return many.map(bytes => sign(null, bytes, key))
  const signatures: Buffer[] = []
  for (let at = 0; at < many.length; at += AT_ONCE) {
    const some = many.slice(at, at + AT_ONCE)
    signatures.push(...(await Promise.all(some.map(bytes => signBeside(null, bytes, key)))))
  }
  return signatures
}
