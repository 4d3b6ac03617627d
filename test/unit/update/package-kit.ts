import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { PackageSource } from '#electron/update/package-file.ts'
import type { Trust } from '#electron/update/trusted-keys.ts'
import type { Judged } from '#electron/update/verify-package.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { RunningProgram } from '#shared/update/judge.ts'
import type { PackageManifest } from '#shared/update/manifest.ts'
import { makePackage } from '../../../tools/make-package.ts'

/** A publisher that lives as long as the test. */
export interface Publisher {
  readonly id: string
  readonly privateKey: KeyObject
  readonly trusted: Trust['keys'][number]
}

export function publisher(id = 'test-a', from = '2026-01-01', until = '2027-12-31'): Publisher {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const text = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  return {
    id,
    privateKey,
    trusted: { id, publicKey: text, from: PlainDate.parse(from), until: PlainDate.parse(until) },
  }
}

export const INSTALLER = Buffer.from('the installer of another version')

export const RUNNING: RunningProgram = { version: '0.1.0', data: 1, platform: 'linux', arch: 'x64' }

type Head = Omit<PackageManifest, 'files'>

/** A manifest of a program, as a publisher fills it. */
export function programHead(changed: Record<string, unknown> = {}): Head {
  const head = {
    format: 1,
    product: 'qabyldau',
    kind: 'program',
    name: 'qabyldau',
    version: '0.2.0',
    from: '0.1.0',
    program: { data: 1, electron: 45, platform: 'linux', arch: 'x64' },
    made: '2026-11-20',
    news: { kk: 'Жаңалығы', ru: 'Что нового' },
    key: 'test-a',
    ...changed,
  }
  return head as unknown as Head
}

/** A manifest of a pack of data. */
export function packHead(kind: 'law' | 'calendar' | 'letters', changed: Record<string, unknown> = {}): Head {
  return programHead({ kind, name: `${kind}-2027`, version: '1.0.0', program: null, ...changed })
}

/** A program's package signed by a publisher. */
export function programPackage(by: Publisher, changed: Record<string, unknown> = {}, bytes = INSTALLER): Buffer {
  const files = [{ path: 'qabyldau.deb', bytes }]
  return makePackage({ manifest: programHead({ key: by.id, ...changed }), files }, by.privateKey)
}

/** A pack of data signed by a publisher. */
export function dataPackage(
  by: Publisher,
  kind: 'law' | 'calendar' | 'letters',
  text: string,
  changed: Record<string, unknown> = {},
): Buffer {
  const manifest = packHead(kind, { key: by.id, ...changed })
  return makePackage({ manifest, files: [{ path: `${kind}.json`, bytes: Buffer.from(text) }] }, by.privateKey)
}

/** Bytes in memory as a package lies on a disk. */
export function sourceOf(bytes: Buffer): PackageSource {
  return { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) }
}

export function judgedBy(by: readonly Publisher[], changed: Partial<Judged> = {}): Judged {
  const trust: Trust = { keys: by.map(one => one.trusted), revoked: [] }
  return { trust, today: PlainDate.parse('2026-11-23'), running: RUNNING, purpose: 'install', ...changed }
}
