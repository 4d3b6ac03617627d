import type { LocaleKey } from '../../i18n/keys.ts'

/** Calls for help, by two presses; as the list of keys shows it. */
export const HELP_KEY = 'Ctrl Shift H'

/** The key of help in the list of keys. */
export const HELP_KEYS: readonly { readonly keys: string; readonly label: LocaleKey }[] = [
  { keys: HELP_KEY, label: 'help.call' },
]

type Press = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>

/** Whether a press is the key of help: by its place, the same in every layout. */
export function isHelpKey({ code, ctrlKey, shiftKey, altKey, metaKey }: Press): boolean {
  return code === 'KeyH' && ctrlKey && shiftKey && !altKey && !metaKey
}
