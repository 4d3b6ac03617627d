/** Width of a text in dots. */
export type Measure = (text: string) => number

const GRAPHEMES = new Intl.Segmenter('kk', { granularity: 'grapheme' })

/**
 * Breaks a text into lines no wider than `width`: between words, and a word wider than a line between its letters, with
 * no hyphen that would look like a part of it. Nothing is lost but the spaces at the breaks.
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = piecesOf(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' ? lines : [...lines, line]
}

/** A word in pieces no wider than `width`; a single letter that is wider stands alone. */
function piecesOf(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (piece !== '' && measure(piece + segment) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}
