const KAZAKH = new Intl.Collator('kk', { numeric: true })

/**
 * Compares two texts in the order of the Kazakh alphabet (42 letters, CLDR), numbers by value: for `Array.sort`.
 * The Russian order and the binary one put the Kazakh letters elsewhere.
 */
export function compareKazakh(a: string, b: string): number {
  return KAZAKH.compare(a, b)
}
