import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { app } from './app.ts'

const PREFIX = Buffer.from('v10')
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** `QABYLDAU_HOST_KEYSTORE` plays a key store that is `absent`, `broken` (throws) or `changed` (cannot open what it sealed). */
const played = process.env.QABYLDAU_HOST_KEYSTORE ?? ''
let said = false
let key: Buffer | undefined

function sayLoudly(): void {
  if (said) return
  said = true
  process.stderr.write(
    'CHROMIUM HOST: no key store of the operating system is used. The sealing key lies in a file beside the data: NOT FOR THE DATA OF PEOPLE.\n',
  )
}

function getKey(): Buffer {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready')
  if (played === 'absent') throw new Error('Encryption is not available.')
  if (played === 'broken') throw new Error('Error while asking the key store.')
  sayLoudly()
  if (played === 'changed') key ??= randomBytes(32)
  key ??= readOrMakeKey(path.join(app.getPath('userData'), 'chromium-host-key'))
  return key
}

function readOrMakeKey(file: string): Buffer {
  if (existsSync(file)) return readFileSync(file)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx', flush: true })
  return readFileSync(file)
}

function encryptString(text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', getKey(), nonce)
  return Buffer.concat([PREFIX, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

function decryptString(sealed: Buffer): string {
  const from = PREFIX.length + NONCE_BYTES
  try {
    const decipher = createDecipheriv('aes-256-gcm', getKey(), sealed.subarray(PREFIX.length, from))
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(from, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.', { cause })
  }
}

export const safeStorage = {
  isEncryptionAvailable: (): boolean => app.isReady() && played !== 'absent',
  isAsyncEncryptionAvailable: async (): Promise<boolean> => app.isReady() && played !== 'absent',
  getSelectedStorageBackend: (): string => 'basic_text',
  setUsePlainTextEncryption: (): void => {},
  encryptString,
  decryptString,
  encryptStringAsync: async (text: string): Promise<Buffer> => encryptString(text),
  decryptStringAsync: async (sealed: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> => ({
    shouldReEncrypt: false,
    result: decryptString(sealed),
  }),
}
