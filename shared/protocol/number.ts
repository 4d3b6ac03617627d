import type { ProtocolNumber } from './model.ts'

/**
 * The number of a protocol as paper and screens have it: `12/А-2026`, with the desk's two digits while its letter is not confirmed.
 * It is never taken for the number of the application beside it, which has six digits.
 */
export function protocolNumberText({ serial, letter, year, suffix }: ProtocolNumber): string {
  const text = `${serial}/${letter}-${year}`
  return suffix === null ? text : `${text}/${suffix}`
}
