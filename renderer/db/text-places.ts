import { FIELDS } from './search-block.ts'

/**
 * Where each text of the index stands: the places of the entries that carry it, by its number. A search looks at the entries
 * of its rarest word alone: of ten years a few thousand instead of all.
 */
export class TextPlaces {
  private readonly places: number[][] = []

  /** An entry stands at a place; its texts begin at `at`. */
  add(fields: Uint32Array, at: number, place: number): void {
    for (const number of textsOf(fields, at)) {
      const own = this.places[number]
      if (own === undefined) this.places[number] = [place]
      else own.push(place)
    }
  }

  /** It stands there no more. */
  remove(fields: Uint32Array, at: number, place: number): void {
    for (const number of textsOf(fields, at)) {
      const own = this.places[number]
      const found = own?.lastIndexOf(place) ?? -1
      if (own === undefined || found < 0) continue
      // The order says nothing: the last one takes the place.
      const last = own.pop()
      if (last !== undefined && found < own.length) own[found] = last
    }
  }

  /** The places of all entries that carry one of these texts (1 under its number), each once, in any order. */
  of(wanted: Uint8Array): Iterable<number> {
    const lists = [...wanted.keys()].flatMap(number => (wanted[number] === 1 ? [this.places[number] ?? []] : []))
    return lists.length === 1 ? (lists[0] ?? []) : new Set(lists.flat())
  }
}

/** Numbers of the texts of an entry, each once; of none the empty one. */
function textsOf(fields: Uint32Array, at: number): Set<number> {
  const texts = new Set(fields.subarray(at, at + FIELDS.length))
  texts.delete(0)
  return texts
}
