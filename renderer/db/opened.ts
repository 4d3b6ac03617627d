import type { Sealer } from './seal.ts'

/** Records kept open: what the screens of a desk show at once, several times over. About 5 KB each. */
const KEPT = 1_000
const NONCE_BYTES = 12
/** Blocks of the search index and the check of the key are not kept. */
const TABLES = ['applications', 'entities', 'days', 'figures']

/** What was opened or sealed, and the nonce it stands under on the disk: no two sealings share one. */
interface Opened {
  readonly nonce: Uint8Array
  readonly value: unknown
}

/**
 * The same sealer, which keeps open what it sealed or opened last: five live queries that show a record open it once, and
 * one just folded is not opened at all. Each look is by the sealed bytes that were read, so that nothing is answered that
 * does not stand in the row. What it holds is read by all and changed by none. It ends with the worker, as the keys do.
 */
export function keepingOpen(sealer: Sealer, most = KEPT): Sealer {
  // A Map keeps the order in which it was filled: the one not looked at for the longest is first.
  const known = new Map<string, Opened>()
  const keep = (table: string, key: string, sealed: Uint8Array, value: unknown) => {
    if (!TABLES.includes(table)) return
    known.delete(key)
    known.set(key, { nonce: sealed.slice(0, NONCE_BYTES), value })
    if (known.size > most) known.delete(known.keys().next().value ?? '')
  }
  return {
    tag: sealer.tag,
    async seal(table, id, value) {
      const sealed = await sealer.seal(table, id, value)
      keep(table, `${table}|${id}`, sealed, value)
      return sealed
    },
    async open<T>(table: string, id: string | number, sealed: Uint8Array): Promise<T> {
      const key = `${table}|${id}`
      const opened = known.get(key)
      const value =
        opened && isSame(opened.nonce, sealed) ? (opened.value as T) : await sealer.open<T>(table, id, sealed)
      keep(table, key, sealed, value)
      return value
    },
  }
}

function isSame(nonce: Uint8Array, sealed: Uint8Array): boolean {
  // A row that was changed on the disk may hold nothing there: that is told by who opens it.
  return ArrayBuffer.isView(sealed) && nonce.every((byte, at) => byte === sealed[at])
}
