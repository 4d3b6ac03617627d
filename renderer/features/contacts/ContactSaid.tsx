import { CloseButton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useWords } from '../../i18n/use-words.ts'
import type { LoggedContact } from './contact-day.ts'
import { useContacts } from './contacts-context.ts'

/** What was done last; with the contact where more can be done with it. */
export type Said =
  | { readonly what: 'logged' | 'detailed'; readonly contact: LoggedContact }
  | { readonly what: 'taken_back'; readonly contact: null }

const SENTENCES = {
  logged: 'contact.logged',
  detailed: 'contact.detailed',
  taken_back: 'contact.taken_back',
} as const satisfies Record<Said['what'], string>

/** Says what is on disk, over the screen that is worked on, and moves nothing of it. */
export function ContactSaid({ said: { what, contact }, onClose }: { said: Said; onClose: () => void }) {
  const { t } = useWords()
  const { detail, takeBack } = useContacts()
  const act = (work: (contact: LoggedContact) => void) => () => {
    onClose()
    if (contact !== null) work(contact)
  }
  return (
    <div className="contact-said notice green">
      <IconCircleCheck size={19} stroke={1.8} aria-hidden="true" />
      <div>
        <span>{t(SENTENCES[what])}</span>{' '}
        {contact === null ? null : (
          <>
            <button type="button" className="link" onClick={act(detail)}>
              {t('contact.detail')}
            </button>{' '}
            <button type="button" className="link" onClick={act(takeBack)}>
              {t('contact.take_back.short')}
            </button>
          </>
        )}
      </div>
      <CloseButton size={34} aria-label={t('act.close')} onClick={onClose} />
    </div>
  )
}
