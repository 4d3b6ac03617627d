import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ORAL_CHANNEL } from '../contacts/contact-form.ts'
import type { Contacts } from '../contacts/contacts-context.ts'
import type { Begun } from './begun.ts'

/** What was begun at this desk and left before it was saved, one line each; a correction is told by its number. */
export type LineOfBegun =
  | { readonly key: 'registrations'; readonly count: number }
  | { readonly key: 'contact'; readonly goOn: () => void }
  | { readonly key: 'unreadable'; readonly count: number }
  | { readonly key: `correct.${string}`; readonly application: string }

/** The lines of what was begun, what could not be read first. */
export function begunLines({ registrations, corrections, unreadable }: Begun, contacts: Contacts): LineOfBegun[] {
  const unread = unreadable + Number(contacts.isUnread)
  const lines: LineOfBegun[] = []
  if (unread > 0) lines.push({ key: 'unreadable', count: unread })
  if (registrations > 0) lines.push({ key: 'registrations', count: registrations })
  for (const application of corrections) lines.push({ key: `correct.${application}`, application })
  if (contacts.isLeft) lines.push({ key: 'contact', goOn: () => contacts.open(ORAL_CHANNEL) })
  return lines
}

/** One of them, with the way to go on. */
export function BegunLine({ line }: { line: LineOfBegun }) {
  const { t } = useWords()
  if ('application' in line) return <CorrectionLine application={line.application} />
  if (line.key === 'contact') return <Line text={t('today.left_contact')} onGoOn={line.goOn} />
  if (line.key === 'unreadable') return <Line text={t('today.left_unreadable', { count: line.count })} />
  return <Line text={t('today.left_registrations', { count: line.count })} onGoOn={() => goTo('register')} />
}

function CorrectionLine({ application }: { application: string }) {
  const { t } = useWords()
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id: `application:${application}` }), [application]),
  )
  if (!card?.registered) return null
  const text = t('today.left_correction', { number: numberText(card.registered.number) })
  return <Line text={text} onGoOn={() => goTo('register', { correct: application })} />
}

function Line({ text, onGoOn }: { text: string; onGoOn?: () => void }) {
  const { t } = useWords()
  return (
    <li>
      <span className="grow">{text}</span>
      {onGoOn === undefined ? null : (
        <Button variant="default" onClick={onGoOn}>
          {t('today.go_on')}
        </Button>
      )}
    </li>
  )
}
