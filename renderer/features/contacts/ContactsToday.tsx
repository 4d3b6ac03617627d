import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { officeTime } from '#shared/time/office-time.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Card } from '../../components/Card.tsx'
import { useDirectoryName } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { countContacts, findLogged } from './contact-day.ts'
import { ORAL_CHANNEL } from './contact-form.ts'
import { CONTACT_KEY } from './contact-keys.ts'
import { useContacts } from './contacts-context.ts'

/** Lines shown before the rest is asked for. */
const SHOWN = 5

/** The contacts of this day, newest first: each can be put in detail or taken back. */
export function ContactsToday() {
  const { t } = useWords()
  const { open } = useContacts()
  const today = useToday()
  const contacts = useRows(
    'contacts.day',
    useMemo(() => ({ day: today }), [today]),
  )
  const [isWhole, setWhole] = useState(false)
  if (contacts === undefined) return null
  const counts = countContacts(contacts.flatMap(one => findLogged(one) ?? []))
  const shown = isWhole ? contacts : contacts.slice(0, SHOWN)
  const begin = (
    <Button variant="default" aria-keyshortcuts={CONTACT_KEY} onClick={() => open(ORAL_CHANNEL)}>
      {t('contact.open')} <kbd className="beside-word">{CONTACT_KEY}</kbd>
    </Button>
  )
  return (
    <Card title={t('contact.today')} beside={begin}>
      <p className="card-body mute">
        {counts.all === 0 ? t('contact.today.none') : t('contact.today.counts', { ...counts })}
      </p>
      {shown.length === 0 ? null : (
        <ul className="rows tall">
          {shown.map(contact => (
            <ContactLine key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
      {shown.length < contacts.length ? (
        <div className="card-body">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {t('contact.today.all', { count: contacts.length })}
          </button>
        </div>
      ) : null}
    </Card>
  )
}

function ContactLine({ contact }: { contact: EntityState<'contact'> }) {
  const { t } = useWords()
  const { detail, takeBack } = useContacts()
  const nameOf = useDirectoryName()
  const logged = findLogged(contact)
  if (logged === null || contact.at === null) return null
  const { channel, consultation, declinedBooking, topic } = logged.contact
  const ends = [consultation ? t('contact.consultation') : '', declinedBooking ? t('contact.declined') : '']
  const parts = [nameOf('channel', channel), ...ends, nameOf('topic', topic)].filter(part => part !== '')
  const time = officeTime(Date.parse(contact.at))
  const named = logged.personal === null ? '' : applicantName(logged.personal)
  return (
    <li>
      <b>{time}</b>
      <span className="grow">
        {parts.join(' \u00b7 ')} <span className="mute">{named}</span>
      </span>
      <span className="buttons">
        <button
          type="button"
          className="link"
          aria-label={t('contact.of_line', { act: t('contact.detail'), time })}
          onClick={() => detail(logged)}
        >
          {t('contact.detail')}
        </button>
        <button
          type="button"
          className="link"
          aria-label={t('contact.of_line', { act: t('contact.take_back.short'), time })}
          onClick={() => takeBack(logged)}
        >
          {t('contact.take_back.short')}
        </button>
      </span>
    </li>
  )
}
