/**
 * A text as a cell may hold it, to be shown exactly as it stands. A workbook reads `_x0041_` as a letter, so such a run is
 * escaped by its own rule (ECMA-376 22.9.2.19); what XML cannot hold (control characters, halves of a letter) is left out.
 * Whatever it begins with, it is written as a string and never as a formula.
 */
export function cellText(text: string): string {
  return heldText(text).replace(/_x[0-9A-Fa-f]{4}_/g, run => `_x005F${run}`)
}

/** A text without what no table file can hold. */
export function heldText(text: string): string {
  return text.toWellFormed().replaceAll(UNHOLDABLE, '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these cannot stand in XML
const UNHOLDABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD-\uFFFF]/g

/** Lines a text takes in a column, its width in characters of the ordinary type; at least one. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.12) / width)), 0)
}
