import { foldWords } from '#shared/text/fold.ts'
import { useToday } from '../components/use-office-time.ts'
import { CALL_CHANNEL } from '../features/contacts/contact-form.ts'
import { CONTACT_KEY } from '../features/contacts/contact-keys.ts'
import { useContacts } from '../features/contacts/contacts-context.ts'
import { useTerms } from '../features/terms/terms-context.ts'
import { TERMS_KEY } from '../features/terms/terms-key.ts'
import { useWords } from '../i18n/use-words.ts'
import { digitOf, goTo, SCREENS } from './route.ts'

/** Something the desk does from every screen, by its name and its key. */
export interface Command {
  readonly name: string
  readonly keys: string
  readonly run: () => void
}

/** Fewer letters name nothing: every list would end with all commands. */
const LEAST_LETTERS = 3

/** What can be asked of the desk from everywhere: the calculator, a contact, every screen. */
export function useCommands(): readonly Command[] {
  const { t } = useWords()
  const terms = useTerms()
  const contacts = useContacts()
  const today = useToday()
  return [
    { name: t('terms.title'), keys: TERMS_KEY, run: () => terms.open({ from: today, profile: null }) },
    { name: t('contact.title'), keys: CONTACT_KEY, run: () => contacts.open(CALL_CHANNEL) },
    ...SCREENS.map(screen => {
      const digit = digitOf(screen)
      return { name: t(`nav.${screen}`), keys: digit === null ? '' : `Ctrl ${digit}`, run: () => goTo(screen) }
    }),
  ]
}

/** The commands one of whose words begins with what was typed, however it is written. */
export function commandsNamed<T extends Pick<Command, 'name'>>(commands: readonly T[], typed: string): T[] {
  const sought = foldWords(typed)
  if (sought.length < LEAST_LETTERS) return []
  return commands.filter(({ name }) => ` ${foldWords(name)}`.includes(` ${sought}`))
}
