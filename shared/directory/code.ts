import { Code } from '../application/model.ts'
import { CYRILLIC_IN_LATIN } from '../text/alphabet-latin.ts'
import { clean } from '../text/clean.ts'

const LONGEST = 40

/** A code for a new entry, made of its text in Latin letters; a number at its end where it is taken. Never shown. */
export function newCode(text: string, taken: readonly string[]): Code {
  const used = new Set(taken)
  const stem = stemOf(text)
  let code = stem.slice(0, LONGEST)
  for (let number = 2; used.has(code); number += 1) {
    const end = `_${number}`
    code = `${stem.slice(0, LONGEST - end.length)}${end}`
  }
  return Code.parse(code)
}

/** Lower-case Latin letters, digits and underscores, a letter first. */
function stemOf(text: string): string {
  const latin = [...clean(text).normalize('NFC').toLowerCase()]
    .map(letter => CYRILLIC_IN_LATIN.get(letter) ?? letter)
    .join('')
  const stem = latin.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(stem) ? stem : `n_${stem}`.replace(/_$/, '')
}
