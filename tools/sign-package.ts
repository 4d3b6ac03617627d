import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { makePackage, type PackageParts } from './make-package.ts'

/**
 * For whoever publishes (docs/updates.md):
 * `node tools/sign-package.ts --new-key KEY.pem` makes a key and tells what stands in trusted-keys.ts;
 * `node tools/sign-package.ts --key KEY.pem --manifest manifest.json --out x.qupdate FILE` signs a package of a file.
 */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'new-key': { type: 'string' },
      key: { type: 'string' },
      manifest: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const { key, manifest, out, 'new-key': made } = values
  if (made !== undefined) {
    makeKey(made)
    return
  }
  if (!key || !manifest || !out || positionals.length === 0) throw new Error('give --key, --manifest, --out and a file')
  const files = positionals.map(file => ({ path: path.basename(file), bytes: readFileSync(file) }))
  const said = JSON.parse(readFileSync(manifest, 'utf8')) as PackageParts['manifest']
  writeFileSync(out, makePackage({ manifest: said, files }, createPrivateKey(readFileSync(key))), { flag: 'wx' })
  process.stdout.write(`${out}\n`)
}

/** The private key goes into a file that is not written over, the public one is told. */
function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { flag: 'wx', mode: 0o600 })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
  process.stdout.write(`publicKey: '${publicKey}'\n`)
}

if (import.meta.main) main()
