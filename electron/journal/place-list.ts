/** Where a record lies: segment (numbered from 1), offset and length of its frame. */
export interface Place {
  readonly segment: number
  readonly offset: number
  readonly length: number
}

/** Places of the records of one chain by sequence: frames follow one another, so each is where the one before it ends. */
export class PlaceList {
  /** Of each segment how many records lie before it, and where each of its own ends. */
  readonly #segments: { readonly before: number; readonly ends: number[] | Uint32Array }[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  /** Records that follow are of a segment after the last one. `ends`: those that it has already. */
  startSegment(ends: number[] | Uint32Array): void {
    this.#segments.push({ before: this.#count, ends })
    this.#count += ends.length
  }

  /** Where the records of the segments end that are there, one segment behind the other, and how many each has. */
  known(): { readonly ends: Uint32Array; readonly counts: number[] } {
    const ends = new Uint32Array(this.#count)
    for (const { before, ends: own } of this.#segments) ends.set(own, before)
    return { ends, counts: this.#segments.map(({ ends: own }) => own.length) }
  }

  /** The next record of the last segment, by the length of its frame. */
  push(length: number): void {
    const ends = this.#segments.at(-1)?.ends
    if (!Array.isArray(ends)) throw new Error('no open segment')
    ends.push((ends.at(-1) ?? 0) + length)
    this.#count += 1
  }

  /** The place of a sequence, 1-based. Throws where there is none. */
  get(sequence: number): Place {
    if (sequence < 1 || sequence > this.#count) throw new RangeError(`no record ${sequence}`)
    let [segment, after] = [0, this.#segments.length]
    while (after - segment > 1) {
      const middle = (segment + after) >> 1
      if ((this.#segments[middle]?.before ?? 0) < sequence) segment = middle
      else after = middle
    }
    const { before = 0, ends = [] } = this.#segments[segment] ?? {}
    const place = sequence - before - 1
    const offset = place === 0 ? 0 : (ends[place - 1] ?? 0)
    return { segment: segment + 1, offset, length: (ends[place] ?? 0) - offset }
  }
}
