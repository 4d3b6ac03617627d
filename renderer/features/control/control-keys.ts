import type { LocaleKey } from '../../i18n/keys.ts'

/** Every key of the board of what is on control. */
export const CONTROL_KEYS: readonly { readonly keys: string; readonly label: LocaleKey }[] = [
  { keys: '\u2191 \u2193', label: 'applications.key.list' },
  { keys: 'Enter', label: 'control.key.open' },
  { keys: 'Esc', label: 'control.key.close' },
]
