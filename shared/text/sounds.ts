import { CYRILLIC_SOUNDS, LATIN_SOUNDS } from './alphabet-sounds.ts'

const LATIN = new Map(LATIN_SOUNDS)
const PARTS = new RegExp(LATIN_SOUNDS.map(([letters]) => letters).join('|'), 'g')

/**
 * How a word of a name sounds, coarsely: the same for a folded Cyrillic word and for the ways it is written in Latin
 * letters (Akhmetov, Ahmetov; Aqjol, Akzhol). For comparing only.
 */
export function soundsOf(word: string): string {
  const latin = word
    .toLowerCase()
    .normalize('NFC')
    .replace(PARTS, part => LATIN.get(part) ?? part)
  const bare = latin.normalize('NFD').replace(/\p{M}/gu, '')
  let sounds = ''
  for (const letter of bare) {
    for (const sound of CYRILLIC_SOUNDS.get(letter) ?? letter) {
      if (!sounds.endsWith(sound)) sounds += sound
    }
  }
  return sounds
}
