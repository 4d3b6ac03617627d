import { asMeantKeys } from '#shared/text/keys.ts'
import { type NameWord, typedWords } from '#shared/text/name-words.ts'
import { isOneSlipApart, isOneSlipFromStart } from '#shared/text/near.ts'
import { soundsOf } from '#shared/text/sounds.ts'
import { FIELDS } from './search-block.ts'
import type { NameFields } from './search-fields.ts'

/** What an entry costs that does not match. */
export const NO_MATCH = 0xff

/**
 * What a match costs, a word: the very spelling before its likes, a whole word before a beginning before a part, and a
 * slip after all of them. A reading that had to be guessed costs more than one that was typed. Of equals the name that has
 * no word more than the typed one is the one.
 */
const COST = { folded: 1, start: 2, part: 6, guessed: 8, others: 4, again: 5, slip: 30, slipStart: 34, whole: 0.5 }

/** Shorter words are not looked for with a slip, or in the middle of others. */
const LEAST = { slip: 3, slipStart: 5, part: 2 }

const DIGIT = /\d/
const LATIN = /\p{Script=Latin}/u

/** One way to read what was typed. */
interface Reading {
  readonly words: readonly NameWord[]
  /** Compared by how it sounds: what was typed in Latin letters. */
  readonly bySound: boolean
  readonly guessed: boolean
}

/** For each word of a reading what each text of the index costs, by its number. */
interface ReadingCosts {
  readonly isInitial: readonly boolean[]
  readonly costs: readonly Uint8Array[]
}

/** What a typed text costs each text of the index, in each of its readings. */
export interface TypedCosts {
  readonly readings: readonly ReadingCosts[]
  /** Texts that match the rarest word of a reading are 1: an entry without one need not be looked at. */
  readonly rare: Uint8Array
}

const NO_COSTS = new Uint8Array()

/** Compares a typed name with every text there is. `slips`: one slip a word is forgiven. Null: there is no word in it, or none matches. */
export function costsOf(typed: string, names: NameFields, slips: boolean): TypedCosts | null {
  const readings = readingsOf(typed)
  if (readings.length === 0) return null
  const compared = readings.map(reading => ({
    isInitial: reading.words.map(word => word.folded.length === 1),
    costs: reading.words.map(word => costsOfWord(word, reading, names, slips)),
  }))
  const rare = rareOf(compared, names.size)
  return rare.includes(1) ? { readings: compared, rare } : null
}

/** Whether an entry may match at all: nearly all are passed over by this alone. */
export function mayMatch({ rare }: TypedCosts, fields: Uint32Array, at: number): boolean {
  for (let field = 0; field < FIELDS.length; field += 1) if (rare[fields[at + field] ?? 0] === 1) return true
  return false
}

/** What an entry costs whose fields begin at `at`: that of the reading that fits best, `NO_MATCH` or more if none does. */
export function costAt({ readings }: TypedCosts, fields: Uint32Array, at: number): number {
  let best = NO_MATCH
  for (let reading = 0; reading < readings.length; reading += 1) {
    best = Math.min(best, costOfReading(readings[reading], fields, at))
  }
  return best
}

function rareOf(readings: readonly ReadingCosts[], size: number): Uint8Array {
  const rare = new Uint8Array(size)
  for (const { costs } of readings) {
    const counts = costs.map(own => own.reduce((count, cost) => count + Number(cost !== NO_MATCH), 0))
    const rarest = costs[counts.indexOf(Math.min(...counts))] ?? NO_COSTS
    for (let number = 0; number < size; number += 1) if (rarest[number] !== NO_MATCH) rare[number] = 1
  }
  return rare
}

