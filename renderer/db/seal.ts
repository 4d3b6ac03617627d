const NONCE_BYTES = 12
const TAG_CHARACTERS = 22

/**
 * Seals what the store keeps: AES-256-GCM under the store key, bound to its table and id (AAD `table|id`), so that a
 * sealed part moved to another row does not open. Bytes: `nonce (12) | ciphertext and tag`.
 */
export interface Sealer {
  /** Seals a value as JSON. */
  seal(table: string, id: string | number, value: unknown): Promise<Uint8Array>
  /**
   * The value as it was sealed. It is not parsed again: the tag proves that this program in this shape wrote it.
   * Throws `OperationError` when the key is another or the bytes were changed.
   */
  open<T>(table: string, id: string | number, sealed: Uint8Array): Promise<T>
  /** HMAC-SHA-256 of a text under the index key, 132 bits as base64: equal texts meet, nothing is read from it. */
  tag(text: string): Promise<string>
}

/** Makes non-extractable keys of the bytes and zeroes them. `store` and `index` are 32 bytes each. */
export async function makeSealer(keys: { store: Uint8Array; index: Uint8Array }, crypto: Crypto): Promise<Sealer> {
  const { subtle } = crypto
  const storeKey = await subtle.importKey('raw', own(keys.store), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const indexKey = await subtle.importKey('raw', own(keys.index), hmac, false, ['sign'])
  keys.store.fill(0)
  keys.index.fill(0)
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  const parameters = (table: string, id: string | number, iv: Uint8Array<ArrayBuffer>) => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(`${table}|${id}`),
  })
  return {
    async seal(table, id, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const plain = encoder.encode(JSON.stringify(value))
      const cipher = await subtle.encrypt(parameters(table, id, nonce), storeKey, plain)
      const sealed = new Uint8Array(NONCE_BYTES + cipher.byteLength)
      sealed.set(nonce)
      sealed.set(new Uint8Array(cipher), NONCE_BYTES)
      return sealed
    },
    async open(table, id, sealed) {
      // A row whose bytes were changed may come back with another thing in their place.
      if (!ArrayBuffer.isView(sealed)) throw new DOMException('not sealed bytes', 'OperationError')
      const bytes = own(sealed)
      const nonce = bytes.subarray(0, NONCE_BYTES)
      const plain = await subtle.decrypt(parameters(table, id, nonce), storeKey, bytes.subarray(NONCE_BYTES))
      return JSON.parse(decoder.decode(plain))
    },
    async tag(text) {
      const mac = new Uint8Array(await subtle.sign('HMAC', indexKey, encoder.encode(text)))
      return btoa(String.fromCharCode(...mac)).slice(0, TAG_CHARACTERS)
    },
  }
}

/** The same sealer, each text tagged only once: for the span of one fold. */
export function taggingOnce(sealer: Sealer): Sealer {
  const known = new Map<string, Promise<string>>()
  const tag = (text: string) => {
    const made = known.get(text) ?? sealer.tag(text)
    known.set(text, made)
    return made
  }
  return { seal: sealer.seal, open: sealer.open, tag }
}

/** WebCrypto takes bytes that are not shared; what comes from a message or the database never is. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>
}
