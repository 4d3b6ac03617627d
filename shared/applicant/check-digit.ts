/**
 * Whether the twelfth digit of an IIN or BIN fits the eleven before it. Two passes of weights, modulo 11; a number for
 * which both give 10 is never issued. Source: rules of forming identification numbers (decree No. 853 of 26.08.2013).
 */
export function checkDigitFits(digits: string): boolean {
  const first = remainder(digits, 1)
  const expected = first === 10 ? remainder(digits, 3) : first
  return expected !== 10 && expected === Number(digits[11])
}

function remainder(digits: string, firstWeight: number): number {
  let sum = 0
  for (let index = 0; index < 11; index += 1) sum += Number(digits[index]) * (((firstWeight - 1 + index) % 11) + 1)
  return sum % 11
}

/** The digits of a typed number: spaces, hyphens and the `.0` a spreadsheet adds are taken off. */
export function bareNumber(text: string): string {
  return text.replace(/[\s\u00a0-]+/g, '').replace(/[.,]0+$/, '')
}
