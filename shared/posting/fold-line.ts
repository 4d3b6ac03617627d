/** Octets of a line of a calendar file before its break (RFC 5545, 3.1). */
const OCTETS = 75

/** A content line folded at 75 octets of UTF-8, never inside a letter; a continued line begins with a blank. Ends in CRLF. */
export function foldLine(line: string): string {
  let folded = ''
  let used = 0
  for (const letter of line) {
    const octets = octetsOf(letter)
    if (used + octets > OCTETS) {
      folded += '\r\n '
      used = 1
    }
    folded += letter
    used += octets
  }
  return `${folded}\r\n`
}

/** A text value: backslash, semicolon, comma and line breaks escaped (RFC 5545, 3.3.11); other controls are left out. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a calendar holds no other controls
      .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
      .replace(/[\\;,]/g, sign => `\\${sign}`)
      .replace(/\n/g, '\\n')
  )
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
