import { compareKazakh } from '#shared/text/collate.ts'
import { type NameWord, nameWords } from '#shared/text/name-words.ts'
import { soundsOf } from '#shared/text/sounds.ts'

/** The words of a text with what they are compared by. */
export interface FieldWords {
  readonly words: readonly NameWord[]
  /** The folded words in one, each after a space: for one quick look whether there is anything. */
  readonly folded: string
}

/**
 * The distinct texts of all entries, each kept and folded once: an office's people share their given names, patronymics
 * and most surnames, so that comparing the texts costs a fraction of comparing the people. Number 0 is the empty text.
 */
export class NameFields {
  private readonly numbers = new Map<string, number>()
  private readonly texts: string[] = []
  private readonly words: FieldWords[] = []
  private readonly sounds: (readonly string[])[] = []
  private ranks: Uint32Array | null = null

  constructor() {
    this.numberOf('')
  }

  /** How many there are; numbers are below it. */
  get size(): number {
    return this.texts.length
  }

  /** The number of a text; a new one is added. */
  numberOf(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    const number = this.texts.length
    this.numbers.set(text, number)
    this.texts.push(text)
    const words = nameWords(text)
    this.words.push({ words, folded: words.map(word => ` ${word.folded}`).join('') })
    this.ranks = null
    return number
  }

  /** The text of a number. */
  textOf(number: number): string {
    return this.texts[number] ?? ''
  }

  /** The words of a text. */
  wordsOf(number: number): FieldWords {
    return this.words[number] ?? NO_WORDS
  }

  /** How its words sound. Made when first asked: only names typed in Latin letters need it. */
  soundsOf(number: number): readonly string[] {
    const known = this.sounds[number]
    if (known) return known
    const made = this.wordsOf(number).words.map(word => soundsOf(word.folded))
    this.sounds[number] = made
    return made
  }

  /** The rank of each text in the order of the Kazakh alphabet, case aside; equal texts have equal ranks. */
  ranksOf(): Uint32Array {
    if (this.ranks) return this.ranks
    const lower = this.texts.map(text => text.toLowerCase())
    const order = lower.map((_, number) => number).sort((a, b) => compareKazakh(lower[a] ?? '', lower[b] ?? ''))
    const ranks = new Uint32Array(order.length)
    for (const [place, number] of order.entries()) {
      const before = order[place - 1]
      const isSame = before !== undefined && compareKazakh(lower[before] ?? '', lower[number] ?? '') === 0
      ranks[number] = isSame ? (ranks[before] ?? 0) : place
    }
    this.ranks = ranks
    return ranks
  }
}

const NO_WORDS: FieldWords = { words: [], folded: '' }
