import type { LocaleKey } from '../../i18n/keys.ts'
import type { Part } from './register-draft.ts'

/** What a key does on the register screen. */
export type RegisterCommand =
  | {
      readonly kind: 'save' | 'takeOver' | 'inTime' | 'nextCase' | 'caseBefore' | 'aside' | 'nextDraft' | 'draftBefore'
    }
  | { readonly kind: 'channel'; readonly index: number }
  | { readonly kind: 'part'; readonly part: Part }

/** A key of the screen as the list of keys shows it. */
export interface KeyLine {
  readonly keys: string
  readonly label: LocaleKey
}

/** Keys that open a part: the row of digits goes on after the channels. By place, the same in every layout. */
export const PART_KEYS: Readonly<Record<Part, { readonly code: string; readonly key: string }>> = {
  person: { code: 'Digit6', key: '6' },
  applicant: { code: 'Digit7', key: '7' },
  category: { code: 'Digit8', key: '8' },
  represented: { code: 'Digit9', key: '9' },
  delegation: { code: 'Digit0', key: '0' },
  papers: { code: 'Minus', key: '-' },
  other: { code: 'Equal', key: '=' },
}

/** Channels that have a key. */
export const CHANNEL_KEYS = 5

/** Every key of the register screen, in the order the list of keys shows them. */
export const REGISTER_KEYS: readonly KeyLine[] = [
  { keys: 'Enter', label: 'register.key.next' },
  { keys: 'Shift Enter', label: 'register.key.before' },
  { keys: 'Ctrl Enter', label: 'register.key.save' },
  { keys: 'F2', label: 'register.key.letter' },
  { keys: 'Alt 1 \u2026 5', label: 'register.key.channel' },
  { keys: 'Alt \u2193 \u2191', label: 'register.key.case' },
  { keys: 'F4', label: 'register.key.take_over' },
  { keys: `Alt ${PART_KEYS.person.key}`, label: 'register.part.person' },
  { keys: `Alt ${PART_KEYS.applicant.key}`, label: 'register.part.applicant' },
  { keys: `Alt ${PART_KEYS.category.key}`, label: 'register.part.category' },
  { keys: `Alt ${PART_KEYS.represented.key}`, label: 'register.part.represented' },
  { keys: `Alt ${PART_KEYS.delegation.key}`, label: 'register.part.delegation' },
  { keys: `Alt ${PART_KEYS.papers.key}`, label: 'register.part.papers' },
  { keys: `Alt ${PART_KEYS.other.key}`, label: 'register.part.other' },
  { keys: 'F8', label: 'register.key.aside' },
  { keys: 'F9', label: 'register.key.in_time' },
  { keys: 'Alt PageDown PageUp', label: 'register.key.drafts' },
]

/** What of a key press is looked at. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** What a press asks of the register screen; null: nothing of it. */
export function commandOf(press: Press): RegisterCommand | null {
  const { key, ctrlKey, altKey, shiftKey, isComposing } = press
  if (isComposing || shiftKey) return null
  if (ctrlKey) return key === 'Enter' && !altKey ? { kind: 'save' } : null
  if (!altKey) {
    if (key === 'F4') return { kind: 'takeOver' }
    if (key === 'F9') return { kind: 'inTime' }
    return key === 'F8' ? { kind: 'aside' } : null
  }
  return withAlt(press)
}

const WITH_ALT: Readonly<Record<string, RegisterCommand>> = {
  ArrowDown: { kind: 'nextCase' },
  ArrowUp: { kind: 'caseBefore' },
  PageDown: { kind: 'nextDraft' },
  PageUp: { kind: 'draftBefore' },
}

function withAlt({ code, key }: Press): RegisterCommand | null {
  const digit = Number(/^Digit([1-5])$/.exec(code)?.[1] ?? 0)
  if (digit > 0) return { kind: 'channel', index: digit - 1 }
  for (const part of Object.keys(PART_KEYS) as Part[]) {
    if (PART_KEYS[part].code === code) return { kind: 'part', part }
  }
  return WITH_ALT[key] ?? null
}
