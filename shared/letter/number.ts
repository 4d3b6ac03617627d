import type { OutgoingNumber } from './model.ts'

/** An outgoing number as it stands on the sheet: `06-12/А-123`, with the desk's two digits while its letter is not confirmed. */
export function outgoingText({ index, letter, suffix, serial }: OutgoingNumber): string {
  return `${index}/${letter}-${serial}${suffix === null ? '' : `/${suffix}`}`
}
