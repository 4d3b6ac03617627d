import type { LocaleKey } from '../../i18n/keys.ts'

/** What of the day is looked at: visitor by visitor, line by line, or the lanes of a mass day. */
export type Part = 'line' | 'board' | 'lanes'

/** The parts in the order in which their key goes through them. */
export const PARTS = [
  { part: 'line', label: 'reception.line' },
  { part: 'board', label: 'board.title' },
  { part: 'lanes', label: 'lanes.title' },
] as const satisfies readonly { part: Part; label: LocaleKey }[]

/** The part an address names; the line where it names none. */
export function partOf(named: string | undefined): Part {
  return PARTS.find(({ part }) => part === named)?.part ?? 'line'
}

/** The part after another, round and round. */
export function partAfter(part: Part): Part {
  const at = PARTS.findIndex(one => one.part === part)
  return PARTS[(at + 1) % PARTS.length]?.part ?? 'line'
}
