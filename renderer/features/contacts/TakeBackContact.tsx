import { Confirm } from '../../components/Confirm.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { LoggedContact } from './contact-day.ts'
import { useContactWork } from './use-contact-work.ts'

interface Asked {
  readonly contact: LoggedContact
  readonly onDone: () => void
  readonly onClose: () => void
}

/** A slip is taken back; it stays in the history and is counted nowhere. */
export function TakeBackContact({ contact, onDone, onClose }: Asked) {
  const { t } = useWords()
  const work = useContactWork()
  const send = async () => {
    if ((await work.takeBack(contact)) !== null) onDone()
  }
  return (
    <Confirm
      title={t('contact.take_back')}
      act={t('contact.take_back')}
      call={work.call}
      onAct={() => void send()}
      onClose={onClose}
    >
      <p>{t('contact.take_back.sentence')}</p>
    </Confirm>
  )
}
