import { createHash, type KeyObject, sign } from 'node:crypto'
import { headBytes, signedBytes } from '#electron/update/package-file.ts'
import { manifestText, PackageManifest } from '#shared/update/manifest.ts'

/** What a package is made of: its manifest without what is reckoned, and the bytes of its files. */
export interface PackageParts {
  readonly manifest: Omit<PackageManifest, 'files'>
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

/** Makes a package and signs it with an Ed25519 private key. Throws where the manifest is not one. */
export function makePackage({ manifest, files }: PackageParts, privateKey: KeyObject): Buffer {
  const described = files.map(({ path, bytes }) => ({
    path,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  return signPackage(
    manifestText(PackageManifest.parse({ ...manifest, files: described })),
    files.map(({ bytes }) => bytes),
    privateKey,
  )
}

/** Signs a text as the manifest of these bytes, whatever it says: what is read is judged by the reader alone. */
export function signPackage(text: string, bodies: readonly Uint8Array[], privateKey: KeyObject): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  return Buffer.concat([headBytes(bytes, sign(null, signedBytes(bytes), privateKey)), ...bodies])
}
