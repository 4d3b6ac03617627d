/** What kind of a full number a typed text is: an IIN, a telephone, a number of an application; null: no number, or half of one. */
export type Sought = { readonly what: 'iin'; readonly iin: string } | { readonly what: 'phone' | 'number' }

/** A telephone has ten digits behind its country; a number of an application three at least, or a letter before it. */
export function soughtNumber(typed: string): Sought | null {
  const text = typed.trim()
  const digits = text.replace(/\D/g, '')
  const isBare = /^\+?[\d\s()-]+$/.test(text)
  if (isBare && digits.length === 12) return { what: 'iin', iin: digits }
  if (/^20\d\d[\s-]\d{1,6}$/.test(text)) return { what: 'number' }
  if (isBare && (digits.length === 10 || digits.length === 11)) return { what: 'phone' }
  const isNumbered = /^\p{L}{1,3}[\s-]?\d/u.test(text) && digits.length >= 4
  return isNumbered || (isBare && digits.length >= 6 && digits.length <= 10) ? { what: 'number' } : null
}
