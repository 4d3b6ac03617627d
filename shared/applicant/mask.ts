const DOT = '\u2022'

/** An IIN for lists: the first digit and the last two, dots between; a wrong one is masked the same way. */
export function maskIin(iin: string): string {
  if (iin.length <= 3) return DOT.repeat(iin.length)
  return `${iin.slice(0, 1)}${DOT.repeat(iin.length - 3)}${iin.slice(-2)}`
}

/** A text someone looked for, as it may stand on paper: an IIN or a phone in it is masked as an IIN is. */
export function maskNumbers(text: string): string {
  return text.replace(/\+?\d[\d\s()-]{8,}\d/g, found => {
    const digits = found.replace(/\D/g, '')
    return digits.length > 10 || digits === found ? maskIin(digits) : found
  })
}

/** A phone for lists: the country code, the first digit and the last two, dots between. */
export function maskPhone(phone: string): string {
  if (!/^\+7\d{10}$/.test(phone)) return DOT.repeat(Math.min(phone.length, 12))
  return `+7 ${phone.slice(2, 3)}${DOT.repeat(2)} ${DOT.repeat(3)} ${DOT.repeat(2)} ${phone.slice(-2)}`
}
