const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A random id of one act: the same act sent twice is done once. */
export function newRequest(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => LETTERS[byte % LETTERS.length]).join('')
}
