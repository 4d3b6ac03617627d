import type { LocaleKey } from '../../i18n/keys.ts'

/** Every key of the entry from paper, as the list of keys shows them. */
export const PAPER_KEYS: readonly { readonly keys: string; readonly label: LocaleKey }[] = [
  { keys: 'Enter', label: 'register.key.next' },
  { keys: 'Shift Enter', label: 'register.key.before' },
  { keys: 'Ctrl Enter', label: 'paper.save' },
]
