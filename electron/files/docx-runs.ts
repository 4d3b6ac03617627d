import { type IRunOptions, TextRun } from 'docx'

/** Twentieths of a point of a millimetre: what Word measures a page in. */
export const MM = 1440 / 25.4

/** A text of a Word file, whatever stands in it: a character XML has no place for is left out, and what stands on a line of its own stays on it. */
export function runsOf(text: string, style: Partial<IRunOptions> = {}): TextRun[] {
  return text
    .split('\n')
    .map((part, at) => new TextRun({ ...style, text: printable(part), ...(at === 0 ? {} : { break: 1 }) }))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these, and the last turn what stands beside them
const UNHOLDABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/g

function printable(text: string): string {
  return text.toWellFormed().replaceAll(UNHOLDABLE, '')
}
