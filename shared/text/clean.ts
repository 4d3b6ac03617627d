// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu
const SPACES = /[\s\u0085]+/g
/** Plain Latin and Cyrillic, in which nothing can need cleaning but spaces: nearly every text there is. */
const PLAIN = /^[\u0020-\u007e\u0400-\u0481\u048a-\u04ff\u2116]*$/

/**
 * A text as a person sees it: NFC, without control, bidirectional and zero-width characters (the joiner inside an emoji
 * stays), every run of spaces, no-break spaces and line ends one space, none at the ends. Idempotent.
 */
export function clean(text: string): string {
  if (PLAIN.test(text) && !text.includes('  ')) return text.trim()
  return text
    .toWellFormed()
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(SPACES, ' ')
    .trim()
    .normalize('NFC')
}
