/** What may stand before a formula without making it harmless: spaces, control and formatting signs, quotes of any kind. */
const BEFORE = /^[\s\p{C}\p{Z}"'`\p{Pi}\p{Pf}]+/u

/** Signs a table program takes for the beginning of a formula, once wide and other forms are made plain. */
const BEGINS = /^[=+\-@\u2212]/

/**
 * A text as a file with separators may hold it. Such a file has no types: what begins as a formula gets an apostrophe before
 * it, as OWASP says (CSV Injection); so does what begins with a tab or an end of line, which some programs skip.
 */
export function inertText(text: string): string {
  const isHidden = /^[\t\r\n]/.test(text)
  const plain = text.normalize('NFKC').replace(BEFORE, '')
  return isHidden || BEGINS.test(plain) ? `'${text}` : text
}
