/** Fewer digits are no number of e-Otinish but a remark; it also keeps its letters short. */
const USUAL = /^[\p{L}]{0,4}[\s-]?\d{4,}(?:[\s/-]\d{1,12}){0,3}$/u

/** Whether a text looks like a number of e-Otinish. Its form is not published, so an unusual one is only told. */
export function looksLikeEotinish(text: string): boolean {
  return USUAL.test(text.trim())
}

/** Whether two texts are one number: by their digits, since the letters before them are typed in two alphabets. */
export function isSameEotinish(one: string, other: string): boolean {
  const digits = digitsOf(one)
  return digits === '' ? one.trim() === other.trim() : digits === digitsOf(other)
}

/** The digits of a number. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
