import { foldWords } from '../text/fold.ts'

/** The folded words of a seed line. */
export function foldedSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldWords))
}

/** A seed table of lines `key: words, words` as folded word -> key. */
export function foldedTable(lines: string): ReadonlyMap<string, string> {
  return new Map(
    linesOf(lines).flatMap(([key, words]) => words.split(',').map((word): [string, string] => [foldWords(word), key])),
  )
}

/** The lines of a seed table, each parted at its colon. */
export function linesOf(lines: string): [string, string][] {
  return lines
    .trim()
    .split('\n')
    .map(line => {
      const [key = '', words = ''] = line.split(':')
      return [key.trim(), words]
    })
}
