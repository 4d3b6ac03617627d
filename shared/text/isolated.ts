/** Letters from right to left, and signs that turn what stands beside them (Unicode Bidirectional Algorithm, UAX 9). */
const TURNS =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u061c\u202a-\u202e\u2066-\u2069\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Signs that set a direction, or end one: one of them left open or closed once too often would reach out of the text. */
const SIGNS = /[\u202a-\u202e\u2066-\u2069]/g

const [OPENED, CLOSED] = ['\u2068', '\u2069']

/**
 * A typed text as it may stand in a sentence or beside another: in a direction of its own, so that it turns nothing around
 * it. A text that turns nothing is given back as it is.
 */
export function isolated(text: string): string {
  return TURNS.test(text) ? `${OPENED}${text.replace(SIGNS, '')}${CLOSED}` : text
}

/** What there is of some texts, one after another, each in a direction of its own. */
export function joined(texts: readonly string[], between: string): string {
  return texts
    .filter(text => text !== '')
    .map(isolated)
    .join(between)
}