function costOfReading(reading: ReadingCosts | undefined, fields: Uint32Array, at: number): number {
  if (!reading) return NO_MATCH
  const { costs, isInitial } = reading
  let sum = 0
  let used = 0
  for (let word = 0; word < costs.length; word += 1) {
    const own = costs[word] ?? NO_COSTS
    let least = NO_MATCH
    let place = 0
    for (let field = 0; field < FIELDS.length; field += 1) {
      let cost = own[fields[at + field] ?? 0] ?? NO_MATCH
      if (cost === NO_MATCH) continue
      if (isInitial[word] && (used & (1 << field)) !== 0) cost += COST.again
      if (field === FIELDS.length - 1) cost += COST.others
      if (cost >= least) continue
      least = cost
      place = field
    }
    // Nearly every entry ends here, at its first word.
    if (least === NO_MATCH) return NO_MATCH
    sum += least
    used |= 1 << place
  }
  return isWhole(fields, at, used) ? sum - COST.whole : sum
}

/** Whether each of the applicant's own names was matched by a word. */
function isWhole(fields: Uint32Array, at: number, used: number): boolean {
  for (let field = 0; field < FIELDS.length - 1; field += 1) {
    if ((used & (1 << field)) === 0 && fields[at + field] !== 0) return false
  }
  return true
}

/** As typed; where there are Latin letters, also as keys of the Cyrillic layout, and as a name written in Latin. */
function readingsOf(typed: string): Reading[] {
  const words = initialsLast(typedWords(typed))
  const plain: Reading = { words, bySound: false, guessed: false }
  if (!LATIN.test(typed)) return words.length > 0 ? [plain] : []
  const meant = initialsLast(typedWords(asMeantKeys(typed)))
  const sounds = initialsLast(soundWords(typed))
  return [
    plain,
    { words: meant, bySound: false, guessed: true },
    { words: sounds, bySound: true, guessed: true },
  ].filter(reading => reading.words.length > 0)
}

/** The words as they sound, an ending of a patronymic joined. */
function soundWords(typed: string): NameWord[] {
  const words: string[] = []
  for (const word of typed.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const sounds = soundsOf(word)
    const father = words.at(-1)
    if (father !== undefined && /^(uli|kizi|gizi|ogli)$/.test(sounds))
      words[words.length - 1] = soundsOf(father + sounds)
    else if (sounds !== '') words.push(sounds)
  }
  return words.map(word => ({ spelled: word, folded: word }))
}

function initialsLast(words: readonly NameWord[]): NameWord[] {
  return words.toSorted((a, b) => Number(a.folded.length === 1) - Number(b.folded.length === 1))
}

function costsOfWord(word: NameWord, { bySound, guessed }: Reading, names: NameFields, slips: boolean): Uint8Array {
  const costs = new Uint8Array(names.size).fill(NO_MATCH)
  const more = guessed ? COST.guessed : 0
  const forgiven = slips && word.folded.length >= LEAST.slip && !DIGIT.test(word.folded)
  for (let number = 1; number < names.size; number += 1) {
    const cost = bySound
      ? costOfSound(word.folded, names.soundsOf(number), forgiven)
      : costOfWords(word, names, number, forgiven)
    if (cost < NO_MATCH) costs[number] = cost + more
  }
  return costs
}

function costOfWords({ spelled, folded }: NameWord, names: NameFields, number: number, slips: boolean): number {
  const field = names.wordsOf(number)
  const holds = field.folded.includes(folded)
  if (!holds && !slips) return NO_MATCH
  let least = NO_MATCH
  for (const word of field.words) {
    const shape = costOfShape(folded, word.folded, slips)
    if (shape === NO_MATCH) continue
    const likes = word.spelled.includes(spelled) ? 0 : COST.folded
    least = Math.min(least, shape + likes)
  }
  return least
}

function costOfSound(typed: string, sounds: readonly string[], slips: boolean): number {
  let least = NO_MATCH
  for (const sound of sounds) least = Math.min(least, costOfShape(typed, sound, slips))
  return least
}

function costOfShape(typed: string, word: string, slips: boolean): number {
  if (word === typed) return 0
  const at = word.indexOf(typed)
  if (at === 0) return COST.start
  if (at > 0 && typed.length >= LEAST.part) return COST.part
  if (!slips) return NO_MATCH
  if (isOneSlipApart(typed, word)) return COST.slip
  return typed.length >= LEAST.slipStart && isOneSlipFromStart(typed, word) ? COST.slipStart : NO_MATCH
}
