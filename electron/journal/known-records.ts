import type { Chain } from './chain.ts'
import type { StoredAction } from './stored-action.ts'

/** So many are kept: of everybody who waits in a full house, and whom they came for. About 2 KB each. */
const KEPT = 2_000

const known = new WeakMap<Chain, KnownRecords>()

/** What is known of a chain. */
export function knownOf(chain: Chain): KnownRecords {
  const records = known.get(chain) ?? new KnownRecords()
  known.set(chain, records)
  return records
}

/**
 * Records of a chain that were appended or looked up last, opened but for what they say of people, which stays sealed under the
 * person's own key: on a mass day each act is judged by records of minutes ago. Only what is on the disk is in it.
 */
export class KnownRecords {
  /** The one not looked at for the longest is first. */
  readonly #records = new Map<number, StoredAction>()

  keep(sequence: number, record: StoredAction): void {
    this.#records.delete(sequence)
    this.#records.set(sequence, record)
    if (this.#records.size > KEPT) this.#records.delete(this.#records.keys().next().value ?? 0)
  }

  find(sequence: number): StoredAction | undefined {
    const record = this.#records.get(sequence)
    if (record !== undefined) this.keep(sequence, record)
    return record
  }
}
