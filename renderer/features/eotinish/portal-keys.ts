import { COPY_KEYS } from '#shared/eotinish/fields.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

/** Every key of the tray of what is not in e-Otinish, as the list of keys shows them. */
export const PORTAL_KEYS: readonly { readonly keys: string; readonly label: LocaleKey }[] = [
  { keys: `${COPY_KEYS[0]?.key} \u2026 ${COPY_KEYS.at(-1)?.key}`, label: 'eotinish.key.copy' },
  { keys: 'Enter', label: 'eotinish.key.number' },
  { keys: 'Esc', label: 'eotinish.key.free' },
]
