import { createPublicKey, verify } from 'node:crypto'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import { type PackageManifest, readManifest } from '#shared/update/manifest.ts'

/**
 * A package is one file:
 * `magic (16) | u32le length of the manifest | manifest | Ed25519 signature (64) | the files, in the manifest's order`.
 */
export const MAGIC = Buffer.from('QABYLDAU-UPDATE\n')

/** A manifest is a page of text; more is not one. */
export const LARGEST_MANIFEST = 256 * 1024

const SIGNATURE = 64

/** What a signature of another kind of thing never begins with. */
const DOMAIN = Buffer.from('qabyldau update package 1\n')

/** Bytes of a package, wherever they lie. */
export interface PackageSource {
  readonly size: number
  /** Bytes from `position`; fewer than `length` only at the end. */
  read(position: number, length: number): Promise<Buffer>
}

/** What stands before the files: the manifest as it was signed, and its signature. `bytes`: all of it. */
export interface PackageHead {
  readonly manifest: PackageManifest
  readonly signed: Buffer
  readonly signature: Buffer
  readonly bytes: Buffer
}

/** What an Ed25519 key signs of a manifest. */
export function signedBytes(manifest: Uint8Array): Buffer {
  return Buffer.concat([DOMAIN, manifest])
}

/** The head of a package of a signed manifest. */
export function headBytes(manifest: Uint8Array, signature: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(manifest.length)
  return Buffer.concat([MAGIC, length, manifest, signature])
}

/** Reads the head. Nothing of it is believed before `isSignedBy`. Throws `update.not_package`, `.cut`, `.manifest`, `.newer_format`. */
export async function readHead(source: PackageSource): Promise<PackageHead> {
  const start = await source.read(0, MAGIC.length + 4)
  if (!start.subarray(0, MAGIC.length).equals(MAGIC)) throw new ExpectedError('update.not_package')
  if (start.length < MAGIC.length + 4) throw new ExpectedError('update.cut')
  const length = start.readUInt32LE(MAGIC.length)
  if (length === 0 || length > LARGEST_MANIFEST) throw new ExpectedError('update.manifest')
  const rest = await source.read(start.length, length + SIGNATURE)
  if (rest.length < length + SIGNATURE) throw new ExpectedError('update.cut')
  const signed = rest.subarray(0, length)
  const manifest = unwrap(readManifest(exactText(signed)))
  return { manifest, signed, signature: rest.subarray(length), bytes: Buffer.concat([start, rest]) }
}

/** The text of bytes that are its UTF-8; bytes that are no text make one that is no manifest. */
function exactText(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes) ? text : ''
}

/** Whether the signature is that of a public key (SPKI, base64) over this very manifest. */
export function isSignedBy({ signed, signature }: PackageHead, publicKey: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return verify(null, signedBytes(signed), key, signature)
}
