import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SafeStorage } from '#electron/security/safe-storage.ts'

/** Opens what the Chromium host's key store has sealed for a desk that has ended (tools/chromium-host/safe-storage.ts). */
export function hostStorage(userData: string): SafeStorage {
  return {
    isAvailable: () => true,
    backend: () => 'basic_text',
    encrypt: () => {
      throw new Error('only opens')
    },
    decrypt(bytes) {
      const sealed = Buffer.from(bytes)
      const key = readFileSync(path.join(userData, 'chromium-host-key'))
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(3, 15))
      decipher.setAuthTag(sealed.subarray(-16))
      return Buffer.concat([decipher.update(sealed.subarray(15, -16)), decipher.final()]).toString()
    },
  }
}
