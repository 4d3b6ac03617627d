import type { KeyProtection } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'

/** The key store of the system as main passes it (Electron's `safeStorage`, or a stand-in in tests). */
export interface SafeStorage {
  isAvailable(): boolean
  /** `dpapi`, `keychain`, `gnome_libsecret`, `kwallet6` ...; `basic_text` and `unknown` protect nothing. */
  backend(): string
  /** May throw. */
  encrypt(text: string): Uint8Array
  /** May throw. */
  decrypt(bytes: Uint8Array): string
}

const NO_PROTECTION = new Set(['basic_text', 'unknown', ''])

/** Whether a key store of the system protects what is wrapped. */
export function protectionOf(storage: SafeStorage): KeyProtection {
  return NO_PROTECTION.has(storage.backend()) ? 'plain' : 'system'
}

/** Wraps key bytes. Throws ExpectedError `start.key_unavailable` (reason). Never answers with the bytes in clear. */
export function wrapKey(storage: SafeStorage, key: Buffer): string {
  if (!storage.isAvailable()) throw new ExpectedError('start.key_unavailable', { reason: 'no_store' })
  try {
    return Buffer.from(storage.encrypt(key.toString('base64'))).toString('base64')
  } catch {
    throw new ExpectedError('start.key_unavailable', { reason: 'refused' })
  }
}

/** Unwraps key bytes. Throws ExpectedError `start.key_unavailable` (reason: no_store, refused). */
export function unwrapKey(storage: SafeStorage, wrapped: string): Buffer {
  if (!storage.isAvailable()) throw new ExpectedError('start.key_unavailable', { reason: 'no_store' })
  try {
    return Buffer.from(storage.decrypt(Buffer.from(wrapped, 'base64')), 'base64')
  } catch {
    throw new ExpectedError('start.key_unavailable', { reason: 'refused' })
  }
}
