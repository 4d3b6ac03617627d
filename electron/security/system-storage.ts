import { safeStorage } from 'electron'
import type { SafeStorage } from './safe-storage.ts'

/** The key store of the system, as the keys want it. */
export function systemStorage(): SafeStorage {
  // Where Linux has no key store the desk works all the same and says so on every screen (ADR 4). Elsewhere of no effect.
  safeStorage.setUsePlainTextEncryption(true)
  return {
    isAvailable: () => safeStorage.isEncryptionAvailable(),
    // Only Linux has a choice of back ends; elsewhere it is the system's own.
    backend: () => (process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform),
    encrypt: text => safeStorage.encryptString(text),
    decrypt: bytes => safeStorage.decryptString(Buffer.from(bytes)),
  }
}
