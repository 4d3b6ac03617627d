import type { LocaleKey } from '../../i18n/keys.ts'

/** Opens a contact from every screen; pressed once more it records the contact as it stands. No screen has it. */
export const CONTACT_KEY = 'F6'

/** Every key of a contact, in the order the list of keys shows them. */
export const CONTACT_KEYS: readonly { readonly keys: string; readonly label: LocaleKey }[] = [
  { keys: CONTACT_KEY, label: 'contact.key.open' },
  { keys: `${CONTACT_KEY} ${CONTACT_KEY}`, label: 'contact.key.log' },
  { keys: 'Enter', label: 'contact.key.save' },
  { keys: 'Ctrl Enter', label: 'contact.key.save_anywhere' },
  { keys: 'Esc', label: 'contact.key.close' },
]

/** What of a key press is looked at. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'>

/** Whether a press is the key of contacts alone. */
export function isContactKey({ key, ctrlKey, altKey, shiftKey, metaKey, isComposing }: Press): boolean {
  return key === CONTACT_KEY && !ctrlKey && !altKey && !shiftKey && !metaKey && !isComposing
}

/** Whether a press in a field of the form saves it: Enter, but with Ctrl in a text of several lines. */
export function saves(
  { key, ctrlKey, altKey, shiftKey, isComposing }: Press,
  place: 'line' | 'lines' | 'button',
): boolean {
  if (key !== 'Enter' || altKey || shiftKey || isComposing) return false
  return ctrlKey || place === 'line'
}
