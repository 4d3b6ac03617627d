import { IconLock, IconPhone } from '@tabler/icons-react'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { LOCK_KEY, lockDesk } from '../features/access/lock-desk.ts'
import { ORAL_CHANNEL } from '../features/contacts/contact-form.ts'
import { CONTACT_KEY } from '../features/contacts/contact-keys.ts'
import { useContacts } from '../features/contacts/contacts-context.ts'
import { HelpButton } from '../features/help/HelpButton.tsx'
import { useWords } from '../i18n/use-words.ts'
import { AttentionButton } from './AttentionButton.tsx'
import { BrandMark } from './BrandMark.tsx'
import { useDesk } from './desk-context.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { SearchBox } from './SearchBox.tsx'

/** Name, search, contacts, the day of work, language, who works here. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { dates } = useWords()
  const { start } = useDesk()
  return (
    <header className="top">
      <BrandMark />
      <SearchBox />
      <span className="space" />
      <time className="top-date" dateTime={start.today}>
        {screenDate(start.today, dates)}, {weekdayName(start.today, dates)}
      </time>
      <AttentionButton />
      <HelpButton onPress={onHelp} />
      <ContactButton />
      <LanguageSwitch />
      {start.user === null ? null : <span className="top-user">{start.user.name}</span>}
      {start.guarded ? <LockButton /> : null}
    </header>
  )
}

function LockButton() {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="top-contact"
      title={`${t('lock.act')} (${LOCK_KEY})`}
      aria-label={t('lock.act')}
      aria-keyshortcuts="Control+L"
      onClick={lockDesk}
    >
      <IconLock size={17} stroke={1.8} aria-hidden="true" />
    </button>
  )
}

function ContactButton() {
  const { t } = useWords()
  const { open } = useContacts()
  return (
    <button
      type="button"
      className="top-contact"
      title={t('contact.title')}
      aria-keyshortcuts={CONTACT_KEY}
      onClick={() => open(ORAL_CHANNEL)}
    >
      <IconPhone size={17} stroke={1.8} aria-hidden="true" />
      <span className="top-word">{t('contact.open')}</span>
      <kbd>{CONTACT_KEY}</kbd>
    </button>
  )
}
