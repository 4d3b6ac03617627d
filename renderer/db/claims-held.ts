const BITS = 2 ** 26

/**
 * Which claims applications hold, by hash. Eight megabytes however many they are: of a million claims one in seventy that nobody
 * holds is taken for held. Nothing is taken out.
 */
export class ClaimsHeld {
  private readonly bits = new Uint32Array(BITS / 32)

  add(hash: number): void {
    const bit = hash % BITS
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }

  /** False: surely nobody holds it. */
  mayHold(hash: number): boolean {
    const bit = hash % BITS
    return ((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
  }
}
