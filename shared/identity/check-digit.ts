const WEIGHTS = [7, 3, 1] as const

/**
 * The check digit of a part of a machine-readable zone: digits count as themselves, A-Z as 10-35, the filler as 0, by the
 * weights 7, 3, 1, modulo 10. Source: ICAO Doc 9303 part 3, 4.9. It tells no two signs apart whose values differ by ten or
 * twenty (0, A, K, U and the filler; 6 and G; 1, B, L and V), nor neighbours that changed places and differ by five.
 */
export function checkDigitOf(signs: string): number {
  let sum = 0
  for (let index = 0; index < signs.length; index += 1) {
    const code = signs.charCodeAt(index)
    const value = code >= 65 ? code - 55 : code >= 48 && code <= 57 ? code - 48 : 0
    sum += value * (WEIGHTS[index % 3] ?? 0)
  }
  return sum % 10
}
