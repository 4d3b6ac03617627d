/** A QR symbol of ours holds so many signs; what stands around the name takes the rest. */
const MOST_NAME = 84

/**
 * What an authenticator reads from a QR code to take a secret: the URI of a time-based code of six digits and 30 seconds
 * (RFC 6238 by its usual key URI). `text`: the secret as it is typed, in groups. The name stands for the person at the
 * telephone alone, and is cut where the code would not hold it.
 */
export function enrolmentUri(text: string, name: string): string {
  const letters = [...name.trim()]
  while (encodeURIComponent(letters.join('')).length > MOST_NAME) letters.pop()
  const label = `Qabyldau:${encodeURIComponent(letters.join(''))}`
  return `otpauth://totp/${label}?secret=${text.replace(/\s/g, '')}&issuer=Qabyldau&algorithm=SHA1&digits=6&period=30`
}
