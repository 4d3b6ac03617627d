import type { LocaleKey } from '../../i18n/keys.ts'

/** Opens the calculator of terms from every screen. No screen has it. */
export const TERMS_KEY = 'F3'

/** The keys of the calculator, as the list of keys shows them. */
export const TERMS_KEYS: readonly { readonly keys: string; readonly label: LocaleKey }[] = [
  { keys: TERMS_KEY, label: 'terms.title' },
]

/** Whether a press is the key of the calculator alone. */
export function isTermsKey({
  key,
  ctrlKey,
  altKey,
  shiftKey,
  metaKey,
  isComposing,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'>): boolean {
  return key === TERMS_KEY && !ctrlKey && !altKey && !shiftKey && !metaKey && !isComposing
}
