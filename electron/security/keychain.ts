import { createHash, createSecretKey, type KeyObject } from 'node:crypto'
import { openBytes } from './seal.ts'

/** First 8 hex digits of the SHA-256 of a key. */
export function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8)
}

/**
 * The office keys of a desk, newest first: the newest seals, every one opens what was sealed under it. Nothing is sealed
 * anew when a key is changed (ADR 29).
 */
export class Keychain {
  readonly #keys = new Map<string, KeyObject>()
  #current: string
  /** Under which key the last bytes without a key id opened: those beside them mostly open by it too. */
  #likely: string

  /** `keys`: newest first, one at least; their bytes are filled with zeros. */
  constructor(keys: readonly [Buffer, ...Buffer[]]) {
    this.#current = keyIdOf(keys[0])
    this.#likely = this.#current
    for (const key of keys) this.#take(key)
  }

  /** Id of the key that seals. */
  get current(): string {
    return this.#current
  }

  /** Id of the key this office began with. Every chain of the office ends in it. */
  get first(): string {
    return this.#newestFirst().at(-1) ?? this.#current
  }

  get newest(): KeyObject {
    return this.get(this.#current)
  }

  find(keyId: string): KeyObject | null {
    return this.#keys.get(keyId) ?? null
  }

  /** Throws where there is no such key. */
  get(keyId: string): KeyObject {
    const key = this.find(keyId)
    if (key === null) throw new Error(`no office key ${keyId}`)
    return key
  }

  /** Opens bytes that do not say their key, by whichever opens them: with its id, or null. */
  open(sealed: Uint8Array, context: Uint8Array | string): { plain: Buffer; keyId: string } | null {
    for (const keyId of new Set([this.#likely, ...this.#newestFirst()])) {
      const plain = openBytes(this.get(keyId), sealed, context)
      if (plain === null) continue
      this.#likely = keyId
      return { plain, keyId }
    }
    return null
  }

  /** From now on this key seals; its bytes are filled with zeros. */
  adopt(key: Buffer): void {
    const older = [...this.#keys]
    this.#current = keyIdOf(key)
    this.#likely = this.#current
    this.#keys.clear()
    this.#take(key)
    for (const [keyId, one] of older) this.#keys.set(keyId, one)
  }

  #take(key: Buffer): void {
    this.#keys.set(keyIdOf(key), createSecretKey(key))
    key.fill(0)
  }

  #newestFirst(): string[] {
    return [...this.#keys.keys()]
  }
}
