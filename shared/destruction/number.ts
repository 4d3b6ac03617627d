import type { DestructionNumber } from './model.ts'

/** The number of an act as it stands on the sheet: `А-3`, with the desk's two digits while its letter is not confirmed. */
export function destructionText({ letter, suffix, serial }: DestructionNumber): string {
  return `${letter}-${serial}${suffix === null ? '' : `/${suffix}`}`
}
